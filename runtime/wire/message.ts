/** HTTP messages as Binary HTTP carries them (RFC 9292): what the two sides of a session say to each other. */
import type { Bytes } from '../bytes.ts';

/** A field line: a lower-case name and a value, one character a byte. */
export type FieldLine = readonly [name: string, value: string];

/** A request. */
export interface BinaryRequest {
  readonly kind: 'request';
  readonly method: string;
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  readonly headers: readonly FieldLine[];
  readonly content: Bytes;
  readonly trailers: readonly FieldLine[];
}

/** A response. Informational ones come before it, each with a status of 100 to 199. */
export interface BinaryResponse {
  readonly kind: 'response';
  readonly informational: readonly { readonly status: number; readonly headers: readonly FieldLine[] }[];
  readonly status: number;
  readonly headers: readonly FieldLine[];
  readonly content: Bytes;
  readonly trailers: readonly FieldLine[];
}

export type BinaryMessage = BinaryRequest | BinaryResponse;

/** Whether lengths stand before the sections, or terminators behind them (sections 3.1 and 3.2). */
export type Framing = 'known' | 'indeterminate';
