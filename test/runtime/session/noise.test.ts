/** A hostile broker: whatever it hands to a session process, that one ends without an answer, and never hangs. */
import { expect, it } from 'vitest';
import { describeBundle } from '../../../runtime/broker/bundle.ts';
import { sessionStart } from '../../../runtime/broker/launch.ts';
import { SessionProcess } from '../../../runtime/broker/session-process.ts';
import type { Bytes } from '../../../runtime/bytes.ts';
import { keyConfigLength, streamSizes } from '../../../runtime/wire/sizes.ts';
import { fixture, isAlive } from '../brokers.ts';

const allowance = {
  caps: { key: keyConfigLength('x25519'), frame: 4096, egress: 8, ask: 0 },
  frameSizes: [],
  stream: streamSizes([256, 1024]),
  maxChunks: 20,
  events: [],
};

const header = Uint8Array.of(0, 0, 32, 0, 1, 0, 2);

it.each<[string, Bytes, readonly Bytes[]]>([
  ['nothing', new Uint8Array(0), []],
  ['half a header', header.slice(0, 3), []],
  ['a header, a key of zeros, and no chunk', header, [new Uint8Array(32)]],
  [
    'a key of noise and chunks of noise',
    header,
    [noise(1, 32), ...Array.from({ length: 40 }, (_, n) => noise(n, 64))],
  ],
  ['noise from the first byte on', noise(7, 500), Array.from({ length: 40 }, (_, n) => noise(n, 900))],
  ['one byte after another', header.slice(0, 1), [...noise(9, 300)].map((byte) => Uint8Array.of(byte))],
  [
    'a chunk that is announced and never comes',
    header,
    [noise(3, 32), Uint8Array.of(0xbf, 0xff, 0xff, 0xff)],
  ],
])('a request of %s', async (_, first, pieces) => {
  const bundle = await describeBundle(fixture('counting.ts'));
  const session = new SessionProcess(sessionStart(bundle, 'x25519', []), allowance);
  await session.ready;
  const left = [...pieces];
  const answer = (): Promise<Bytes> => Promise.resolve(left.shift() ?? new Uint8Array(0));
  const end = await session.run(first, 20_000, { pass: () => Promise.resolve(), answer });
  expect(end).toMatchObject({ outcome: 'unopened', records: [] });
  await session.gone;
  expect(isAlive(session.pid)).toBe(false);
});

function noise(seed: number, length: number): Bytes {
  let state = seed + 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
}
