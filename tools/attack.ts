/** `npm run attack`: tries every channel from inside a session; a closed one that lets the canary out is a failure. */
import process from 'node:process';
import { attackChannels } from '../runtime/testing/attack-channels.ts';
import { nodes } from '../test/runtime/nodes.ts';

const only = process.argv
  .filter((value) => value.startsWith('--only='))
  .flatMap((value) => value.slice(7).split(','));
const isOlder = process.argv.includes('--node=24');
const node = nodes.at(isOlder ? -1 : 0)?.[1] ?? process.execPath;
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
