/** A bounded reader of DER (X.690): definite, shortest lengths, one-byte tags, nothing beyond the enclosing value. */
import { ByteReader } from '../../byte-reader.ts';
import type { Bytes } from '../../bytes.ts';
import type { DerValue } from './parts.ts';

/** The tags that certificates, revocation lists and signatures are made of. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
} as const;

/** Reads values one after another; whatever is not DER is `fault()`. */
export class DerReader extends ByteReader {
  /** The next value. */
  next(): DerValue {
    const before = this.left;
    const tag = this.byte();
    if ((tag & 0x1f) === 0x1f) throw this.fault();
    const content = this.take(this.#length());
    return { tag, content, whole: this.since(before) };
  }

  /** The next value, which must have this tag. */
  expect(tag: number): DerValue {
    const value = this.next();
    if (value.tag !== tag) throw this.fault();
    return value;
  }

  /** The next value if it has this tag. */
  optional(tag: number): DerValue | undefined {
    return this.peek() === tag ? this.next() : undefined;
  }

  /** A reader of what is inside the next value, which must have this tag. */
  enter(tag: number): DerReader {
    return new DerReader(this.expect(tag).content, this.fault);
  }

  /** The next value, a BIT STRING without unused bits. */
  bitString(): Bytes {
    const { content } = this.expect(tags.bitString);
    if (content[0] !== 0) throw this.fault();
    return content.subarray(1);
  }

  /** The digits of the next value, an INTEGER that is not negative, in its shortest form; no leading zero stays. */
  digits(): Bytes {
    const { content } = this.expect(tags.integer);
    const [first = 0x80, second] = content;
    if (first >= 0x80 || (first === 0 && second !== undefined && second < 0x80)) throw this.fault();
    return first === 0 ? content.subarray(1) : content;
  }

  /** The next value, an INTEGER below 2^32 that is not negative. */
  smallInteger(): number {
    const digits = this.digits();
    if (digits.length > 4) throw this.fault();
    return digits.reduce((value, byte) => value * 256 + byte, 0);
  }

  #length(): number {
    const first = this.byte();
    if (first < 0x80) return first;
    const width = first & 0x7f;
    if (width === 0 || width > 3) throw this.fault();
    const length = this.integer(width);
    if (length < 0x80 || length < 256 ** (width - 1)) throw this.fault();
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
