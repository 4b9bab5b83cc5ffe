/** What certificates and revocation lists are made of, once they were read. Types only. */
import type { Bytes } from '../../bytes.ts';

/** One value: its tag, its contents, and both with the length in between. */
export interface DerValue {
  readonly tag: number;
  readonly content: Bytes;
  readonly whole: Bytes;
}

/** A signed part that was read and not yet verified; the algorithm is hexadecimal DER. */
export interface Signed {
  readonly signed: Bytes;
  readonly algorithm: string;
  readonly signature: Bytes;
}

/** A certificate that was read and not yet verified. Names, identifiers and numbers are hexadecimal DER contents. */
export interface Certificate extends Signed {
  readonly whole: Bytes;
  readonly serial: string;
  readonly issuer: string;
  readonly subject: string;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: Bytes;
  /** Values by hexadecimal object identifier. */
  readonly extensions: ReadonlyMap<string, Bytes>;
  /** Certificates that may stand between this one and a leaf; undefined when it may sign none. */
  readonly signsBelow: number | undefined;
}

/** At least a leaf and a root. */
export type Chain = readonly [leaf: Certificate, ...Certificate[]];

/** A list that was read and not yet verified. */
export interface RevocationList extends Signed {
  readonly issuer: string;
  readonly thisUpdate: number;
  readonly nextUpdate: number;
  readonly serials: ReadonlySet<string>;
}
