/**
 * SHA3-256 (FIPS 202) for senders: native where WebCrypto has it, and here where a browser has ML-KEM and not yet SHA-3.
 * One block is enough, since X-Wing hashes 134 bytes. Lanes of 64 bits are two words: no big integers, whose time
 * would depend on what they hold.
 */
import type { Bytes } from '../bytes.ts';

const rate = 136;
const rounds = 24;
const digestLength = 32;

/** By round: rotation and target lane of rho and pi together, in the order in which pi walks (section 3.2). */
const rotations = [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];
const lanes = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];

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
  const state = Uint32Array.from({ length: 50 }, (_, word) => view.getUint32(4 * word, true));
  permute(state);
  for (const [word, value] of state.entries()) view.setUint32(4 * word, value, true);
  state.fill(0);
  return block.slice(0, digestLength);
}

// Keccak-f[1600]; lane (x, y) has its low word at 2 * (x + 5 * y), its high word behind it.
function permute(state: Uint32Array): void {
  let constant = 1;
  for (let round = 0; round < rounds; round += 1) {
    mixColumns(state);
    moveLanes(state);
    mixRows(state);
    constant = addConstant(state, constant);
  }
}

function mixColumns(state: Uint32Array): void {
  const columns = new Uint32Array(10);
  for (const [word, value] of state.entries()) columns[word % 10] = at(columns, word % 10) ^ value;
  for (let word = 0; word < 50; word += 1) {
    const left = (word + 8) % 10;
    const right = 2 * (((word >> 1) + 1) % 5);
    const half = word & 1;
    const rotated = (at(columns, right + half) << 1) | (at(columns, right + 1 - half) >>> 31);
    state[word] = at(state, word) ^ at(columns, left) ^ rotated;
  }
}

function moveLanes(state: Uint32Array): void {
  let [low, high] = [at(state, 2), at(state, 3)];
  for (const [step, lane] of lanes.entries()) {
    const [nextLow, nextHigh] = [at(state, 2 * lane), at(state, 2 * lane + 1)];
    const turn = rotations[step] ?? 0;
    const [first, second] = turn < 32 ? [low, high] : [high, low];
    const shift = turn % 32;
    state[2 * lane] = (first << shift) | (shift === 0 ? 0 : second >>> (32 - shift));
    state[2 * lane + 1] = (second << shift) | (shift === 0 ? 0 : first >>> (32 - shift));
    [low, high] = [nextLow, nextHigh];
  }
}

function mixRows(state: Uint32Array): void {
  for (let row = 0; row < 50; row += 10) {
    const before = state.slice(row, row + 10);
    for (let word = 0; word < 10; word += 1)
      state[row + word] = at(before, word) ^ (~at(before, (word + 2) % 10) & at(before, (word + 4) % 10));
  }
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
