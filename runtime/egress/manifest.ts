/** The egress manifest: what can leave, as one text whose digest goes into the evidence. */
import { sessionBits } from './budget.ts';
import type { EventShape } from './budget.ts';

/** Everything that a session of a processor can tell an observer of the broker. */
export interface Manifest {
  readonly events: readonly EventShape[];
  readonly publicErrors: readonly string[];
  /** Sizes in bytes of a response. */
  readonly sizeClasses: readonly number[];
  /** Chunks of a streamed response at most, each of one of these sizes; 0 for a processor that answers once. */
  readonly maxChunks: number;
  readonly maxBits: number;
  /** The leak budget that the declarations add up to. */
  readonly bits: number;
}

/** A manifest without what follows from it. */
export interface Declared extends Omit<Manifest, 'bits' | 'maxBits'> {
  /** Without it nothing is declared to leave, and the budget is what outcome and size tell anyway. */
  readonly maxBits?: number | undefined;
}

/** Puts a manifest together; `bits` is computed and never declared. */
export function createManifest(declared: Declared): Manifest {
  const { events, publicErrors, sizeClasses, maxChunks } = declared;
  const bits = sessionBits({
    events,
    publicErrors: publicErrors.length,
    sizeClasses: sizeClasses.length,
    maxChunks,
  });
  return { events, publicErrors, sizeClasses, maxChunks, maxBits: declared.maxBits ?? bits, bits };
}

/** The manifest's text: the same manifest gives the same text, since its members are written in a fixed order. */
export function manifestText(manifest: Manifest): string {
  const { publicErrors, sizeClasses, maxChunks, maxBits, bits } = createManifest(manifest);
  const events = manifest.events.map(({ name, max, fields }) => ({
    name,
    max,
    fields: fields.map((field) => ({ name: field.name, values: field.values })),
  }));
  return JSON.stringify({ events, publicErrors, sizeClasses, maxChunks, maxBits, bits });
}
