/** Changes that parsers trip over: bits, cut and repeated parts, lengths that lie, parts of another input. */
import { concat } from '../../runtime/bytes.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import type { Random } from './random.ts';

type Mutation = (bytes: Bytes, random: Random, other: Bytes) => Bytes;

const edges = [0x00, 0x01, 0x1f, 0x30, 0x3f, 0x40, 0x7f, 0x80, 0x82, 0xbf, 0xc0, 0xfe, 0xff];

const mutations: readonly Mutation[] = [
  flipBit,
  setEdge,
  cut,
  remove,
  repeat,
  inflate,
  splice,
  (bytes) => concat(bytes, new Uint8Array(1)),
  insertNoise,
];

/** One to four changes, one after another. */
export function mutate(bytes: Bytes, random: Random, other: Bytes): Bytes {
  let mutated = bytes;
  for (let left = 1 + random(4); left > 0; left -= 1)
    mutated = mutations[random(mutations.length)]?.(mutated, random, other) ?? mutated;
  return mutated;
}

/** A sealed message on its way: changed bytes, or whole pieces that are lost, come twice, or change places. */
export function disturb(pieces: readonly Bytes[], random: Random): Bytes {
  const [one, other] = [random(pieces.length), random(pieces.length)];
  const disturbances: readonly (() => readonly Bytes[])[] = [
    () => [mutate(concat(...pieces), random, concat(...pieces))],
    () => pieces.map((piece, place) => (place === one ? mutate(piece, random, piece) : piece)),
    () => pieces.filter((_, place) => place !== one),
    () => pieces.flatMap((piece, place) => (place === one ? [piece, piece] : [piece])),
    () =>
      pieces.map((piece, place) => pieces[place === one ? other : place === other ? one : place] ?? piece),
    () => pieces.slice(0, one),
  ];
  return concat(...(disturbances[random(disturbances.length)]?.() ?? []));
}

function flipBit(bytes: Bytes, random: Random): Bytes {
  const altered = bytes.slice();
  const place = random(altered.length + 1);
  if (place < altered.length) altered[place] = (altered[place] ?? 0) ^ (1 << random(8));
  return altered;
}

function setEdge(bytes: Bytes, random: Random): Bytes {
  const altered = bytes.slice();
  altered.fill(edges[random(edges.length)] ?? 0, random(altered.length + 1), random(altered.length + 1));
  const place = random(altered.length + 1);
  if (place < altered.length) altered[place] = edges[random(edges.length)] ?? 0;
  return altered;
}

function cut(bytes: Bytes, random: Random): Bytes {
  return bytes.slice(0, random(bytes.length + 1));
}

function remove(bytes: Bytes, random: Random): Bytes {
  const start = random(bytes.length + 1);
  return concat(bytes.subarray(0, start), bytes.subarray(start + 1 + random(16)));
}

function repeat(bytes: Bytes, random: Random): Bytes {
  const start = random(bytes.length + 1);
  const part = bytes.subarray(start, start + 1 + random(32));
  return concat(bytes.subarray(0, start), part, part, bytes.subarray(start));
}

// Where a length may stand: as large as two, four or eight bytes can say, in either order.
function inflate(bytes: Bytes, random: Random): Bytes {
  const altered = bytes.slice();
  const start = random(altered.length + 1);
  altered.fill(0xff, start, start + (1 << (1 + random(3))));
  if (start < altered.length && random(2) === 0)
    altered[start] = [0x84, 0x9b, 0x5b, 0xbb, 0x7f][random(5)] ?? 0;
  return altered;
}

function splice(bytes: Bytes, random: Random, other: Bytes): Bytes {
  return concat(bytes.subarray(0, random(bytes.length + 1)), other.subarray(random(other.length + 1)));
}

function insertNoise(bytes: Bytes, random: Random): Bytes {
  const start = random(bytes.length + 1);
  const noise = Uint8Array.from({ length: 1 + random(24) }, () => random(256));
  return concat(bytes.subarray(0, start), noise, bytes.subarray(start));
}
