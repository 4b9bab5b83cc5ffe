/** A fixed share of the fuzzer's inputs; the long run is `npm run fuzz:wire -- --runs 1000000`. */
import { expect, it } from 'vitest';
import { createRandom } from '../../../tools/fuzz-wire/random.ts';
import { fuzzParsers } from '../../../tools/fuzz-wire/run.ts';
import { createSeeds } from '../../../tools/fuzz-wire/seeds.ts';

const parsers = 25;
const share = 1_600;

it('no parser of bytes from outside ends in any other way than it may', async () => {
  const tallies = await fuzzParsers(parsers * share, 20_260_101);
  expect(tallies).toHaveLength(parsers);
  for (const { name, inputs, accepted } of tallies) {
    expect(inputs, name).toBe(share);
    expect(accepted, name).toBeGreaterThan(0);
  }
});

it('the same seed gives the same run, and another one another', async () => {
  expect(await createSeeds(createRandom(7))).toEqual(await createSeeds(createRandom(7)));
  expect(await createSeeds(createRandom(7))).not.toEqual(await createSeeds(createRandom(8)));
  expect(await fuzzParsers(parsers * 40, 7)).toEqual(await fuzzParsers(parsers * 40, 7));
});
