/** The Nitro documents of the public vectors, and how one is appraised. */
import { nitro } from '../../runtime/attestation/nitro/index.ts';
import type { NitroPolicy } from '../../runtime/attestation/nitro/index.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import { readBytes } from './bytes-of-file.ts';
import { readVectors } from './files.ts';

/** One document. */
export interface NitroCase {
  readonly name: string;
  readonly document: string;
  readonly verify_at: string;
  readonly fields: {
    readonly pcrs: Readonly<Record<string, string>>;
    readonly user_data: string | null;
  };
  readonly strict_policy: { readonly accept: boolean };
}

/** All of them. */
export const { cases } = readVectors('nitro/cases.json') as { cases: NitroCase[] };

/** What is other than in the vector. */
export interface NitroChoices {
  readonly document?: Bytes;
  readonly policy?: Partial<NitroPolicy>;
  readonly at?: number;
}

/** Appraises a document, under a policy that accepts its measurements. */
export function appraise(
  vector: NitroCase,
  choices: NitroChoices,
): ReturnType<ReturnType<typeof nitro>['verify']> {
  const statement = choices.document ?? readBytes(`nitro/${vector.document}`);
  const verifier = nitro({ ...policyOf(vector), ...choices.policy });
  return verifier.verify(
    { statement, endorsements: new Uint8Array(0) },
    choices.at ?? Date.parse(vector.verify_at),
  );
}

/** That policy. */
export function policyOf({ fields: { pcrs } }: NitroCase): NitroPolicy {
  const [pcr0 = '', pcr1 = '', pcr2 = ''] = ['0', '1', '2'].map((index) => pcrs[index]);
  return { measurements: [{ pcr0, pcr1, pcr2 }] };
}
