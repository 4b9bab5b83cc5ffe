/** Our client and our session process against each other library, suite by suite, over HTTP on loopback. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { readOffer } from '../../runtime/attestation/offer.ts';
import type { Offer } from '../../runtime/attestation/evidence.ts';
import { reportData, sha256 } from '../../runtime/attestation/report-data.ts';
import { serve } from '../../runtime/broker/index.ts';
import { concat, integer, utf8 } from '../../runtime/bytes.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import { connect } from '../../runtime/client/index.ts';
import { aeadNames, aeads, kdf, kemNames, kems } from '../../runtime/hpke/index.ts';
import type { AeadName, KemName, Suite } from '../../runtime/hpke/index.ts';
import { fromBase64url, toBase64url, toHex } from '../../runtime/text-forms.ts';
import { readRequest } from '../../runtime/wire/read-request.ts';
import { readReply } from '../../runtime/wire/read-reply.ts';
import { padReply } from '../../runtime/wire/reply.ts';
import { writeInput } from '../../runtime/wire/write-input.ts';
import { headerOf, infoOf, openResponse, sealResponse } from './oblivious.ts';
import { peers } from './peers.ts';
import type { Peer } from './peers.ts';

/** One meeting. */
export interface Meeting {
  readonly suite: string;
  readonly peer: string;
  /** Which side was ours. */
  readonly ours: 'client' | 'session process';
  readonly passed: boolean;
}

const processorFile = join(import.meta.dirname, 'echo.ts');
/** As much of a manifest as a client reads. */
const egress = '{"sizeClasses":[1024],"maxChunks":0}';
const input = { text: 'sealed by one, opened by the other' };

/** Runs every meeting; none that fails ends the others. */
export async function runMatrix(): Promise<Meeting[]> {
  const meetings: Meeting[] = [];
  for (const kem of kemNames) {
    const broker = await serve(processorFile, { kem, poolSize: 1, waitMs: 30_000 });
    try {
      for (const aead of aeadNames)
        for (const [peer, make] of Object.entries(peers)) {
          const suite = { kem, aead };
          const row = { suite: `${kem}, ${kdf.hash}, ${aead}`, peer };
          const process = await passes(() => meetSessionProcess(broker.url, suite, make(suite)));
          meetings.push({ ...row, ours: 'session process', passed: process });
          const client = await passes(() => meetClient(suite, make(suite)));
          meetings.push({ ...row, ours: 'client', passed: client });
        }
    } finally {
      await broker.stop();
    }
  }
  return meetings;
}

async function passes(meet: () => Promise<unknown>): Promise<boolean> {
  try {
    return JSON.stringify(await meet()) === JSON.stringify(input);
  } catch {
    return false;
  }
}

async function meetSessionProcess(url: string, suite: Suite, peer: Peer): Promise<unknown> {
  const nonce = toBase64url(crypto.getRandomValues(new Uint8Array(32)));
  const answered = await fetch(new URL('/offers', url), {
    method: 'POST',
    body: JSON.stringify({ nonce }),
    headers: { 'content-type': 'application/json' },
  });
  const { session, keyConfig } = readOffer(await answered.json());
  const publicKey = keyConfig.slice(3, 3 + kems[suite.kem].publicKeyLength);
  const header = headerOf(suite);
  const { enc, sealed, exporter } = await peer.seal(
    publicKey,
    infoOf(header),
    writeInput(JSON.stringify(input), 'known'),
  );
  const response = await fetch(new URL(`/sessions/${session}`, url), {
    method: 'POST',
    headers: { 'content-type': 'message/ohttp-req' },
    body: concat(header, enc, sealed),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return readReply(await openResponse(suite.aead, enc, exporter, bytes));
}

/** Serves one offer with the peer's key, and answers its one request with what came in. */
async function meetClient(suite: Suite, peer: Peer): Promise<unknown> {
  const recipient = await peer.generate();
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = concat(...((await request.toArray()) as Uint8Array[]));
    if (request.url === '/offers') {
      response.end(JSON.stringify(await offerFor(suite, recipient.publicKey, body)));
      return;
    }
    const header = headerOf(suite);
    const end = header.length + kems[suite.kem].encLength;
    const enc = body.slice(header.length, end);
    const { plaintext, exporter } = await recipient.open(enc, infoOf(header), body.slice(end));
    const { content } = readRequest(plaintext, () => new TypeError('no request'));
    const output: unknown = JSON.parse(Buffer.from(content).toString());
    response.end(await sealResponse(suite.aead, enc, exporter, padReply({ output }, [1024])));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as { port: number };
    const client = connect(`http://127.0.0.1:${port}`, { evidence: ['sim'], kems: [suite.kem] });
    return await client.request(input);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function offerFor({ kem, aead }: Suite, publicKey: Bytes, question: Bytes): Promise<Offer> {
  const { nonce } = JSON.parse(Buffer.from(question).toString()) as { nonce: string };
  const keyConfig = keyConfigOf(kem, aead, publicKey);
  const launchDigest = new Uint8Array(32);
  const binding = {
    nonce: fromBase64url(nonce) ?? new Uint8Array(0),
    keyConfig,
    egressDigest: await sha256(utf8(egress)),
    launchDigest,
  };
  return {
    session: '0'.repeat(32),
    keyConfig: toBase64url(keyConfig),
    evidence: { kind: 'sim', statement: toBase64url(await reportData(binding)), endorsements: '' },
    egress,
    launchDigest: toHex(launchDigest),
    expiresInMs: 10_000,
  };
}

function keyConfigOf(kem: KemName, aead: AeadName, publicKey: Bytes): Bytes {
  const suite = concat(integer(kdf.id, 2), integer(aeads[aead].id, 2));
  return concat(integer(0, 1), integer(kems[kem].id, 2), publicKey, integer(suite.length, 2), suite);
}
