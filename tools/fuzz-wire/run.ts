/** Runs the parsers on mutated inputs, and stops at the first that ends in any other way than it may. */
import process from 'node:process';
import { concat, isEqual } from '../../runtime/bytes.ts';
import type { Bytes } from '../../runtime/bytes.ts';
import { toHex } from '../../runtime/text-forms.ts';
import { disturb, mutate } from './mutate.ts';
import { createRandom, oneOf } from './random.ts';
import { createSealedTargets } from './sealed.ts';
import type { SealedTarget } from './sealed.ts';
import { createSeeds } from './seeds.ts';
import { createTargets, isRefusal, refuse } from './targets.ts';
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
  const random = createRandom(seed);
  const seeds = await createSeeds(random);
  const targets = createTargets(seeds);
  const sealed = await createSealedTargets(seeds, random, refuse);
  const share = Math.ceil(runs / (targets.length + sealed.length));
  const tallies: Tally[] = [];
  for (const target of targets) tallies.push(await fuzzOne(target, share, seed + tallies.length));
  for (const target of sealed) tallies.push(await fuzzSealed(target, share, seed + tallies.length));
  return tallies;
}

async function fuzzOne({ name, seeds, parse }: Target, runs: number, seed: number): Promise<Tally> {
  const random = createRandom(seed);
  const corpus = [...seeds];
  for (const each of seeds)
    if (!(await survives(name, each, () => parse(each))))
      throw new Finding(name, each, 'a refusal of a seed');
  let accepted = 0;
  for (let run = 0; run < runs; run += 1) {
    const base = oneOf(random, corpus);
    const input = mutate(base, random, oneOf(random, corpus));
    const isTaken = await watched(name, input, run, () => survives(name, input, () => parse(input)));
    if (!isTaken) continue;
    accepted += 1;
    // What was taken in spite of its changes is a way deeper into the parser.
    if (corpus.length < corpusAtMost && input.length <= 2 * base.length) corpus.push(input);
  }
  return { name, inputs: runs, accepted };
}

// Half of the messages are changed before they are sealed, the others after.
async function fuzzSealed(target: SealedTarget, runs: number, seed: number): Promise<Tally> {
  const { name, seeds } = target;
  const random = createRandom(seed);
  for (const each of seeds) {
    const intact = concat(...(await target.seal(each, random)));
    if (!(await opens(target, intact, each))) throw new Finding(name, intact, 'a refusal of a seed');
  }
  let accepted = 0;
  for (let run = 0; run < runs; run += 1) {
    const [base, other] = [oneOf(random, seeds), oneOf(random, seeds)];
    const isInside = random(2) === 0;
    const place = random(base.length);
    const message = isInside
      ? base.map((piece, index) => (index === place ? mutate(piece, random, concat(...other)) : piece))
      : base;
    const sealed = await target.seal(message, random);
    const input = isInside ? concat(...sealed) : disturb(sealed, random);
    if (await watched(name, input, run, () => opens(target, input, message))) accepted += 1;
  }
  return { name, inputs: runs, accepted };
}

async function opens(
  { name, open, read }: SealedTarget,
  input: Bytes,
  message: readonly Bytes[],
): Promise<boolean> {
  return survives(name, input, async () => {
    const opened = await open(input);
    if (!isEqual(concat(...opened), concat(...message)))
      throw new Finding(name, input, 'something else than was sealed');
    await read(opened);
  });
}

async function watched(
  name: string,
  input: Bytes,
  run: number,
  work: () => Promise<boolean>,
): Promise<boolean> {
  if (run % 64 !== 0) return work();
  const held = process.memoryUsage().arrayBuffers;
  const isTaken = await work();
  if (process.memoryUsage().arrayBuffers - held > allowance)
    throw new Finding(name, input, 'too much memory');
  return isTaken;
}

async function survives(name: string, input: Bytes, parse: () => unknown): Promise<boolean> {
  try {
    const parsed = parse();
    if (parsed instanceof Promise) await parsed;
    return true;
  } catch (thrown) {
    if (isRefusal(thrown)) return false;
    if (thrown instanceof Finding) throw thrown;
    throw new Finding(name, input, thrown instanceof Error ? thrown.name : 'something thrown');
  }
}
