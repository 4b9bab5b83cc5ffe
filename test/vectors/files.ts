/** The public vectors, read from the folder that STATELESS_VECTORS names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Bytes } from '../../runtime/bytes.ts';

/** A vector: hexadecimal texts by name, and numbers. */
export type Vector = Readonly<Record<string, unknown>>;

const folder = process.env['STATELESS_VECTORS'] ?? join(import.meta.dirname, '../../../shared/vectors');

/** The JSON of one file of vectors. */
export function readVectors(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

/** The list in a file, or under a name in it. */
export function listVectors(value: unknown): readonly Vector[] {
  if (!Array.isArray(value)) throw new TypeError('a file of vectors holds a list');
  return value.filter((item): item is Vector => typeof item === 'object' && item !== null);
}

/** The bytes of a hexadecimal member. */
export function bytesOf(vector: Vector, name: string): Bytes {
  const text = vector[name];
  if (typeof text !== 'string') throw new TypeError(`the vector has no ${name}`);
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The hexadecimal text of bytes. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
