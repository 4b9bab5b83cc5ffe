/**
 * SHA3-256 (FIPS 202) for senders: native where WebCrypto has it, and here where a browser has ML-KEM and not yet SHA-3.
 * One block is enough, since X-Wing hashes 134 bytes. Lanes of 64 bits are two words: no big integers, whose time
 * would depend on what they hold.
 */
import type { Bytes } from '../bytes.ts';

const rate = 136;
const rounds = 24;
const digestLength = 32;

/** By how much rho turns each lane (section 3.2.2); lane (x, y) stands at x + 5 * y. */
const turns = [
  0, 1, 62, 28, 27, 36, 44, 6, 55, 20, 3, 10, 43, 25, 39, 41, 45, 15, 21, 8, 18, 2, 61, 56, 14,
] as const;

/** SHA3-256 of fewer than 136 bytes. */
export async function sha3(bytes: Bytes): Promise<Bytes> {
  try {
    return new Uint8Array(await crypto.subtle.digest('SHA3-256', bytes));
  } catch {
    return oneBlock(bytes);
  }
}

/** The same without WebCrypto. */
export function oneBlock(bytes: Bytes): Bytes {
  if (bytes.length >= rate) throw new TypeError('one block holds fewer than 136 bytes');
  const block = new Uint8Array(200);
  block.set(bytes);
  block[bytes.length] = 0x06;
  block[rate - 1] = (block[rate - 1] ?? 0) | 0x80;
  const view = new DataView(block.buffer);
  const state = permute(Uint32Array.from({ length: 50 }, (_, word) => view.getUint32(4 * word, true)));
  for (const [word, value] of state.entries()) view.setUint32(4 * word, value, true);
  state.fill(0);
  return block.slice(0, digestLength);
}

// Keccak-f[1600]; a lane's low word comes before its high word.
function permute(block: Uint32Array): Uint32Array {
  let state = block;
  let register = 1;
  for (let round = 0; round < rounds; round += 1) {
    state = mixRows(moveLanes(mixColumns(state)));
    register = addConstant(state, register);
  }
  return state;
}

function mixColumns(state: Uint32Array): Uint32Array {
  const columns = new Uint32Array(10);
  for (const [word, value] of state.entries()) columns[word % 10] = at(columns, word % 10) ^ value;
  return state.map((value, word) => {
    const right = ((word >> 1) + 1) % 5;
    return value ^ at(columns, (word + 8) % 10) ^ turned(columns, right, 1, word & 1);
  });
}

// pi after rho: lane (x, y) comes from (x + 3 * y, x)
function moveLanes(state: Uint32Array): Uint32Array {
  return state.map((_, word) => {
    const [x, y] = [(word >> 1) % 5, Math.floor(word / 10)];
    const from = ((x + 3 * y) % 5) + 5 * x;
    return turned(state, from, turns[from] ?? 0, word & 1);
  });
}

function mixRows(state: Uint32Array): Uint32Array {
  return state.map((value, word) => {
    const row = word - (word % 10);
    return value ^ (~at(state, row + ((word + 2) % 10)) & at(state, row + ((word + 4) % 10)));
  });
}

// One word of a lane that is turned to the left.
function turned(words: Uint32Array, lane: number, turn: number, half: number): number {
  const place = 2 * lane + (half ^ (turn >> 5));
  const shift = turn & 31;
  return shift === 0
    ? at(words, place)
    : (at(words, place) << shift) | (at(words, place ^ 1) >>> (32 - shift));
}

// The round constants come out of a shift register (section 3.2.5): a bit for each place 2^j - 1.
function addConstant(state: Uint32Array, register: number): number {
  let bits = register;
  for (let place = 0; place < 7; place += 1) {
    const position = (1 << place) - 1;
    if (bits & 1) state[position >> 5] = at(state, position >> 5) ^ (1 << (position & 31));
    bits = (bits << 1) ^ ((bits >> 7) * 0x171);
  }
  return bits;
}

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0;
}
