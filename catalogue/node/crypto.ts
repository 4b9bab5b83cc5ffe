/** `node:crypto`: what ciphers give out is clean; digests, signatures and derived keys keep the label. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { clean, HIDDEN, wipes, hands, seals, taints } from '../tables.ts';

/** A digester and what gives out its result. */
const digesters = [
  ['crypto.Hash', 'Member[digest]'],
  ['crypto.Hmac', 'Member[digest]'],
  ['crypto.Sign', 'Member[sign]'],
] as const;
const ciphers = ['crypto.Cipheriv', 'crypto.CipherGCM', 'crypto.CipherCCM', 'crypto.CipherOCB'];

export const cryptoPropagators: readonly Propagator[] = [
  ...digesters.flatMap(([type, result]) => [
    ...taints(type, '', [
      ['Member[update]', 'Argument[0]', 'Argument[this]'],
      [result, 'Argument[this]', 'ReturnValue'],
    ]),
    ...hands(type, '', [['Member[update]', 'Argument[this]', 'ReturnValue']]),
  ]),
  ...taints('crypto', '', [
    ['Member[createHmac]', 'Argument[1]', 'ReturnValue'],
    ['Member[hash,privateEncrypt,sign]', 'Argument[1]', 'ReturnValue'],
    ['Member[privateDecrypt,publicDecrypt]', 'Argument[1]', 'ReturnValue'],
    ['Member[pbkdf2Sync,scryptSync]', 'Argument[0,1]', 'ReturnValue'],
    ['Member[pbkdf2,scrypt]', 'Argument[0,1]', 'Argument[N-1].Parameter[1]'],
    ['Member[hkdfSync]', 'Argument[1..3]', 'ReturnValue'],
    ['Member[createSecretKey]', 'Argument[0]', 'ReturnValue'],
  ]),
  ...['crypto.Decipheriv', 'crypto.DecipherGCM'].flatMap((type) =>
    taints(type, '', [
      ['Member[update]', 'Argument[0]', 'Argument[this]'],
      ['Member[update]', 'Argument[0]', 'ReturnValue'],
      ['Member[final]', 'Argument[this]', 'ReturnValue'],
    ]),
  ),
];

export const cryptoSanitizers: readonly Sanitizer[] = [
  ...wipes('crypto', '', 'Argument[0]', ['Member[randomFillSync,getRandomValues].WithArity[1]']),
  ...ciphers.flatMap((type) => [
    ...seals(type, '', [
      ['Member[update]', 'Argument[0]', 'ReturnValue'],
      ['Member[write,end]', 'Argument[0]', 'Argument[this]'],
    ]),
    ...clean(type, '', ['Member[update,final].ReturnValue']),
  ]),
  // As streams, ciphers give out what they made.
  ...ciphers.flatMap((type) => clean(type, '', [HIDDEN.chunks])),
  ...clean('crypto', 'Member[createCipheriv].ReturnValue.', [HIDDEN.chunks, 'ArrayElement']),
  ...clean('crypto.CipherGCM', '', ['Member[getAuthTag].ReturnValue']),
  ...seals('crypto', '', [['Member[publicEncrypt]', 'Argument[1]', 'ReturnValue']]),
  ...clean('crypto', '', [
    'Member[publicEncrypt].ReturnValue',
    'Member[randomBytes,randomUUID,randomInt,timingSafeEqual,verify].ReturnValue',
  ]),
];
