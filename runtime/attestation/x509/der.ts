/** A bounded reader of DER (X.690): definite, shortest lengths, one-byte tags, nothing beyond the enclosing value. */
import { ByteReader } from '../../byte-reader.ts';
import type { Bytes } from '../../bytes.ts';

/** One value: its tag, its contents, and both with the length in between. */
export interface DerValue {
  readonly tag: number;
  readonly content: Bytes;
  readonly whole: Bytes;
}

/** The tags that certificates, revocation lists and signatures are made of. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
} as const;

/** Reads values one after another; whatever is not DER is `fault()`. */
export class DerReader {
  readonly #bytes: Bytes;
  readonly #reader: ByteReader;
  readonly #fault: () => Error;

  constructor(bytes: Bytes, fault: () => Error) {
    this.#bytes = bytes;
    this.#reader = new ByteReader(bytes, fault);
    this.#fault = fault;
  }

  /** Whether everything is read. */
  get isAtEnd(): boolean {
    return this.#reader.left === 0;
  }

  /** The next value. */
  next(): DerValue {
    const start = this.#bytes.length - this.#reader.left;
    const tag = this.#reader.byte();
    if ((tag & 0x1f) === 0x1f) throw this.#fault();
    const content = this.#reader.take(this.#length());
    return { tag, content, whole: this.#bytes.subarray(start, this.#bytes.length - this.#reader.left) };
  }

  /** The next value, which must have this tag. */
  expect(tag: number): DerValue {
    const value = this.next();
    if (value.tag !== tag) throw this.#fault();
    return value;
  }

  /** The next value if it has this tag. */
  optional(tag: number): DerValue | undefined {
    return this.#reader.peek() === tag ? this.next() : undefined;
  }

  /** A reader of what is inside the next value, which must have this tag. */
  enter(tag: number): DerReader {
    return new DerReader(this.expect(tag).content, this.#fault);
  }

  /** A reader of what is inside a value. */
  inside({ content }: DerValue): DerReader {
    return new DerReader(content, this.#fault);
  }

  /** `fault()` unless everything is read. */
  end(): void {
    this.#reader.end();
  }

  #length(): number {
    const first = this.#reader.byte();
    if (first < 0x80) return first;
    const width = first & 0x7f;
    if (width === 0 || width > 3) throw this.#fault();
    const length = this.#reader.integer(width);
    if (length < 0x80 || length < 256 ** (width - 1)) throw this.#fault();
    return length;
  }
}

/** The whole of a byte string as one value's reader. */
export function readDer(bytes: Bytes, tag: number, fault: () => Error): DerReader {
  const outer = new DerReader(bytes, fault);
  const inner = outer.enter(tag);
  outer.end();
  return inner;
}

/** A small unsigned INTEGER in its shortest form, as a number. */
export function smallInteger(content: Bytes, fault: () => Error): number {
  const [first, second] = content;
  const isLong = first === 0 && second !== undefined && second < 0x80;
  if (first === undefined || first >= 0x80 || isLong || content.length > 5) throw fault();
  return content.reduce((value, byte) => value * 256 + byte, 0);
}
