/**
 * A bounded reader of CBOR (RFC 8949), as far as Nitro documents go: integers, byte and text strings, arrays, maps,
 * simple values. Lengths and integers are in their shortest form; of indefinite length may be maps alone.
 */
import { ByteReader } from '../../byte-reader.ts';
import type { Bytes } from '../../bytes.ts';

const deepest = 4;
const breakByte = 0xff;
const indefinite = 31;
const simple: Readonly<Record<number, boolean | null>> = { 20: false, 21: true, 22: null };

/**
 * Reads one value that fills the bytes: numbers, texts, booleans, null, bytes, arrays, and maps as objects, whose keys
 * are texts or integers, no two of them written alike. Whatever is not one is `fault()`.
 */
export function readCbor(bytes: Bytes, fault: () => Error): unknown {
  const reader = new ByteReader(bytes, fault);
  const value = readValue(reader, 0);
  reader.end();
  return value;
}

function readValue(reader: ByteReader, depth: number): unknown {
  const head = reader.byte();
  const [major, info] = [head >>> 5, head & 0x1f];
  if (depth > deepest || (info > 27 && !(major === 5 && info === indefinite))) throw reader.fault();
  if (major === 7) return readSimple(reader, info);
  if (major === 5) return readMap(reader, info, depth);
  const argument = readArgument(reader, info);
  if (major === 0) return argument;
  if (major === 1) return -1 - argument;
  if (major === 2) return reader.take(argument);
  if (major === 3) return readText(reader, argument);
  if (major !== 4) throw reader.fault();
  return readItems(reader, argument, depth);
}

function readArgument(reader: ByteReader, info: number): number {
  if (info < 24) return info;
  const width = 1 << (info - 24);
  const high = width === 8 ? reader.integer(4) : 0;
  const value = high * 2 ** 32 + reader.integer(Math.min(width, 4));
  const smallest = width === 1 ? 24 : 2 ** (4 * width);
  if (value < smallest || !Number.isSafeInteger(value)) throw reader.fault();
  return value;
}

function readSimple(reader: ByteReader, info: number): boolean | null {
  const value = simple[info];
  if (value === undefined) throw reader.fault();
  return value;
}

// A count that is more than the bytes that are left is a lie, found before anything is allocated for it.
function readItems(reader: ByteReader, count: number, depth: number): unknown[] {
  if (count > reader.left) throw reader.fault();
  return Array.from({ length: count }, () => readValue(reader, depth + 1));
}

function readMap(reader: ByteReader, info: number, depth: number): object {
  const map = new Map<string, unknown>();
  const count = info === indefinite ? undefined : readArgument(reader, info);
  for (let entries = 0; entries !== count; entries += 1) {
    if (count === undefined && reader.peek() === breakByte) break;
    const key = readValue(reader, depth + 1);
    if ((typeof key !== 'string' && typeof key !== 'number') || map.has(String(key))) throw reader.fault();
    map.set(String(key), readValue(reader, depth + 1));
  }
  if (count === undefined) reader.byte();
  return Object.fromEntries(map);
}

function readText(reader: ByteReader, length: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(reader.take(length));
  } catch {
    throw reader.fault();
  }
}
