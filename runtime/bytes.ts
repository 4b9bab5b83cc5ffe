/** Byte strings as the standards write them: concatenation, fixed-width integers, length prefixes. */

/** A byte string that WebCrypto accepts: never backed by shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The byte strings one after another. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** I2OSP(value, width) of RFC 8017: big-endian, exactly `width` bytes, at most 4. */
export function integer(value: number, width: 1 | 2 | 4): Bytes {
  const bytes = new Uint8Array(width);
  for (let index = 0; index < width; index += 1) bytes[index] = value >>> (8 * (width - 1 - index));
  return bytes;
}

/** Each part behind its length in 4 bytes, so that no two lists of parts give the same bytes. */
export function lengthPrefixed(...parts: readonly Uint8Array[]): Bytes {
  return concat(...parts.flatMap((part) => [integer(part.length, 4), part]));
}

/** The UTF-8 bytes of a text. */
export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** Whether two byte strings are equal, looking at every byte. */
export function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  let difference = left.length ^ right.length;
  for (const [index, byte] of left.entries()) difference |= byte ^ (right[index] ?? 0);
  return difference === 0;
}

/** Overwrites buffers with zeros, best effort: the engine may have made copies, which die with the process. */
export function wipe(...buffers: readonly Uint8Array[]): void {
  for (const buffer of buffers) buffer.fill(0);
}
