/** Nitro evidence of a test's own making: a COSE_Sign1 document whose key the test's own chain endorses. */
import type { Presented } from '../../../runtime/attestation/verifier.ts';
import { concat, integer, utf8 } from '../../../runtime/bytes.ts';
import type { Bytes } from '../../../runtime/bytes.ts';
import { fromHex } from '../../../runtime/text-forms.ts';
import type { Party } from './authority.ts';
import { endorse } from './endorsed.ts';
import type { ChainChoices, Endorsed } from './endorsed.ts';

const protectedHeader = fromHex('a1013822');
const measurement = '11'.repeat(48);

/** A policy that accepts it. */
export const nitroPolicy = {
  measurements: [{ pcr0: measurement, pcr1: measurement, pcr2: measurement }],
} as const;

/** Evidence over report data, of a time in milliseconds since 1970. */
export async function makeNitro(
  time: number,
  choices: ChainChoices = {},
  reportData = new Uint8Array(64),
): Promise<Endorsed & { readonly presented: Presented }> {
  const endorsed = await endorse('P-384', choices);
  const statement = await nitroDocument(endorsed.leaf, endorsed.certificates, time, reportData);
  return { ...endorsed, presented: { statement, endorsements: new Uint8Array(0) } };
}

/** A document with these certificates, leaf first. */
export async function nitroDocument(
  signer: Party,
  [certificate = new Uint8Array(0), ...above]: readonly Bytes[],
  time: number,
  reportData = new Uint8Array(64),
): Promise<Bytes> {
  const pcr = (index: number): Bytes => concat(integer(index, 1), bytes(fromHex(measurement)));
  const fields: [string, Bytes][] = [
    ['module_id', text('i-0-enc0')],
    ['digest', text('SHA384')],
    [
      'timestamp',
      concat(integer(0x1b, 1), integer(Math.floor(time / 2 ** 32), 4), integer(time % 2 ** 32, 4)),
    ],
    ['pcrs', concat(integer(0xa3, 1), pcr(0), pcr(1), pcr(2))],
    ['certificate', bytes(certificate)],
    ['cabundle', concat(integer(0x80 + above.length, 1), ...above.toReversed().map(bytes))],
    ['user_data', bytes(reportData)],
    ['nonce', integer(0xf6, 1)],
  ];
  const payload = concat(
    integer(0xbf, 1),
    ...fields.flatMap(([name, value]) => [text(name), value]),
    integer(0xff, 1),
  );
  const signed = array(text('Signature1'), bytes(protectedHeader), bytes(new Uint8Array(0)), bytes(payload));
  return array(bytes(protectedHeader), integer(0xa0, 1), bytes(payload), bytes(await signer.sign(signed)));
}

function array(...items: readonly Bytes[]): Bytes {
  return concat(integer(0x80 + items.length, 1), ...items);
}

function bytes(value: Uint8Array): Bytes {
  if (value.length < 24) return concat(integer(0x40 + value.length, 1), value);
  if (value.length < 256) return concat(new Uint8Array([0x58, value.length]), value);
  return concat(integer(0x59, 1), integer(value.length, 2), value);
}

function text(value: string): Bytes {
  return concat(integer(0x60 + value.length, 1), utf8(value));
}
