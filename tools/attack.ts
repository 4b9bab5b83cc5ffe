/**
 * `npm run attack`: tries every channel from inside a session; a closed one that lets the canary out is a failure.
 * `--only=ID,ID` chooses channels, `--node=24` the Node to run on.
 */
import process from 'node:process';
import { attackChannels } from '../runtime/testing/attack-channels.ts';
import { nodes } from '../test/runtime/nodes.ts';

const only = process.argv
  .filter((value) => value.startsWith('--only='))
  .flatMap((value) => value.slice(7).split(','));
const [wanted = process.versions.node] = process.argv
  .filter((value) => value.startsWith('--node='))
  .map((value) => value.slice(7));
const node = nodes.find(([name]) => name.startsWith(`Node ${wanted}`))?.[1];
if (node === undefined) {
  console.error(`no Node ${wanted} is installed here; there is ${nodes.map(([name]) => name).join(', ')}`);
  process.exit(2);
}
const results = await attackChannels({ node, ...(only.length === 0 ? {} : { only }) });

if (process.argv.includes('--json')) console.log(JSON.stringify({ channels: results }, null, 2));
else
  for (const { id, declared, attempted, escaped, seen, untried } of results) {
    const outcome = escaped
      ? `ESCAPED by ${seen.join(', ')}`
      : attempted
        ? 'held'
        : `not tried: ${untried ?? ''}`;
    console.log(`${id.padEnd(24)} ${declared.padEnd(6)}  ${outcome}`);
  }
process.exitCode = results.some(({ declared, escaped }) => declared === 'closed' && escaped) ? 1 : 0;
