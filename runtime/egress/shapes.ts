/** What egress is made of, as plain data: declared events, what can be observed, what is recorded. Types only. */
import type { Bytes } from '../bytes.ts';
import type { Leaf } from './fields.ts';

/** A declared event, reduced to what its budget and its check need. */
export interface EventShape {
  readonly name: string;
  readonly max: number;
  readonly fields: readonly { readonly name: string; readonly values: readonly Leaf[] }[];
}

/** A declared upstream, as an observer of the broker sees its calls. */
export interface UseShape {
  readonly name: string;
  /** The address of its broker, ending in a slash. */
  readonly url: string;
  /** What the session process insists on, as JSON. */
  readonly policy: string;
  /** Calls a session at most. */
  readonly maxCalls: number;
  /** Sizes in bytes of a sealed request. */
  readonly sizes: readonly number[];
  /** Chunks of its streamed answer at most; 0 for one that answers once. */
  readonly maxChunks: number;
  /** Milliseconds that it has for each of its answers, and for each frame of a stream. */
  readonly waitMs: number;
}

/** Everything that an observer can see of a session. */
export interface Observable {
  readonly events: readonly EventShape[];
  /** Registered public error codes. */
  readonly publicErrors: number;
  /** Size classes of the response. */
  readonly sizeClasses: number;
  /** Chunks of a streamed response at most; 0 for a processor that answers once. */
  readonly maxChunks: number;
  readonly uses: readonly Pick<UseShape, 'maxCalls' | 'sizes' | 'maxChunks'>[];
}

/** Everything that a session of a processor can tell an observer of the broker. */
export interface Manifest {
  readonly events: readonly EventShape[];
  readonly publicErrors: readonly string[];
  /** Sizes in bytes of a response. */
  readonly sizeClasses: readonly number[];
  /** Chunks of a streamed response at most, each of one of these sizes; 0 for a processor that answers once. */
  readonly maxChunks: number;
  readonly uses: readonly UseShape[];
  readonly maxBits: number;
  /** The leak budget that the declarations add up to. */
  readonly bits: number;
}

/** A manifest without what follows from it. */
export interface Declared extends Omit<Manifest, 'bits' | 'maxBits'> {
  /** Without it nothing is declared to leave, and the budget is what outcome and size tell anyway. */
  readonly maxBits?: number | undefined;
}

/** A record as a sink gets it. */
export interface EgressRecord {
  readonly event: string;
  readonly fields: Readonly<Record<string, Leaf>>;
}

/** Collects a session's events; they leave together, in the order of their declaration. */
export interface Recorder {
  readonly emit: (name: string, values: object) => void;
  readonly records: () => Bytes[];
}
