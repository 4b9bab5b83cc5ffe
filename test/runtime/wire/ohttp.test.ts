/** A sealed request and its response: who can open what. */
import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../../runtime/bytes.ts';
import { aeadNames, kemNames, mechanisms } from '../../../runtime/hpke/index.ts';
import type { KemKeyPair } from '../../../runtime/hpke/index.ts';
import { writeKeyConfig } from '../../../runtime/wire/key-config.ts';
import { readKeyConfig } from '../../../runtime/wire/read-key-config.ts';
import { openRequest, sealResponse } from '../../../runtime/wire/recipient.ts';
import { openResponse, sealRequest } from '../../../runtime/wire/sender.ts';

const suites = kemNames.flatMap((kem) => aeadNames.map((aead) => ({ kem, aead })));

describe.each(suites)('under $kem with $aead', ({ kem, aead }) => {
  let pair: KemKeyPair;
  beforeAll(async () => {
    pair = await mechanisms[kem].generate();
  });

  it('a request and its response make the round trip', async () => {
    const { sealed, exchange } = await sealForPair();
    const opened = await openRequest({ kem, pair }, sealed);
    expect(text(opened.plaintext)).toBe('question');
    const response = await sealResponse(opened.exchange, utf8('answer'));
    expect(text(await openResponse(exchange, response))).toBe('answer');
  });

  it('every changed byte of a request is one and the same error', async () => {
    const { sealed } = await sealForPair();
    const places = [...sealed.keys()].filter(
      (place) => place < 16 || place > sealed.length - 40 || place % 97 === 0,
    );
    for (const place of places) {
      const altered = sealed.slice();
      altered[place] = (altered[place] ?? 0) ^ 0x80;
      await expect(openRequest({ kem, pair }, altered), `byte ${place}`).rejects.toMatchObject({
        code: 'ERR_OPEN',
      });
    }
  });

  it('every changed or missing byte of a response is one and the same error', async () => {
    const { sealed, exchange } = await sealForPair();
    const response = await sealResponse((await openRequest({ kem, pair }, sealed)).exchange, utf8('answer'));
    for (const place of response.keys()) {
      const altered = response.slice();
      altered[place] = (altered[place] ?? 0) ^ 1;
      await expect(openResponse(exchange, altered)).rejects.toMatchObject({ code: 'ERR_OPEN' });
      await expect(openResponse(exchange, response.slice(0, place))).rejects.toMatchObject({
        code: 'ERR_OPEN',
      });
    }
  });

  it('neither another key pair nor another exchange opens anything', async () => {
    const [first, second] = [await sealForPair(), await sealForPair()];
    const other = await mechanisms[kem].generate();
    await expect(openRequest({ kem, pair: other }, first.sealed)).rejects.toMatchObject({ code: 'ERR_OPEN' });
    const response = await sealResponse(
      (await openRequest({ kem, pair }, first.sealed)).exchange,
      utf8('answer'),
    );
    await expect(openResponse(second.exchange, response)).rejects.toMatchObject({ code: 'ERR_OPEN' });
  });

  async function sealForPair(): ReturnType<typeof sealRequest> {
    return sealRequest(readKeyConfig(writeKeyConfig(kem, pair.publicKey)), aead, utf8('question'));
  }
});

describe('a key configuration', () => {
  it.each(kemNames)('of %s that is cut, extended or of unknown suites is refused', async (kem) => {
    const config = writeKeyConfig(kem, (await mechanisms[kem].generate()).publicKey);
    const extended = new Uint8Array([...config, 0]);
    const unknownKem = config.slice().fill(0xff, 1, 3);
    const unknownSuites = config.slice().fill(0xff, config.length - 8);
    for (const altered of [
      config.slice(0, -1),
      config.slice(0, 2),
      new Uint8Array(0),
      extended,
      unknownKem,
      unknownSuites,
    ])
      expect(() => readKeyConfig(altered)).toThrow(expect.objectContaining({ code: 'ERR_BROKER_ANSWER' }));
    expect(readKeyConfig(config)).toMatchObject({ kem, aeads: aeadNames });
  });
});

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
