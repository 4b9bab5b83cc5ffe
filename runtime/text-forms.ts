/** Byte strings as text: hexadecimal, and base64url. */
import type { Bytes } from './bytes.ts';

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Base64url without padding (RFC 4648, section 5). */
export function toBase64url(bytes: Uint8Array): string {
  return btoa(binaryOf(bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The bytes of a base64url text, or undefined when it is not one. */
export function fromBase64url(text: string): Bytes | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** The bytes of a hexadecimal text, which the caller has checked to be one. */
export function fromHex(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The bytes of a base64 text with its padding (RFC 4648, section 4), or undefined when it is not one. */
export function fromBase64(text: string): Bytes | undefined {
  const bare = text.replace(/={1,2}$/, '');
  const bytes = fromBase64url(bare.replaceAll('+', '-').replaceAll('/', '_'));
  const isWhole = text.length % 4 === 0 && !/[-_]/.test(text);
  return bytes !== undefined && isWhole && btoa(binaryOf(bytes)) === text ? bytes : undefined;
}

function binaryOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
