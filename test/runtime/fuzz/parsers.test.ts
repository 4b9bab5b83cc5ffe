/** A fixed share of the fuzzer's inputs; the long run is `npm run fuzz:wire -- --runs 1000000`. */
import { expect, it } from 'vitest';
import { fuzzParsers } from '../../../tools/fuzz-wire/run.ts';

it('no parser of bytes from outside ends in any other way than it may', async () => {
  const tallies = await fuzzParsers(36_000, 20_260_101);
  expect(tallies).toHaveLength(18);
  for (const { name, inputs, accepted } of tallies) {
    expect(inputs, name).toBe(2000);
    expect(accepted, name).toBeGreaterThan(0);
  }
});
