/** Fields of the structures that processors sign, which have fixed places and little-endian numbers. */
import type { Bytes } from '../bytes.ts';

/** A cutter of fields by offset and length; the caller has checked how long the whole is. */
export function fieldsOf(bytes: Bytes): (offset: number, length: number) => Bytes {
  return (offset, length) => bytes.subarray(offset, offset + length);
}

/** A little-endian number. */
export function littleEndian(bytes: Bytes): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}

/** One bit of a little-endian bit field. */
export function hasBit(bytes: Bytes, bit: number): boolean {
  return (((bytes[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) === 1;
}
