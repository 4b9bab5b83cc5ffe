/** What brokers and clients say to each other outside the seal: questions for offers, errors, an upstream's frames. */
import { readNonce } from '../../runtime/broker/routes.ts';
import { Upstreams } from '../../runtime/broker/upstreams.ts';
import { concat, isEqual, utf8 } from '../../runtime/bytes.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import { brokerError } from '../../runtime/client/answer.ts';
import { aroundChunks } from '../../runtime/wire/bounds.ts';
import type { Target } from './targets.ts';
import type { Seeds } from './seeds.ts';

const maxChunks = 4;
const use = {
  name: 'far',
  url: 'http://upstream/',
  policy: '',
  maxCalls: 1,
  sizes: [9],
  maxChunks,
  waitMs: 5_000,
};

/** Their parsers. */
export function createPeerTargets({ questions, errors, chunks, streams }: Seeds): Target[] {
  return [
    { name: 'question', seeds: questions, parse: readNonce },
    { name: 'broker error', seeds: errors, parse: readError },
    { name: 'upstream frames', seeds: [...chunks, concat(...streams.flat())], parse: readFrames },
  ];
}

// The first line is the header that tells how long to wait.
function readError(bytes: Bytes): unknown {
  const end = bytes.indexOf(0x0a);
  const error = brokerError(
    bytes.subarray(end + 1),
    new TextDecoder().decode(bytes.subarray(0, Math.max(0, end))),
  );
  if (error.code === 'ERR_BROKER_ANSWER') throw error;
  return error;
}

// A broker asks for frame after frame of what an upstream answers, and hands on nothing but its beginning, in order.
async function readFrames(bytes: Bytes): Promise<number> {
  const ended = new AbortController();
  const upstreams = new Upstreams([use], ended.signal);
  const frames: Bytes[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = (url) =>
    Promise.resolve(url instanceof URL && url.pathname === '/offers' ? offer() : inPieces(bytes));
  try {
    await upstreams.ask(new Uint8Array(33));
    await upstreams.ask(new Uint8Array(10));
    for (let frame = await next(upstreams); frame.length > 0; frame = await next(upstreams))
      frames.push(frame);
  } finally {
    globalThis.fetch = real;
    ended.abort();
  }
  const given = concat(...frames);
  if (frames.length > maxChunks + aroundChunks) throw new RangeError('more frames than were declared');
  if (!isEqual(given, bytes.subarray(0, given.length))) throw new RangeError('not what the upstream said');
  return frames.length;
}

async function next(upstreams: Upstreams): Promise<Bytes> {
  const frame = await upstreams.ask(new Uint8Array(1));
  return frame?.[0] === 1 ? frame.subarray(1) : new Uint8Array(0);
}

function offer(): Response {
  return new Response(utf8(`{"session":"${'a'.repeat(32)}"}`));
}

function inPieces(bytes: Bytes): Response {
  const size = 1 + (bytes[0] ?? 0);
  let start = 0;
  return new Response(
    new ReadableStream({
      pull(controller) {
        if (start < bytes.length) controller.enqueue(bytes.slice(start, start + size));
        else controller.close();
        start += size;
      },
    }),
  );
}
