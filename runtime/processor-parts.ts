/** What a session process takes out of a processor; it loads nothing of how one is defined, which the bundle brings. */
import type { ProcessorParts } from './definition.ts';

/** A processor, made by `processor` and recognised by its private part alone. */
export class Processor<In, Out> {
  readonly #parts: ProcessorParts;
  /** For the compiler alone: what a client sends and gets. */
  declare readonly types?: { readonly input: In; readonly output: Out };

  constructor(parts: ProcessorParts) {
    this.#parts = parts;
  }

  /** The parts of a value that is a processor. */
  static partsOf(value: unknown): ProcessorParts | undefined {
    return typeof value === 'object' && value !== null && #parts in value ? value.#parts : undefined;
  }
}
