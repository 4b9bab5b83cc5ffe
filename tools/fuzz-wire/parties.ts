/** Parties whose keys and signatures are noise that a seed decides: the parsers read signatures, and verify none. */
import { concat } from '../../runtime/bytes.ts';
import { fromHex } from '../../runtime/text-forms.ts';
import type { CreateParty } from '../../test/runtime/attestation/authority.ts';
import { noise } from './random.ts';
import type { Random } from './random.ts';

/** What precedes the point in a SubjectPublicKeyInfo, and the bytes of a coordinate. */
const curves = {
  'P-256': { width: 32, head: fromHex('3059301306072a8648ce3d020106082a8648ce3d03010703420004') },
  'P-384': { width: 48, head: fromHex('3076301006072a8648ce3d020106052b8104002203620004') },
} as const;

/** A maker of parties. */
export function seededParties(random: Random): CreateParty {
  return (name, curve = 'P-256') => {
    const { head, width } = curves[curve];
    const publicKey = concat(head, noise(random, 2 * width));
    return Promise.resolve({
      name,
      curve,
      publicKey,
      sign: () => Promise.resolve(noise(random, 2 * width)),
    });
  };
}
