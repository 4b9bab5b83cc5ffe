/** A session process may send four message shapes; for anything else it is killed, and nothing of it goes on. */
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SessionProcess } from '../../../runtime/broker/session-process.ts';
import type { Allowance } from '../../../runtime/broker/session-end.ts';
import { streamSizes } from '../../../runtime/wire/sizes.ts';
import { fixture, isAlive } from '../brokers.ts';

const events = [
  { name: 'begin', max: 1, fields: [] },
  { name: 'step', max: 2, fields: [{ name: 'stage', values: ['one', 'two'] }] },
];
const allowance = {
  caps: { key: 1229, frame: 304, egress: 4, ask: 0 },
  frameSizes: [304],
  stream: streamSizes([256]),
  maxChunks: 0,
  events,
};
const frame = 'zeros:2x304';
const openings = allowance.stream.opening.map((length) => `zeros:2x${length}`);
const request = new Uint8Array(1);

describe('a session process', () => {
  it.each([
    ['a text', 'text:hello'],
    ['an unknown shape', '05'],
    ['a question before its session', '04'],
    ['an empty message', 'zeros:0x0'],
    ['a key of another length', 'zeros:1x1000'],
    ['a frame before its session', frame],
    ['a record before its session', '030000'],
  ])('that sends %s before a key is killed', async (_, message) => {
    const session = start(message, '');
    expect(await session.ready).toBeUndefined();
    await session.gone;
    expect(isAlive(session.pid)).toBe(false);
  });

  it('that keeps to the protocol is heard', async () => {
    const session = start('key', `030000,0300010001,${frame}`);
    expect(await session.ready).toHaveLength(1229);
    const end = await session.run(request, 5_000);
    expect(end).toMatchObject({ outcome: 'answered' });
    expect(end.frame).toHaveLength(304);
    expect(end.records).toEqual([
      { event: 'begin', fields: {} },
      { event: 'step', fields: { stage: 'two' } },
    ]);
  });

  it.each([
    ['a second key', 'key'],
    ['a text', 'text:hello'],
    ['a frame of an undeclared size', 'zeros:2x300'],
    ['a frame above the cap', 'zeros:2x100000'],
    ['a record of an undeclared event', '030002'],
    ['a record of an undeclared value', '0300010002'],
    ['a record that is cut', '0300'],
    ['a record with more than was declared', '03000000ff'],
    ['a question above the cap', 'zeros:4x2'],
    ['records in another order', '0300010001,030000'],
    ['more records than was declared', '030000,030000'],
  ])('that sends %s in its session is killed, and neither frame nor records go on', async (_, messages) => {
    const session = start('key', `${messages},${frame}`);
    await session.ready;
    expect(await session.run(request, 5_000)).toEqual({
      outcome: 'protocol',
      frame: undefined,
      records: [],
    });
    await session.gone;
    expect(isAlive(session.pid)).toBe(false);
  });

  it.each([
    ['a second question', '04,04'],
    ['a second frame', openings.join(',')],
    ['a question behind a frame', `${openings[0]},04`],
  ])('that sends %s before it has the answer to the first word is killed', async (_, messages) => {
    const session = start('key', messages, { ...allowance, maxChunks: 2 });
    await session.ready;
    const heard: string[] = [];
    const never = (word: string) => (): Promise<never> => {
      heard.push(word);
      return new Promise(() => undefined);
    };
    const outlet = { pass: never('frame'), answer: never('question') };
    expect((await session.run(request, 5_000, outlet)).outcome).toBe('protocol');
    expect(heard).toHaveLength(1);
  });

  it('that does not exit after its answer is killed, and the answer stands', async () => {
    const session = start('key', frame);
    await session.ready;
    expect((await session.run(request, 5_000)).outcome).toBe('answered');
    await session.gone;
    expect(isAlive(session.pid)).toBe(false);
  });

  it('runs one session and no second one', async () => {
    const session = start('key', frame);
    await session.ready;
    await session.run(request, 5_000);
    expect((await session.run(request, 5_000)).outcome).toBe('ended');
  });
});

function start(before: string, after: string, allowed: Allowance = allowance): SessionProcess {
  const entry = fixture('rogue/send.ts');
  const launch = {
    entry,
    arguments: [before, after],
    readable: [dirname(entry)],
    memoryMb: 64,
    launcher: [],
  };
  return new SessionProcess(launch, allowed);
}
