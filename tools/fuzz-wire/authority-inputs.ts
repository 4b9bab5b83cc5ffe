/** Certificates, a revocation list and collateral, signed by an authority of the fuzzer's own. */
import { certify, createParty, der, extension, revoke } from '../../test/runtime/attestation/authority.ts';
import { concat, utf8 } from '../../runtime/bytes.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import { fromHex, toHex } from '../../runtime/text-forms.ts';

/** What is derived from one root and one leaf. */
export interface AuthorityInputs {
  readonly root: Bytes;
  readonly leaf: Bytes;
  readonly pem: Bytes;
  readonly certificates: readonly Bytes[];
  readonly lists: readonly Bytes[];
  readonly collateral: readonly Bytes[];
}

const sgxExtension = '2a864886f84d010d01';

/** Makes them. */
export async function createAuthority(): Promise<AuthorityInputs> {
  const [above, below] = [await createParty('root'), await createParty('leaf')];
  const root = await certify(above, above, { signsBelow: 1 });
  const leaf = await certify(below, above, { extensions: [extension(sgxExtension, sgxFields())] });
  const list = await revoke(above, [3, 5]);
  const chain = concat(pemOf(leaf), pemOf(root));
  const collateral = utf8(
    JSON.stringify({
      tcb_info: JSON.stringify(tcbInfo()),
      tcb_info_signature: '00'.repeat(64),
      tcb_info_issuer_chain: Buffer.from(chain).toString(),
      qe_identity: JSON.stringify(enclaveIdentity()),
      qe_identity_signature: '00'.repeat(64),
      qe_identity_issuer_chain: Buffer.from(chain).toString(),
      pck_crl: toHex(list),
      root_ca_crl: toHex(list),
    }),
  );
  return { root, leaf, pem: chain, certificates: [root, leaf], lists: [list], collateral: [collateral] };
}

const period = { issueDate: '2026-01-01T00:00:00Z', nextUpdate: '2026-02-01T00:00:00Z' };
const zeros = (bytes: number): string => '00'.repeat(bytes);
const moduleLevels = [{ tcb: { isvsvn: 2 }, tcbStatus: 'UpToDate' }];

function tcbInfo(): object {
  const components = Array.from({ length: 16 }, (_, svn) => ({ svn }));
  const tdxModule = { mrsigner: zeros(48), attributes: zeros(8), attributesMask: zeros(8) };
  const tcb = { sgxtcbcomponents: components, pcesvn: 11, tdxtcbcomponents: components };
  return {
    ...period,
    id: 'TDX',
    version: 3,
    fmspc: zeros(6),
    pceId: zeros(2),
    tdxModule,
    tdxModuleIdentities: [{ ...tdxModule, id: 'TDX_01', tcbLevels: moduleLevels }],
    tcbLevels: [{ tcb, tcbStatus: 'OutOfDate' }],
  };
}

function enclaveIdentity(): object {
  return {
    ...period,
    id: 'TD_QE',
    version: 2,
    miscselect: zeros(4),
    miscselectMask: zeros(4),
    attributes: zeros(16),
    attributesMask: zeros(16),
    mrsigner: zeros(32),
    isvprodid: 2,
    tcbLevels: moduleLevels,
  };
}

function sgxFields(): Bytes {
  const pair = (suffix: string, value: Bytes): Bytes =>
    der(0x30, der(0x06, fromHex(sgxExtension + suffix)), value);
  const levels = Array.from({ length: 17 }, (_, index) =>
    pair(`02${(index + 1).toString(16).padStart(2, '0')}`, der(0x02, new Uint8Array([index]))),
  );
  const bytes = (length: number): Bytes => der(0x04, new Uint8Array(length));
  return der(0x30, pair('02', der(0x30, ...levels)), pair('03', bytes(2)), pair('04', bytes(6)));
}

function pemOf(bytes: Bytes): Bytes {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return utf8(`-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`);
}
