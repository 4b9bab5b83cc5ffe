/** HPKE base mode (RFC 9180) on WebCrypto alone. */
export { HpkeContext, setupRecipient, setupSender } from './context.ts';
export { expand, extract } from './hkdf.ts';
export { importAeadKey, openWith, sealWith } from './aead.ts';
export { mechanisms } from './kem.ts';
export type { KemKeyPair } from './kem.ts';
export {
  aeadNames,
  aeads,
  findAead,
  findKem,
  kdf,
  kemNames,
  kems,
  keyLength,
  nonceLength,
} from './suites.ts';
export type { AeadName, KemName, Suite } from './suites.ts';
