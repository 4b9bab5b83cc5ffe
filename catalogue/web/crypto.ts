/** WebCrypto: sealed bytes are clean, digests and signatures are not: a hash of a short text is the text. */
import type { Propagator, Sanitizer } from '../../engine/models/rows.ts';
import { clean, hands, seals, taints } from '../tables.ts';

const subtleHomes = [
  ['global', 'Member[crypto].Member[subtle].'],
  ['global', 'Member[SubtleCrypto].Instance.'],
  ['crypto', 'Member[subtle].'],
  ['crypto', 'Member[webcrypto].Member[subtle].'],
] as const;

export const webCryptoPropagators: readonly Propagator[] = [
  ...subtleHomes.flatMap(([type, prefix]) =>
    taints(type, prefix, [
      ['Member[digest]', 'Argument[1]', 'ReturnValue.Awaited'],
      ['Member[sign,decrypt]', 'Argument[2]', 'ReturnValue.Awaited'],
    ]),
  ),
  ...hands('global', 'Member[crypto].', [['Member[getRandomValues]', 'Argument[0]', 'ReturnValue']]),
];

export const webCryptoSanitizers: readonly Sanitizer[] = [
  ...subtleHomes.flatMap(([type, prefix]) =>
    seals(type, prefix, [
      ['Member[encrypt]', 'Argument[2]', 'ReturnValue.Awaited'],
      ['Member[wrapKey]', 'Argument[1]', 'ReturnValue.Awaited'],
    ]),
  ),
  ...subtleHomes.flatMap(([type, prefix]) =>
    clean(type, prefix, ['Member[encrypt,wrapKey].ReturnValue.Awaited', 'Member[verify].ReturnValue']),
  ),
  ...clean('global', 'Member[crypto].', ['Member[randomUUID].ReturnValue']),
];
