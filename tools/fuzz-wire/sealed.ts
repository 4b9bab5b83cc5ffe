/** Sealed messages: changed before they are sealed, or after. What opens is what was sealed, or the run has found something. */
import { concat } from '../../runtime/bytes.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import { aeadNames } from '../../runtime/hpke/suites.ts';
import { sealer } from '../../runtime/wire/chunked.ts';
import { labels } from '../../runtime/wire/exchange.ts';
import { readReply, readStreamed } from '../../runtime/wire/read-reply.ts';
import { readRequest } from '../../runtime/wire/read-request.ts';
import {
  openChunkedRequest,
  openRequest,
  sealResponse,
  startResponse,
} from '../../runtime/wire/recipient.ts';
import type { Recipient } from '../../runtime/wire/recipient.ts';
import { openChunkedResponse, openResponse } from '../../runtime/wire/sender.ts';
import { createRecipient, createSender } from './recipients.ts';
import { noise, oneOf } from './random.ts';
import type { Random } from './random.ts';
import type { Seeds } from './seeds.ts';

/** The pieces of one message. */
export type Pieces = readonly Bytes[];

/** One form of sealed message. */
export interface SealedTarget {
  readonly name: string;
  readonly seeds: readonly Pieces[];
  /** What goes first, and each piece sealed. */
  readonly seal: (pieces: Pieces, random: Random) => Promise<Pieces>;
  readonly open: (sealed: Bytes) => Promise<Pieces>;
  /** What its receiver does with what it opened. */
  readonly read: (pieces: Pieces) => unknown;
}

/** More than any message here has. */
const cap = 64 * 1024;

/** All forms, to recipients of both mechanisms. */
export async function createSealedTargets(
  seeds: Seeds,
  random: Random,
  refuse: () => Error,
): Promise<SealedTarget[]> {
  const recipients = [await createRecipient('x25519', random), await createRecipient('x-wing', random)];
  const requestTargets = [wholeRequest, chunkedRequest].map((make) => make(seeds, recipients, refuse));
  return [
    ...requestTargets,
    await wholeResponse(seeds, recipients, random),
    await chunkedResponse(seeds, recipients, random),
  ];
}

function wholeRequest(seeds: Seeds, recipients: readonly Recipient[], refuse: () => Error): SealedTarget {
  return {
    name: 'sealed request',
    seeds: seeds.requests.map((request) => [request]),
    async seal(pieces, random) {
      const { opening, exchange } = await senderOf(recipients, labels.whole.request, random);
      return [opening, await exchange.context.seal(concat(...pieces))];
    },
    open: async (sealed) => [(await openRequest(recipientOf(recipients, sealed), sealed)).plaintext],
    read: (pieces) => readRequest(concat(...pieces), refuse),
  };
}

function chunkedRequest(seeds: Seeds, recipients: readonly Recipient[], refuse: () => Error): SealedTarget {
  return {
    name: 'sealed chunks',
    seeds: seeds.requests.map((request) => [request.slice(0, 9), request.slice(9, 30), request.slice(30)]),
    async seal(pieces, random) {
      const { opening, exchange } = await senderOf(recipients, labels.chunked.request, random);
      const step = sealer((bytes, aad) => exchange.context.seal(bytes, aad));
      return [opening, ...(await inOrder(pieces, step))];
    },
    async open(sealed) {
      const middle = sealed.length >> 1;
      const arriving = [sealed.subarray(0, middle), sealed.subarray(middle)];
      return [(await openChunkedRequest(recipientOf(recipients, sealed), arriving, cap)).plaintext];
    },
    read: (pieces) => readRequest(concat(...pieces), refuse),
  };
}

async function wholeResponse(
  seeds: Seeds,
  recipients: readonly Recipient[],
  random: Random,
): Promise<SealedTarget> {
  const { exchange } = await senderOf(recipients, labels.whole.request, random);
  return {
    name: 'sealed response',
    seeds: seeds.replies.map((reply) => [reply]),
    seal: async (pieces, next) => [await sealResponse(exchange, concat(...pieces), noise(next, 32))],
    open: async (sealed) => [await openResponse(exchange, sealed)],
    read: (pieces) => readReply(concat(...pieces)),
  };
}

async function chunkedResponse(
  seeds: Seeds,
  recipients: readonly Recipient[],
  random: Random,
): Promise<SealedTarget> {
  const { exchange } = await senderOf(recipients, labels.chunked.request, random);
  return {
    name: 'sealed stream',
    seeds: seeds.streams,
    async seal(pieces, next) {
      const { opening, seal } = await startResponse(exchange, noise(next, 32));
      return [opening, ...(await inOrder(pieces, seal))];
    },
    async open(sealed) {
      const opened: Bytes[] = [];
      for await (const piece of openChunkedResponse(exchange, arriving(sealed), cap)) opened.push(piece);
      return opened;
    },
    read: async (pieces) => {
      for await (const output of readStreamed(arriving(...pieces))) if (output === undefined) return;
    },
  };
}

async function senderOf(
  recipients: readonly Recipient[],
  label: string,
  random: Random,
): ReturnType<typeof createSender> {
  return createSender(oneOf(random, recipients), oneOf(random, aeadNames), label, random);
}

// By the mechanism in the header; what names neither goes to the first.
function recipientOf(recipients: readonly Recipient[], sealed: Bytes): Recipient {
  const [first, second] = recipients;
  if (!first || !second) throw new TypeError('there are two mechanisms');
  return sealed[1] === 0x64 ? second : first;
}

// Only the final piece may be empty.
async function inOrder(
  pieces: Pieces,
  seal: (piece: Bytes, isFinal: boolean) => Promise<Bytes>,
): Promise<Bytes[]> {
  const sealed: Bytes[] = [];
  for (const [place, piece] of pieces.entries()) {
    const isFinal = place === pieces.length - 1;
    if (isFinal || piece.length > 0) sealed.push(await seal(piece, isFinal));
  }
  return sealed;
}

async function* arriving(...pieces: Pieces): AsyncGenerator<Bytes> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}
