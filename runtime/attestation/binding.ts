/** What evidence is bound to. Types only. */
import type { Bytes } from '../bytes.ts';

/** The four facts that one piece of evidence binds together. */
export interface Binding {
  readonly nonce: Bytes;
  readonly keyConfig: Bytes;
  readonly egressDigest: Bytes;
  readonly launchDigest: Bytes;
}

/** An epoch: a node key that signs session keys, and the time in which it does; milliseconds since 1970. */
export interface Epoch {
  /** SubjectPublicKeyInfo of an ECDSA P-256 key. */
  readonly publicKey: Bytes;
  readonly notBefore: number;
  readonly notAfter: number;
}
