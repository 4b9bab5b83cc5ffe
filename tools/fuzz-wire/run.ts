/** Runs the parsers on mutated inputs, and stops at the first that ends in any other way than it may. */
import process from 'node:process';
import type { Bytes } from '../../runtime/bytes.ts';
import { toHex } from '../../runtime/text-forms.ts';
import { mutate } from './mutate.ts';
import { createRandom } from './random.ts';
import { createSeeds } from './seeds.ts';
import { createTargets, isRefusal } from './targets.ts';
import type { Target } from './targets.ts';

/** How one parser fared. */
export interface Tally {
  readonly name: string;
  readonly inputs: number;
  readonly accepted: number;
}

/** An input that made a parser misbehave. */
export class Finding extends Error {
  constructor(name: string, input: Bytes, what: string) {
    super(`${name}: ${what} on ${toHex(input)}`);
  }
}

const corpusAtMost = 64;

/** Bytes outside the heap that a parser may take for one input of a few kilobytes; looked at for one input of 64. */
const allowance = 16 * 1024 * 1024;

/** Gives every parser its share of the inputs. */
export async function fuzzParsers(runs: number, seed: number): Promise<Tally[]> {
  const targets = createTargets(await createSeeds());
  const share = Math.ceil(runs / targets.length);
  const tallies: Tally[] = [];
  for (const [index, target] of targets.entries()) tallies.push(await fuzzOne(target, share, seed + index));
  return tallies;
}

async function fuzzOne({ name, seeds, parse }: Target, runs: number, seed: number): Promise<Tally> {
  const random = createRandom(seed);
  const corpus = [...seeds];
  for (const each of seeds)
    if (!(await survives(name, parse, each))) throw new Finding(name, each, 'a refusal of a seed');
  let accepted = 0;
  let held = process.memoryUsage().arrayBuffers;
  for (let run = 0; run < runs; run += 1) {
    const [base, other] = [corpus[random(corpus.length)], corpus[random(corpus.length)]];
    if (!base || !other) throw new TypeError('a parser has seeds');
    const input = mutate(base, random, other);
    if (run % 64 === 0) held = process.memoryUsage().arrayBuffers;
    const isTaken = await survives(name, parse, input);
    if (run % 64 === 0 && process.memoryUsage().arrayBuffers - held > allowance)
      throw new Finding(name, input, 'too much memory');
    if (!isTaken) continue;
    accepted += 1;
    // What was taken in spite of its changes is a way deeper into the parser.
    if (corpus.length < corpusAtMost && input.length <= 2 * base.length) corpus.push(input);
  }
  return { name, inputs: runs, accepted };
}

async function survives(name: string, parse: Target['parse'], input: Bytes): Promise<boolean> {
  try {
    const parsed = parse(input);
    if (parsed instanceof Promise) await parsed;
    return true;
  } catch (thrown) {
    if (isRefusal(thrown)) return false;
    throw new Finding(name, input, thrown instanceof Error ? thrown.name : 'something thrown');
  }
}
