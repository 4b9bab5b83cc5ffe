/**
 * `npm run fuzz:wire -- --runs 1000000 --seed 1`: every parser of bytes from outside on mutated inputs, and every form of
 * sealed message, changed before it is sealed or after. Exit code 1 at the first crash, foreign error, allocation beyond
 * the limits, or message that opens to something else than was sealed, with the input in hexadecimal.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Finding, fuzzParsers } from './fuzz-wire/run.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});

try {
  const tallies = await fuzzParsers(Number(values.runs), Number(values.seed));
  for (const { name, inputs, accepted } of tallies)
    console.log(`${name.padEnd(18)} ${String(inputs).padStart(8)} inputs, ${accepted} of them accepted`);
} catch (thrown) {
  if (!(thrown instanceof Finding)) throw thrown;
  console.error(thrown.message);
  process.exitCode = 1;
}
