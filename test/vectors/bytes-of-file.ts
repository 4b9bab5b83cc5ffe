/** Binary files of vectors, and copies of them that are wrong in one place. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Bytes } from '../../runtime/bytes.ts';

const folder = process.env['STATELESS_VECTORS'] ?? join(import.meta.dirname, '../../../shared/vectors');

/** The bytes of one file. */
export function readBytes(file: string): Bytes {
  return Uint8Array.from(readFileSync(join(folder, file)));
}

/** A copy with one byte changed; which bits change follows from the place, the same in every run. */
export function corrupt(bytes: Bytes, place: number): Bytes {
  const altered = bytes.slice();
  altered[place] = (altered[place] ?? 0) ^ (1 << ((place * 7) % 8));
  return altered;
}

/** So many places in a byte string, spread evenly. */
export function places(length: number, count: number): number[] {
  const step = Math.max(1, length / count);
  return Array.from({ length: Math.min(count, length) }, (_, index) => Math.floor(index * step));
}
