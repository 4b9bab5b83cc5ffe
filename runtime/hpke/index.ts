/** HPKE base mode (RFC 9180) on WebCrypto alone. */
export { HpkeContext, setupRecipient } from './context.ts';
export { encapsulate } from './encapsulate.ts';
export { mechanisms } from './kem.ts';
export type { KemKeyPair } from './key-pair.ts';
export { setupSender } from './sender.ts';
export { aeadNames, aeads, findKem, kdf, kemNames, kems } from './suites.ts';
export type { AeadName, KemName, Suite } from './suites.ts';
