/** A stream on its way through hostile hands: what a client is given is the beginning of what was sent, or an error. */
import process from 'node:process';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../../runtime/client/index.ts';
import { streamSizes } from '../../../runtime/wire/sizes.ts';
import { patience, watch } from '../brokers.ts';
import { changed, endless, startHostile } from '../hostile-server.ts';
import type { Answerer } from '../hostile-server.ts';

const counter = await watch('counting.ts', { offersPerConnection: 64, offersPerAddress: 64 });
const hostile = await startHostile(counter.broker.url);
const client = connect(hostile.url, { evidence: ['sim'] });
const earlier = await framesOfOne();

beforeEach(() => {
  hostile.answers = {};
});

/** The frames of a stream of three: nonce, head, three chunks of the smallest class, the final one. */
type Change = (frames: readonly Buffer[], past: readonly Buffer[]) => readonly (Buffer | undefined)[];

describe('a stream', () => {
  it.each<[string, number, Change]>([
    [
      'with two chunks in another order',
      0,
      ([nonce, head, one, two, ...rest]) => [nonce, head, two, one, ...rest],
    ],
    ['with a chunk twice', 1, ([nonce, head, one, ...rest]) => [nonce, head, one, one, ...rest]],
    ['without its head', 0, ([nonce, , ...rest]) => [nonce, ...rest]],
    ['without a chunk in the middle', 1, ([nonce, head, one, , ...rest]) => [nonce, head, one, ...rest]],
    ['without its last chunk', 2, ([nonce, head, one, two, , final]) => [nonce, head, one, two, final]],
    ['that ends between two chunks', 2, (frames) => frames.slice(0, 4)],
    ['that ends within a chunk', 1, (frames) => [...frames.slice(0, 3), frames[3]?.subarray(0, 100)]],
    ['that ends within its final chunk', 3, (frames) => [...frames.slice(0, 5), frames[5]?.subarray(0, -1)]],
    ['that goes on behind its end', 3, (frames) => [...frames, Buffer.alloc(1)]],
    ['that begins again behind its end', 3, (frames) => [...frames, ...frames]],
    [
      'whose final chunk is an ordinary one',
      2,
      (frames) => [...frames.slice(0, 4), Buffer.alloc(1), frames[4]?.subarray(2)],
    ],
    [
      'whose ordinary chunk is a final one',
      3,
      (frames) => [...frames.slice(0, 5), Buffer.of(0x41, 0x14), frames[5]?.subarray(1)],
    ],
    ['with the nonce of an earlier one', 0, (frames, [nonce]) => [nonce, ...frames.slice(1)]],
    [
      'with a chunk of an earlier one',
      0,
      (frames, past) => [...frames.slice(0, 2), past[2], ...frames.slice(3)],
    ],
    ['that is an earlier one', 0, (_, past) => past],
    [
      'with a chunk above every limit',
      1,
      (frames) => [...frames.slice(0, 3), Buffer.of(0xbf, 0xff, 0xff, 0xff)],
    ],
    ['with an empty chunk', 1, (frames) => [...frames.slice(0, 3), Buffer.of(0x10), Buffer.alloc(16)]],
    ['of nothing', 0, () => []],
  ])('%s gives %i outputs, and then ERR_OPEN', async (_, count, change) => {
    hostile.answers = { sessions: changed((body) => together(change(cut(body), earlier))) };
    const { outputs, code } = await collect();
    expect({ outputs, code }).toEqual({ outputs: [1, 2, 3].slice(0, count), code: 'ERR_OPEN' });
  });

  it.each<[string, string, Answerer]>([
    ['never ends within a chunk', 'ERR_OPEN', endless(200)],
    ['never ends within its final chunk', 'ERR_OPEN', endless(200, Buffer.alloc(33))],
    ['never ends in place of an error', 'ERR_BROKER_ANSWER', endless(502)],
  ])('that %s is left', async (_, code, answer) => {
    const before = hostile.left();
    hostile.answers = { sessions: answer };
    expect(await collect()).toEqual({ outputs: [], code });
    await expect.poll(hostile.left, patience).toBe(before + 1);
  });

  it('whose connection breaks gives what was there, and ERR_SESSION_ENDED', async () => {
    const before = hostile.left();
    hostile.answers = {
      async sessions(response, pass) {
        const frames = cut((await pass()).body);
        response.writeHead(200);
        response.write(together(frames.slice(0, 4)), () => setTimeout(() => response.destroy(), 50));
      },
    };
    expect(await collect()).toEqual({ outputs: [1, 2], code: 'ERR_SESSION_ENDED' });
    // counted here, and not in the test that comes next
    await expect.poll(hostile.left, patience).toBe(before + 1);
  });

  it('that stops is waited for until its caller has enough', async () => {
    const leaving = new AbortController();
    const before = hostile.left();
    hostile.answers = {
      async sessions(response, pass) {
        response.writeHead(200);
        response.write(together(cut((await pass()).body).slice(0, 4)));
        setTimeout(() => leaving.abort(), 100);
      },
    };
    expect(await collect(leaving.signal)).toEqual({ outputs: [1, 2], code: 'ERR_ABORTED' });
    await expect.poll(hostile.left, patience).toBe(before + 1);
  });
});

describe('a caller', () => {
  it('that stops in the middle of a stream gets ERR_ABORTED, and the session is over', async () => {
    const before = counter.ends().length;
    const leaving = new AbortController();
    const direct = connect(counter.broker.url, { evidence: ['sim'] });
    const outputs: unknown[] = [];
    const reading = (async () => {
      for await (const output of direct.stream({ to: 3, then: 'hang' }, { signal: leaving.signal })) {
        outputs.push(output);
        if (outputs.length === 2) leaving.abort();
      }
    })();
    await expect(reading).rejects.toMatchObject({ code: 'ERR_ABORTED' });
    expect(outputs.length).toBeGreaterThanOrEqual(2);
    await expect.poll(() => counter.ends()[before]?.outcome, patience).toBe('cancelled');
  });

  it('that does not read stops the handler, and not only its own socket', async () => {
    const chunks = 800;
    const flood = await watch('flooding.ts', { poolSize: 1 });
    const stream = connect(flood.broker.url, { evidence: ['sim'] }).stream({ chunks });
    await stream.next();
    await expect.poll(() => flood.ends()[0]?.outcome, patience).toBe('deadline');
    expect(flood.ends()[0]?.responseBytes).toBeLessThan((chunks * 65_536) / 2);
    await stream.return();
  });

  it('that reads one chunk after another leaves nothing behind at the broker for each', async () => {
    const flood = await watch('flooding.ts', { poolSize: 1 });
    const warnings: Error[] = [];
    const warned = (warning: Error): void => {
      if (warning.name === 'MaxListenersExceededWarning') warnings.push(warning);
    };
    process.on('warning', warned);
    const outputs: unknown[] = [];
    const client = connect(flood.broker.url, { evidence: ['sim'] });
    for await (const output of client.stream({ chunks: 40 })) outputs.push(output);
    process.off('warning', warned);
    expect({ count: outputs.length, warnings }).toEqual({ count: 40, warnings: [] });
  });
});

async function framesOfOne(): Promise<readonly Buffer[]> {
  let frames: readonly Buffer[] = [];
  hostile.answers = { sessions: changed((body) => ((frames = cut(body)), body)) };
  expect(await collect()).toEqual({ outputs: [1, 2, 3], code: undefined });
  return frames;
}

// As the broker sends them (docs/protocol.md): their sizes follow from the size classes.
function cut(body: Buffer): readonly Buffer[] {
  const { opening, chunks } = streamSizes([256]);
  const lengths = [...opening, ...chunks, ...chunks, ...chunks];
  const frames: Buffer[] = [];
  let start = 0;
  for (const length of [...lengths, body.length]) frames.push(body.subarray(start, (start += length)));
  return frames;
}

function together(frames: readonly (Buffer | undefined)[]): Buffer {
  return Buffer.concat(frames.map((frame) => frame ?? Buffer.alloc(0)));
}

async function collect(signal?: AbortSignal): Promise<{ outputs: unknown[]; code: string | undefined }> {
  const outputs: unknown[] = [];
  try {
    for await (const output of client.stream({ to: 3, then: 'end' }, signal ? { signal } : {}))
      outputs.push((output as { count: number }).count);
    return { outputs, code: undefined };
  } catch (thrown) {
    return { outputs, code: (thrown as { code?: string }).code };
  }
}
