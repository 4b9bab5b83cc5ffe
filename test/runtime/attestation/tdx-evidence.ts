/** TDX evidence of a test's own making: a quote, its quoting enclave and its collateral, under the test's own chain. */
import { sha256 } from '../../../runtime/attestation/report-data.ts';
import type { Presented } from '../../../runtime/attestation/verifier.ts';
import { concat, integer, utf8 } from '../../../runtime/bytes.ts';
import type { Bytes } from '../../../runtime/bytes.ts';
import { fromHex, toHex } from '../../../runtime/text-forms.ts';
import { certify, createParty, der, extension, revoke } from './authority.ts';
import type { CertificateChoices, CreateParty, Party } from './authority.ts';
import { endorse, pemOf } from './endorsed.ts';
import type { ChainChoices, Endorsed } from './endorsed.ts';
import { enclaveIdentity, tcbInfo } from './tdx-statements.ts';

const sgxExtension = '2a864886f84d010d01';
const zero = '00'.repeat(48);

/** A policy that accepts it. */
export const tdxPolicy = { measurements: [{ mrTd: zero, rtmrs: [zero, zero, zero, zero] }] } as const;

/** What is unusual about the collateral; the lists are DER. */
export interface CollateralChoices {
  readonly signer?: CertificateChoices;
  /** Who signs both statements, in place of who is certified for it. */
  readonly statementsBy?: Party;
  readonly period?: { readonly issueDate: string; readonly nextUpdate: string };
  readonly rootList?: (endorsed: Endorsed) => Promise<Bytes>;
  readonly keyList?: (endorsed: Endorsed) => Promise<Bytes>;
}

/** Evidence over report data. */
export async function makeTdx(
  choices: ChainChoices = {},
  collateral: CollateralChoices = {},
  reportData = new Uint8Array(64),
): Promise<Endorsed & { readonly presented: Presented }> {
  const { create = createParty } = choices;
  const leaf = { extensions: [platformExtension()], ...choices.leaf };
  const endorsed = await endorse('P-256', { ...choices, leaf });
  const statement = await tdxQuote(4, endorsed, await create('attestation key'), reportData);
  const endorsements = await makeCollateral(endorsed, collateral, create);
  return { ...endorsed, presented: { statement, endorsements } };
}

/** A quote: page exceptions off, and zeros. */
export async function tdxQuote(
  version: 4 | 5,
  { leaf, certificates }: Pick<Endorsed, 'leaf' | 'certificates'>,
  attestationKey: Party,
  reportData = new Uint8Array(64),
): Promise<Bytes> {
  const body = new Uint8Array(version === 4 ? 584 : 648);
  body.set([0x10], 123);
  body.set(reportData, 520);
  const header = new Uint8Array(48);
  header.set([version, 0, 2, 0, 0x81, 0, 0, 0]);
  const signed = concat(header, version === 4 ? new Uint8Array(0) : fromHex('030088020000'), body);
  const publicKey = attestationKey.publicKey.slice(-64);
  const pem = pemOf(...certificates);
  const enclave = await enclaveReport(publicKey);
  const inner = concat(
    enclave,
    await leaf.sign(enclave),
    new Uint8Array([32, 0]),
    new Uint8Array(32),
    certification(5, pem),
  );
  const data = concat(await attestationKey.sign(signed), publicKey, certification(6, inner));
  return concat(signed, littleEndian(data.length), data);
}

/** The SGX extension of a PCK certificate: every component at level 3, PCE at 11, the identifiers zero. */
export function platformExtension(): Bytes {
  const pair = (suffix: string, value: Bytes): Bytes =>
    der(0x30, der(0x06, fromHex(sgxExtension + suffix)), value);
  const levels = Array.from({ length: 17 }, (_, index) =>
    pair(
      `02${(index + 1).toString(16).padStart(2, '0')}`,
      der(0x02, new Uint8Array([index === 16 ? 11 : 3])),
    ),
  );
  const bytes = (length: number): Bytes => der(0x04, new Uint8Array(length));
  return extension(
    sgxExtension,
    der(0x30, pair('02', der(0x30, ...levels)), pair('03', bytes(2)), pair('04', bytes(6))),
  );
}

/** Collateral for it. */
export async function makeCollateral(
  endorsed: Endorsed,
  { signer = {}, statementsBy, period, rootList, keyList }: CollateralChoices,
  create: CreateParty,
): Promise<Bytes> {
  const { root, rootCertificate, intermediate } = endorsed;
  const party = await create('statements');
  const chain = pemOf(await certify(party, root, { serial: 6, ...signer }), rootCertificate);
  const issuer = Buffer.from(chain).toString();
  const sign = async (text: string): Promise<string> => toHex(await (statementsBy ?? party).sign(utf8(text)));
  const [platforms, enclave] = [JSON.stringify(tcbInfo(period)), JSON.stringify(enclaveIdentity(period))];
  return utf8(
    JSON.stringify({
      tcb_info: platforms,
      tcb_info_signature: await sign(platforms),
      tcb_info_issuer_chain: issuer,
      qe_identity: enclave,
      qe_identity_signature: await sign(enclave),
      qe_identity_issuer_chain: issuer,
      pck_crl: toHex(await (keyList?.(endorsed) ?? revoke(intermediate, []))),
      root_ca_crl: toHex(await (rootList?.(endorsed) ?? revoke(root, []))),
    }),
  );
}

async function enclaveReport(attestationKey: Bytes): Promise<Bytes> {
  const report = new Uint8Array(384);
  report.set([2, 0, 2, 0], 256);
  report.set(await sha256(concat(attestationKey, new Uint8Array(32))), 320);
  return report;
}

function certification(type: number, data: Bytes): Bytes {
  return concat(new Uint8Array([type, 0]), littleEndian(data.length), data);
}

function littleEndian(value: number): Bytes {
  return integer(value, 4).reverse();
}
