/** RFC 9458 Appendix A, and the example of the draft on chunks: both exchanges bit for bit, from either side. */
import { describe, expect, it } from 'vitest';
import { concat } from '../../runtime/bytes.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import type { KemKeyPair } from '../../runtime/hpke/index.ts';
import type { Exchange } from '../../runtime/wire/exchange.ts';
import { readKeyConfig } from '../../runtime/wire/read-key-config.ts';
import {
  openChunkedRequest,
  openRequest,
  sealResponse,
  startResponse,
} from '../../runtime/wire/recipient.ts';
import type { Recipient } from '../../runtime/wire/recipient.ts';
import { openChunkedResponse, openResponse, sealRequest, startRequest } from '../../runtime/wire/sender.ts';
import { bytesOf, hexOf, listVectors, readVectors } from './files.ts';
import type { Vector } from './files.ts';
import { importX25519 } from './keys.ts';

const aead = 'aes-128-gcm';

describe('RFC 9458, Appendix A', () => {
  const vector = read('ohttp/rfc9458.json');

  it('the client seals the published request and opens the published response', async () => {
    const { sealed, exchange } = await sealRequest(
      config(vector),
      aead,
      bytesOf(vector, 'request_bhttp'),
      await ephemeral(vector),
    );
    expect(hexOf(sealed)).toBe(vector['encapsulated_request']);
    const opened = await openResponse(exchange, bytesOf(vector, 'encapsulated_response'));
    expect(hexOf(opened)).toBe(vector['response_bhttp']);
  });

  it('the gateway opens the published request and seals the published response', async () => {
    const opened = await openRequest(await recipient(vector), bytesOf(vector, 'encapsulated_request'));
    expect(hexOf(opened.plaintext)).toBe(vector['request_bhttp']);
    const nonce = bytesOf(vector, 'response_nonce');
    const response = await sealResponse(opened.exchange, bytesOf(vector, 'response_bhttp'), nonce);
    expect(hexOf(response)).toBe(vector['encapsulated_response']);
  });
});

describe('the draft on chunked OHTTP', () => {
  const vector = read('ohttp/chunked-08.json');
  const requestChunks = listBytes(vector, 'request_chunk_plaintexts');
  const responseChunks = listBytes(vector, 'response_chunk_plaintexts');
  const [nonce, ...responseParts] = listBytes(vector, 'response_parts');

  it('the client seals the published request', async () => {
    const sealed = await sealAll(await startRequest(config(vector), aead, await ephemeral(vector)));
    expect(hexOf(sealed)).toBe(vector['encapsulated_request']);
  });

  it('the gateway opens the published request and seals the published response', async () => {
    const { plaintext, exchange } = await openPublished();
    expect(hexOf(plaintext)).toBe(vector['request_bhttp']);
    const { opening, seal } = await startResponse(exchange, nonce);
    const parts = [opening];
    for (const [index, chunk] of responseChunks.entries())
      parts.push(await seal(chunk, index === responseChunks.length - 1));
    expect(parts.map(hexOf)).toEqual(vector['response_parts']);
  });

  it.each([1, 2, 3, 16, 17, 1000])(
    'the client opens the published response in pieces of %i',
    async (size) => {
      const opened = await openAll(
        (await openPublished()).exchange,
        inPieces(bytesOf(vector, 'encapsulated_response'), size),
      );
      expect(opened.map(hexOf)).toEqual(vector['response_chunk_plaintexts']);
    },
  );

  it('a longer form of a length opens all the same, since lengths are not sealed', async () => {
    const [first, ...others] = responseParts;
    if (!nonce || !first) throw new TypeError('the vector has parts');
    const longer = concat(nonce, new Uint8Array([0x40, first[0] ?? 0]), first.slice(1), ...others);
    expect(await openAll((await openPublished()).exchange, [longer])).toHaveLength(3);
  });

  it.each<[string, (parts: readonly Bytes[]) => Bytes[]]>([
    ['without its final chunk', (parts) => parts.slice(0, 2)],
    [
      'cut inside its final chunk',
      ([first, second, last]) => [first, second, last?.slice(0, -1)].map(orNothing),
    ],
    ['with its first chunk alone', (parts) => parts.slice(0, 1)],
    ['with nothing', () => []],
    ['with an ordinary chunk as the final one', ([first, second]) => [first, final(second)].map(orNothing)],
    [
      'with the final chunk as an ordinary one',
      ([first, second, last]) => [first, second, ordinary(last)].map(orNothing),
    ],
    ['with two chunks swapped', ([first, second, last]) => [second, first, last].map(orNothing)],
    ['with one chunk left out', ([first, , last]) => [first, last].map(orNothing)],
    ['with more after its end', (parts) => [...parts, new Uint8Array(1)]],
  ])('a response %s is refused', async (_, alter) => {
    const stream = [orNothing(nonce), ...alter(responseParts)];
    const { exchange } = await openPublished();
    await expect(openAll(exchange, stream)).rejects.toMatchObject({ code: 'ERR_OPEN' });
  });

  it('a request whose chunks are swapped, left out or cut is refused', async () => {
    const parts = listBytes(vector, 'request_parts');
    const [header, enc, first, second, last] = parts.map(orNothing);
    for (const altered of [
      [header, enc, second, first, last],
      [header, enc, first, last],
      [header, enc, first, second],
      [header, enc],
      [header],
    ])
      await expect(
        openInPieces(await recipient(vector), concat(...altered.map(orNothing))),
      ).rejects.toMatchObject({ code: 'ERR_OPEN' });
  });

  it('a chunk before the final one that opens to nothing is refused', async () => {
    const { opening, seal, exchange } = await startRequest(config(vector), aead);
    await expect(seal(new Uint8Array(0), false)).rejects.toThrow(TypeError);
    const empty = await exchange.context.seal(new Uint8Array(0));
    const end = await exchange.context.seal(new Uint8Array(0), new TextEncoder().encode('final'));
    const sealed = concat(opening, new Uint8Array([16]), empty, new Uint8Array([0]), end);
    await expect(openInPieces(await recipient(vector), sealed)).rejects.toMatchObject({
      code: 'ERR_OPEN',
    });
  });

  async function sealAll({ opening, seal }: Awaited<ReturnType<typeof startRequest>>): Promise<Bytes> {
    const parts = [opening];
    for (const [index, chunk] of requestChunks.entries())
      parts.push(await seal(chunk, index === requestChunks.length - 1));
    return concat(...parts);
  }

  async function openPublished(): ReturnType<typeof openChunkedRequest> {
    return openInPieces(await recipient(vector), bytesOf(vector, 'encapsulated_request'));
  }

  // As it may arrive: cut anywhere.
  function openInPieces(to: Recipient, sealed: Bytes): ReturnType<typeof openChunkedRequest> {
    const pieces = Array.from({ length: Math.ceil(sealed.length / 7) }, (_, place) =>
      sealed.subarray(7 * place, 7 * (place + 1)),
    );
    return openChunkedRequest(to, pieces, 1024);
  }
});

function read(file: string): Vector {
  const [vector] = listVectors([readVectors(file)]);
  if (!vector) throw new TypeError('the file holds a vector');
  return vector;
}

function config(vector: Vector): ReturnType<typeof readKeyConfig> {
  return readKeyConfig(bytesOf(vector, 'key_config'));
}

async function recipient(vector: Vector): Promise<Recipient> {
  const x25519 = await importX25519(bytesOf(vector, 'skR'));
  const { publicKey, keyId } = config(vector);
  return { kem: 'x25519', pair: { publicKey, privateKeys: { x25519 } }, keyId, aeads: [aead] };
}

async function ephemeral(vector: Vector): Promise<KemKeyPair> {
  return {
    publicKey: bytesOf(vector, 'enc'),
    privateKeys: { x25519: await importX25519(bytesOf(vector, 'skE')) },
  };
}

function listBytes(vector: Vector, name: string): Bytes[] {
  return (vector[name] as string[]).map((text) => bytesOf({ text }, 'text'));
}

async function openAll(exchange: Exchange, parts: readonly Bytes[]): Promise<Bytes[]> {
  const stream = (async function* () {
    for (const part of parts) yield await Promise.resolve(part);
  })();
  const opened: Bytes[] = [];
  for await (const piece of openChunkedResponse(exchange, stream, 1024)) opened.push(piece);
  return opened;
}

function inPieces(bytes: Bytes, size: number): Bytes[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.slice(index * size, (index + 1) * size),
  );
}

function final(chunk: Bytes | undefined): Bytes {
  return concat(new Uint8Array([0]), orNothing(chunk).slice(1));
}

function ordinary(chunk: Bytes | undefined): Bytes {
  const bytes = orNothing(chunk).slice(1);
  return concat(new Uint8Array([bytes.length]), bytes);
}

function orNothing(bytes: Bytes | undefined): Bytes {
  return bytes ?? new Uint8Array(0);
}
