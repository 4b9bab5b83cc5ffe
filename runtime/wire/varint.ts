/** Writing variable-length integers of QUIC (RFC 9000, section 16), in their shortest form. */
import { concat, integer } from '../bytes.ts';
import type { Bytes } from '../bytes.ts';

/** The shortest form of a number below 2^30. */
export function varint(value: number): Bytes {
  if (value < 0x40) return integer(value, 1);
  if (value < 0x4000) return integer(value | 0x4000, 2);
  if (value < 0x4000_0000) return integer((value | 0x8000_0000) >>> 0, 4);
  throw new TypeError('a message of ours has less than 2^30 bytes');
}

/** The bytes behind their length. */
export function counted(bytes: Uint8Array): Bytes {
  return concat(varint(bytes.length), bytes);
}
