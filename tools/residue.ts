/**
 * `npm run residue`: searches broker and next session process for the input of 200 sessions, on every Node there is, and
 * says what the tier `epoch` leaves in its process, which is measured and not judged.
 */
import { join } from 'node:path';
import process from 'node:process';
import { measureEpoch } from '../runtime/testing/epoch-residue.ts';
import { measureResidue, uniqueText } from '../runtime/testing/residue.ts';
import { nodes } from '../test/runtime/nodes.ts';

const sessions = process.argv.includes('--quick') ? 5 : 200;
const file = join(import.meta.dirname, '../test/runtime/fixtures/word-count.ts');
const results = [];
const epochs = [];
for (const [name, node] of nodes) {
  results.push({
    name,
    ...(await measureResidue(file, { text: `${uniqueText()} ${uniqueText()}` }, { sessions, node })),
  });
  epochs.push({
    name,
    ...(await measureEpoch(file, (text) => ({ text }), { sessions: Math.min(sessions, 16), node })),
  });
}

const isClean = results.every(
  ({ broker, nextSession, isSearchSound }) => isSearchSound && broker.length + nextSession.length === 0,
);
if (process.argv.includes('--json'))
  console.log(
    JSON.stringify(
      {
        results,
        epochs,
        hits: results.flatMap(({ broker, nextSession }) => [...broker, ...nextSession]).length,
      },
      null,
      2,
    ),
  );
else
  for (const { name, broker, nextSession, isSearchSound } of results)
    console.log(
      `${name}: ${sessions} sessions, broker ${broker.length} hits, next session ${nextSession.length} hits, search ${isSearchSound ? 'sound' : 'UNSOUND'}`,
    );
if (!process.argv.includes('--json'))
  for (const { name, sessions: total, inSessionProcess, inBroker } of epochs)
    console.log(
      `${name}, tier epoch: of ${total} sessions in one process, ${inSessionProcess} left their input in it, ${inBroker} in the broker`,
    );
process.exitCode = isClean ? 0 : 1;
