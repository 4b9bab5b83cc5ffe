/** `npm run residue`: searches broker and next session process for the input of 200 sessions, on every Node there is. */
import { join } from 'node:path';
import process from 'node:process';
import { measureResidue, uniqueText } from '../runtime/testing/residue.ts';
import { nodes } from '../test/runtime/nodes.ts';

const sessions = process.argv.includes('--quick') ? 5 : 200;
const file = join(import.meta.dirname, '../test/runtime/fixtures/word-count.ts');
const results = [];
for (const [name, node] of nodes)
  results.push({
    name,
    ...(await measureResidue(file, { text: `${uniqueText()} ${uniqueText()}` }, { sessions, node })),
  });

const isClean = results.every(
  ({ broker, nextSession, isSearchSound }) => isSearchSound && broker.length + nextSession.length === 0,
);
if (process.argv.includes('--json'))
  console.log(
    JSON.stringify(
      { results, hits: results.flatMap(({ broker, nextSession }) => [...broker, ...nextSession]).length },
      null,
      2,
    ),
  );
else
  for (const { name, broker, nextSession, isSearchSound } of results)
    console.log(
      `${name}: ${sessions} sessions, broker ${broker.length} hits, next session ${nextSession.length} hits, search ${isSearchSound ? 'sound' : 'UNSOUND'}`,
    );
process.exitCode = isClean ? 0 : 1;
