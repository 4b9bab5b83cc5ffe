/** A declared upstream as plain data: what the runtime needs of one, and nothing that could be called. */
import type { Policy } from './attestation/policy.ts';
import type { UseShape } from './egress/shapes.ts';

/** What the runtime keeps of an upstream. */
export interface UpstreamParts {
  /** What an observer of the broker sees of its calls, but for the name that its processor gives it. */
  readonly shape: Omit<UseShape, 'name'>;
  readonly target: UpstreamTarget;
}

/** What a call needs: the policy for the offer, the sizes to which an input is padded, the length of a stream. */
export interface UpstreamTarget {
  readonly policy: Policy;
  readonly padInput: readonly number[];
  /** Chunks of its streamed answer at most; 0 for one that answers once. */
  readonly maxChunks: number;
}

/** An upstream, made by `upstream` and recognised by its private part alone. */
export class Upstream<In, Out> {
  readonly #parts: UpstreamParts;
  /** For the compiler alone: what a handler sends and gets. */
  declare readonly types?: { readonly input: In; readonly output: Out };

  constructor(parts: UpstreamParts) {
    this.#parts = parts;
  }

  /** The parts of a value that is an upstream. */
  static partsOf(value: unknown): UpstreamParts | undefined {
    return typeof value === 'object' && value !== null && #parts in value ? value.#parts : undefined;
  }
}
