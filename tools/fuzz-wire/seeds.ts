/** Inputs that every parser takes, made here: what the fuzzer starts from. */
import { createAuthority } from './authority-inputs.ts';
import { concat, integer, utf8 } from '../../runtime/bytes.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import { mechanisms } from '../../runtime/hpke/index.ts';
import { fromHex } from '../../runtime/text-forms.ts';
import { writeKeyConfig } from '../../runtime/wire/key-config.ts';
import { padReply, streamEnd, streamHead, writeStreamed } from '../../runtime/wire/reply.ts';
import { counted } from '../../runtime/wire/varint.ts';
import { writeInput } from '../../runtime/wire/write-input.ts';
import { writeMessage } from '../../runtime/wire/write-message.ts';
import { writeMessage as writeIpc } from '../../runtime/ipc.ts';

/** Inputs by kind. */
export type Seeds = Awaited<ReturnType<typeof createSeeds>>;

/** Makes them; keys are fresh, so their bytes differ from run to run, and their structure does not. */
export async function createSeeds() {
  const authority = await createAuthority();
  const keys = [await mechanisms.x25519.generate(), await mechanisms['x-wing'].generate()] as const;
  return {
    keyConfigs: [writeKeyConfig('x25519', keys[0].publicKey), writeKeyConfig('x-wing', keys[1].publicKey)],
    requests: requests(),
    responses: responses(),
    replies: [padReply({ output: 7 }, [128])],
    chunks: [concat(counted(new Uint8Array(40)), counted(new Uint8Array(70)), new Uint8Array(17))],
    ipc: [writeIpc('key', new Uint8Array(43)), writeIpc('egress', new Uint8Array([0, 0, 0, 1]))],
    reports: [sevSnpReport()],
    quotes: [tdxQuote(4, authority.pem), tdxQuote(5, authority.pem)],
    documents: [nitroDocument(authority.leaf, authority.root)],
    tables: [certificateTable(authority.leaf)],
    offers: [offer()],
    ...authority,
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

function sevSnpReport(): Bytes {
  const report = new Uint8Array(1184);
  report.set([3], 0x00);
  report.set([0, 0, 2], 0x08);
  report.set([1], 0x34);
  report.set([0x19, 0x01], 0x188);
  return report;
}

function tdxQuote(version: 4 | 5, pem: Bytes): Bytes {
  const header = new Uint8Array(48);
  header.set([version, 0, 2, 0, 0x81, 0, 0, 0]);
  const body =
    version === 4 ? new Uint8Array(584) : concat(new Uint8Array([3, 0, 0x88, 2, 0, 0]), new Uint8Array(648));
  const chain = concat(new Uint8Array([5, 0]), littleEndian(pem.length), pem);
  const inner = concat(new Uint8Array(384 + 64), new Uint8Array([32, 0]), new Uint8Array(32), chain);
  const data = concat(new Uint8Array(128), new Uint8Array([6, 0]), littleEndian(inner.length), inner);
  return concat(header, body, littleEndian(data.length), data);
}

function nitroDocument(leaf: Bytes, root: Bytes): Bytes {
  const pcr = (index: number): Bytes => concat(new Uint8Array([index]), bytes(new Uint8Array(48)));
  const pcrs = concat(new Uint8Array([0xa3]), pcr(0), pcr(1), pcr(2));
  const fields: [string, Bytes][] = [
    ['module_id', text('i-0-enc0')],
    ['digest', text('SHA384')],
    ['timestamp', concat(new Uint8Array([0x1b]), integer(400, 4), integer(7, 4))],
    ['pcrs', pcrs],
    ['certificate', bytes(leaf)],
    ['cabundle', concat(new Uint8Array([0x81]), bytes(root))],
    ['user_data', bytes(new Uint8Array(64))],
    ['nonce', new Uint8Array([0xf6])],
  ];
  const map = concat(
    new Uint8Array([0xbf]),
    ...fields.flatMap(([name, value]) => [text(name), value]),
    new Uint8Array([0xff]),
  );
  return concat(
    new Uint8Array([0x84]),
    bytes(fromHex('a1013822')),
    new Uint8Array([0xa0]),
    bytes(map),
    bytes(new Uint8Array(96)),
  );
}

function certificateTable(certificate: Bytes): Bytes {
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

function littleEndian(value: number): Bytes {
  return integer(value, 4).reverse();
}

function bytes(value: Uint8Array): Bytes {
  if (value.length < 24) return concat(new Uint8Array([0x40 + value.length]), value);
  if (value.length < 256) return concat(new Uint8Array([0x58, value.length]), value);
  return concat(new Uint8Array([0x59]), integer(value.length, 2), value);
}

function text(value: string): Bytes {
  return concat(new Uint8Array([0x60 + value.length]), utf8(value));
}
