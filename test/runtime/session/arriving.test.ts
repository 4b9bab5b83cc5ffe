/** A request in chunks is opened while it arrives: what is wrong with it is found before its end. */
import { request as open } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../runtime/bytes.ts';
import type { Bytes } from '../../../runtime/bytes.ts';
import { readKeyConfig } from '../../../runtime/wire/read-key-config.ts';
import { readStreamed } from '../../../runtime/wire/read-reply.ts';
import { openChunkedRequest } from '../../../runtime/wire/recipient.ts';
import { openChunkedResponse, startRequest } from '../../../runtime/wire/sender.ts';
import { writeInput } from '../../../runtime/wire/write-input.ts';
import { mechanisms } from '../../../runtime/hpke/index.ts';
import { patience, watch } from '../brokers.ts';
import { takeOffer } from '../wire-requests.ts';

const { broker, ends } = await watch('counting.ts', { maxProcesses: 24 });
const message = writeInput(JSON.stringify({ to: 2, then: 'end' }), 'indeterminate');

describe('a request in chunks', () => {
  it('is whole whatever the pieces in which it arrives', async () => {
    const { sent, answer, exchange, seal, opening } = await begin();
    const parts = [opening, await seal(message.slice(0, 9), false), await seal(message.slice(9), true)];
    for (const byte of Buffer.concat(parts)) sent.write(Uint8Array.of(byte));
    sent.end();
    const outputs: unknown[] = [];
    for await (const output of readStreamed(openChunkedResponse(exchange, await answer, 2048)))
      outputs.push(output);
    expect(outputs).toEqual([{ count: 1 }, { count: 2 }]);
    await expect.poll(() => ends().at(-1)?.requestBytes, patience).toBe(Buffer.concat(parts).length);
  });

  it('with a chunk that was altered is refused before its end', async () => {
    const { sent, answer, seal, opening } = await begin();
    const chunk = await seal(message, false);
    chunk[chunk.length - 1] = (chunk.at(-1) ?? 0) ^ 1;
    sent.write(Buffer.concat([opening, chunk]));
    expect((await answer).statusCode).toBe(422);
    sent.destroy();
  });

  it('that announces a chunk above the limit is refused before it arrives', async () => {
    const { sent, answer, opening } = await begin();
    sent.write(Buffer.concat([opening, Uint8Array.of(0xbf, 0xff, 0xff, 0xff)]));
    expect((await answer).statusCode).toBe(422);
    sent.destroy();
  });

  it('that grows above the limit is refused before its end', async () => {
    const { sent, answer, seal, opening } = await begin();
    sent.write(opening);
    for (let count = 0; count < 6; count += 1) sent.write(await seal(new Uint8Array(1024), false));
    expect((await answer).statusCode).toBe(413);
    await expect.poll(() => ends().at(-1)?.outcome, patience).toBe('cancelled');
    sent.destroy();
  });

  it.each([
    ['its final chunk', async (seal: Seal) => seal(message, false)],
    ['half a chunk', async (seal: Seal) => (await seal(message, false)).slice(0, 20)],
    ['all of it', () => new Uint8Array(0)],
  ])('that lacks %s cannot be opened', async (_, rest) => {
    const { sent, answer, seal, opening } = await begin();
    sent.end(Buffer.concat([opening, await rest(seal)]));
    expect((await answer).statusCode).toBe(422);
  });

  it('whose sender leaves in the middle leaves no process', async () => {
    const { sent, answer, seal, opening } = await begin();
    const before = ends().length;
    answer.catch(() => undefined);
    sent.write(Buffer.concat([opening, await seal(message, false)]));
    await new Promise((resolve) => setTimeout(resolve, 200));
    sent.destroy();
    await expect.poll(() => ends()[before]?.outcome, patience).toBe('cancelled');
  });
});

it('no more of a request is asked for than is needed to find that it is too long', async () => {
  const pair = await mechanisms.x25519.generate();
  const config = { keyId: 0, kem: 'x25519', publicKey: pair.publicKey, aeads: ['aes-256-gcm'] } as const;
  const { opening, seal } = await startRequest(config, 'aes-256-gcm');
  let asked = 0;
  async function* pieces(): AsyncGenerator<Bytes> {
    yield opening;
    for (;;) {
      asked += 1;
      yield await seal(utf8('x'.repeat(100)), false);
    }
  }
  const { plaintext } = await openChunkedRequest({ kem: 'x25519', pair }, pieces(), 1_000);
  expect([plaintext.length, asked]).toEqual([1_100, 11]);
});

type Seal = Awaited<ReturnType<typeof startRequest>>['seal'];

async function begin(): Promise<
  Awaited<ReturnType<typeof startRequest>> & {
    readonly sent: ClientRequest;
    readonly answer: Promise<IncomingMessage>;
  }
> {
  const offer = await takeOffer(broker.url);
  const started = await startRequest(readKeyConfig(offer.keyConfig), 'aes-256-gcm');
  const sent = open(new URL(`/sessions/${offer.session}`, broker.url), {
    method: 'POST',
    headers: { 'content-type': 'message/ohttp-chunked-req' },
  });
  sent.setNoDelay(true);
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    sent.on('response', resolve).on('error', reject);
  });
  return { ...started, sent, answer };
}
