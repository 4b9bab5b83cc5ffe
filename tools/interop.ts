/**
 * `npm run interop`: our client and our session process against `hpke` and `@hpke/core`, for each suite that
 * processors offer. `--json` prints the rows as JSON. Exit code 1 when one of them does not pass.
 */
import process from 'node:process';
import { runMatrix } from './interop/matrix.ts';

const meetings = await runMatrix();
if (process.argv.includes('--json')) console.log(JSON.stringify(meetings, undefined, 2));
else
  for (const { suite, peer, ours, passed } of meetings)
    console.log(`${passed ? 'pass' : 'FAIL'}  our ${ours.padEnd(15)}  ${peer.padEnd(10)}  ${suite}`);
process.exitCode = meetings.length > 0 && meetings.every(({ passed }) => passed) ? 0 : 1;
