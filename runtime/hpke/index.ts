/** HPKE base mode (RFC 9180) on WebCrypto alone. */
export { HpkeContext } from './context.ts';
export type { KemKeyPair } from './key-pair.ts';
export { mechanisms, setupRecipient } from './recipient.ts';
export { encapsulate, setupSender } from './sender.ts';
export { aeadNames, aeads, kdf, kemNames, kems } from './suites.ts';
export type { AeadName, KemName, Suite } from './suites.ts';
