/**
 * A hostile broker, and whoever stands between: whatever reaches a session process, it ends without an answer, and never
 * hangs. Requests that are real until they are changed, and noise; a seed decides all of it but the keys.
 */
import { describe, expect, it } from 'vitest';
import { describeBundle } from '../../../runtime/broker/bundle.ts';
import { sessionStart } from '../../../runtime/broker/launch.ts';
import { SessionProcess } from '../../../runtime/broker/session-process.ts';
import type { SessionEnd } from '../../../runtime/broker/session-end.ts';
import { concat } from '../../../runtime/bytes.ts';
import type { Bytes } from '../../../runtime/bytes.ts';
import { readKeyConfig } from '../../../runtime/wire/read-key-config.ts';
import { startRequest } from '../../../runtime/wire/sender.ts';
import { keyConfigLength, streamSizes } from '../../../runtime/wire/sizes.ts';
import { writeInput } from '../../../runtime/wire/write-input.ts';
import { disturb } from '../../../tools/fuzz-wire/mutate.ts';
import { createRandom, noise } from '../../../tools/fuzz-wire/random.ts';
import type { Random } from '../../../tools/fuzz-wire/random.ts';
import { fixture, isAlive } from '../brokers.ts';

type Request = (random: Random, real: readonly Bytes[]) => Bytes;

const allowance = {
  caps: { key: keyConfigLength('x25519'), frame: 4096, egress: 8, ask: 0 },
  frameSizes: [],
  stream: streamSizes([256, 1024]),
  maxChunks: 20,
  events: [{ name: 'counted', max: 1, fields: [{ name: 'to', values: ['<=3', '<=10', '>10'] }] }],
};
const start = sessionStart(await describeBundle(fixture('counting.ts')), 'x25519', []);
const header = Uint8Array.of(0, 0, 32, 0, 1, 0, 2);

const requests: readonly (readonly [string, Request, number])[] = [
  ['nothing', () => new Uint8Array(0), 1],
  ['half a header', () => header.slice(0, 3), 1],
  ['a header, a key of zeros, and no chunk', () => concat(header, new Uint8Array(32)), 1],
  ['a chunk that is announced and never comes', (_, [opening]) => concat(opening ?? header, announced), 1],
  ['noise behind a header', (random) => concat(header, noise(random, 1 + random(2_000))), 4],
  ['noise behind a real key', (random, [opening]) => concat(opening ?? header, noise(random, 900)), 4],
  ['noise from the first byte on', (random) => noise(random, 1 + random(2_000)), 4],
  ['real chunks, disturbed', (random, real) => disturbed(random, real), 14],
];
const announced = Uint8Array.of(0xbf, 0xff, 0xff, 0xff);

describe.each(requests)('a request of %s', (_, make, count) => {
  it.each(Array.from({ length: count }, (__, index) => index + 1))('opens to nothing (%i)', async (seed) => {
    const random = createRandom(seed);
    const end = await run((real) => make(random, real), random);
    expect(end).toMatchObject({ outcome: 'unopened', records: [] });
  });
});

it('a request that nobody touched is answered, however it is cut', async () => {
  for (const seed of [1, 2]) {
    const end = await run((real) => concat(...real), createRandom(seed));
    expect(end).toMatchObject({ outcome: 'answered', records: [{ event: 'counted' }] });
  }
});

// Hands it over in pieces of all sizes, and nothing more when it asks for more.
async function run(make: (real: readonly Bytes[]) => Bytes, random: Random): Promise<SessionEnd> {
  const session = new SessionProcess(start, allowance);
  const sent = make(await realRequest((await session.ready) ?? new Uint8Array(0)));
  let given = 0;
  const next = (): Bytes => {
    const from = given;
    given += 1 + random(random(2) === 0 ? 8 : 400);
    return sent.slice(from, given);
  };
  const answer = (): Promise<Bytes> => Promise.resolve(next());
  const end = await session.run(next(), 20_000, { pass: () => Promise.resolve(), answer });
  await session.gone;
  expect(isAlive(session.pid)).toBe(false);
  return end;
}

async function realRequest(key: Bytes): Promise<Bytes[]> {
  const { opening, seal } = await startRequest(readKeyConfig(key), 'aes-256-gcm');
  const message = writeInput(JSON.stringify({ to: 2, then: 'end' }), 'indeterminate');
  const pieces = [opening];
  for (const place of [0, 12, 24]) pieces.push(await seal(message.slice(place, place + 12), false));
  return [...pieces, await seal(message.slice(36), true)];
}

// Changes that change nothing, such as a piece in its own place, are left out.
function disturbed(random: Random, real: readonly Bytes[]): Bytes {
  const whole = Buffer.from(concat(...real));
  for (;;) {
    const changed = disturb(real, random);
    if (!whole.equals(changed)) return changed;
  }
}
