/** `Confidential`: a box for plaintext in code that does not run in a session process of its own. */
import { plaintext } from './plaintext.ts';
import type { Plaintext } from './plaintext.ts';

const shown = '[Plaintext]';

/**
 * A value whose every output path prints `[Plaintext]`: text, JSON, inspection, logs. Copies and clones of the box are
 * empty. The one way in is `open`, so that every use can be found by its name.
 *
 * @example
 * const note = new Confidential(await decrypt(body));
 * logger.info({ note }); // {"note":"[Plaintext]"}
 * const words = note.open().split(' ');
 */
export class Confidential<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
    Object.freeze(this);
  }

  /** The value, typed as plaintext, so that the linter follows it from here. */
  open(): Plaintext<T> {
    return plaintext<T>(this.#value);
  }

  /** `[Plaintext]`. */
  toString(): string {
    return shown;
  }

  /** `[Plaintext]`. */
  toJSON(): string {
    return shown;
  }

  /** `[Plaintext]`, also where a number is asked for: no arithmetic tells anything. */
  [Symbol.toPrimitive](): string {
    return shown;
  }

  /** What `util.inspect`, `console` and everything that uses them print. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return shown;
  }

  /** The name of the type, and nothing of the value. */
  get [Symbol.toStringTag](): string {
    return 'Confidential';
  }
}
