/** A cursor over bytes from outside: nothing is read beyond the end, and nothing is allocated on a length's word. */
import type { Bytes } from './bytes.ts';

/** Reads front to back; whatever is not there is `fault()`. */
export class ByteReader {
  readonly #bytes: Bytes;
  /** What is thrown for bytes that are not what was to be read. */
  readonly fault: () => Error;
  #offset = 0;

  constructor(bytes: Bytes, fault: () => Error) {
    this.#bytes = bytes;
    this.fault = fault;
  }

  /** Bytes that are not read yet. */
  get left(): number {
    return this.#bytes.length - this.#offset;
  }

  /** The next bytes, as a view of the same memory. */
  take(length: number): Bytes {
    if (length > this.left) throw this.fault();
    this.#offset += length;
    return this.#bytes.subarray(this.#offset - length, this.#offset);
  }

  /** What was read since so many bytes were left. */
  since(left: number): Bytes {
    return this.#bytes.subarray(this.#bytes.length - left, this.#offset);
  }

  /** Everything that is left. */
  rest(): Bytes {
    return this.take(this.left);
  }

  /** The next byte. */
  byte(): number {
    const [byte] = this.take(1);
    if (byte === undefined) throw this.fault();
    return byte;
  }

  /** The next byte, which stays where it is; undefined at the end. */
  peek(): number | undefined {
    return this.#bytes[this.#offset];
  }

  /** A big-endian integer of at most 6 bytes. */
  integer(width: number): number {
    return this.take(width).reduce((value, byte) => value * 256 + byte, 0);
  }

  /** A variable-length integer of QUIC (RFC 9000, section 16); one above 2^53 can be no length of ours. */
  varint(): number {
    const first = this.peek();
    if (first === undefined) throw this.fault();
    const width = 1 << (first >> 6);
    const bytes = this.take(width).slice();
    bytes[0] = first & 0x3f;
    const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    if (!Number.isSafeInteger(value)) throw this.fault();
    return value;
  }

  /** The bytes behind a variable-length integer that counts them. */
  counted(): Bytes {
    return this.take(this.varint());
  }

  /** `fault()` unless everything is read. */
  end(): void {
    if (this.left > 0) throw this.fault();
  }
}
