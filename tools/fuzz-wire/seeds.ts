/** Inputs that every parser takes, made here: what the fuzzer starts from. The same seed gives the same bytes. */
import { concat, integer, utf8 } from '../../runtime/bytes.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import { kems } from '../../runtime/hpke/suites.ts';
import { fromHex } from '../../runtime/text-forms.ts';
import { writeKeyConfig } from '../../runtime/wire/key-config.ts';
import { padReply, streamEnd, streamHead, writeStreamed } from '../../runtime/wire/reply.ts';
import { counted } from '../../runtime/wire/varint.ts';
import { writeInput } from '../../runtime/wire/write-input.ts';
import { writeMessage } from '../../runtime/wire/write-message.ts';
import { writeMessage as writeIpc } from '../../runtime/ipc.ts';
import { revoke } from '../../test/runtime/attestation/authority.ts';
import { endorse, pemOf } from '../../test/runtime/attestation/endorsed.ts';
import { nitroDocument } from '../../test/runtime/attestation/nitro-evidence.ts';
import { sevSnpReport } from '../../test/runtime/attestation/sev-snp-evidence.ts';
import { makeCollateral, platformExtension, tdxQuote } from '../../test/runtime/attestation/tdx-evidence.ts';
import { seededParties } from './parties.ts';
import { noise } from './random.ts';
import type { Random } from './random.ts';

/** Inputs by kind. */
export type Seeds = Awaited<ReturnType<typeof createSeeds>>;

/** Makes them. */
export async function createSeeds(random: Random) {
  return {
    keyConfigs: (['x25519', 'x-wing'] as const).map((kem) =>
      writeKeyConfig(kem, noise(random, kems[kem].publicKeyLength)),
    ),
    requests: requests(),
    responses: responses(),
    replies: [padReply({ output: 7 }, [128])],
    streams: [[streamHead, writeStreamed({ output: 1 }, [64]), streamEnd(undefined, [64])]],
    chunks: [concat(counted(new Uint8Array(40)), counted(new Uint8Array(70)), new Uint8Array(17))],
    ipc: [writeIpc('key', new Uint8Array(43)), writeIpc('egress', new Uint8Array([0, 0, 0, 1]))],
    offers: [offer()],
    errors: [brokerError('ERR_BUSY', '12'), brokerError('ERR_OFFER_SPENT', '')],
    questions: [utf8(JSON.stringify({ nonce: 'A'.repeat(43) }))],
    ...(await evidence(random)),
  };
}

async function evidence(random: Random) {
  const create = seededParties(random);
  const endorsed = await endorse('P-256', { create, leaf: { extensions: [platformExtension()] } });
  const { root, certificates, leaf } = endorsed;
  const attester = await create('attester', 'P-384');
  const [leafCertificate = new Uint8Array(0)] = certificates;
  return {
    certificates,
    leafCertificate,
    pem: pemOf(...certificates),
    lists: [await revoke(root, [3, 5])],
    collateral: [await makeCollateral(endorsed, {}, create)],
    reports: [await sevSnpReport(attester)],
    quotes: [await tdxQuote(4, endorsed, leaf), await tdxQuote(5, endorsed, leaf)],
    documents: [await nitroDocument(attester, certificates, 1_700_000_000_000)],
    tables: [certificateTable(leafCertificate)],
  };
}

function requests(): Bytes[] {
  return [writeInput('{"text":"hello"}', 'known'), writeInput('{"text":"hello"}', 'indeterminate')];
}

function responses(): Bytes[] {
  const early = { status: 103, headers: [['link', '</a.css>']] as const };
  const response = {
    kind: 'response',
    informational: [early],
    status: 200,
    headers: [['content-type', 'text/plain']],
    content: utf8('hello'),
    trailers: [['digest', 'none']],
  } as const;
  const streamed = concat(streamHead, writeStreamed({ output: 1 }, [64]), streamEnd(undefined, [64]));
  return [writeMessage(response), writeMessage(response, 'indeterminate'), streamed];
}

function certificateTable(certificate: Bytes): Bytes {
  const littleEndian = (value: number): Bytes => integer(value, 4).reverse();
  const head = concat(
    fromHex('63da758de6644564adc5f4b93be8accd'),
    littleEndian(48),
    littleEndian(certificate.length),
  );
  return concat(head, new Uint8Array(24), certificate);
}

function offer(): Bytes {
  const evidence = { kind: 'sim', statement: 'AAAA', endorsements: '' };
  const epoch = { publicKey: 'AAAA', notBefore: 1, notAfter: 2, signature: 'AAAA' };
  const fields = {
    session: '0'.repeat(32),
    keyConfig: 'AAAA',
    evidence,
    epoch,
    egress: '{"maxChunks":0}',
    launchDigest: '0'.repeat(64),
    expiresInMs: 1,
  };
  return utf8(JSON.stringify(fields));
}

// A header's value, then the body, as a broker's error arrives at a client.
function brokerError(code: string, retryAfter: string): Bytes {
  return utf8(`${retryAfter}\n${JSON.stringify({ error: { code, message: 'x' } })}`);
}
