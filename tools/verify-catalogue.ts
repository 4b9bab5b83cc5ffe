/** `npm run verify:catalogue -- [--json] [--most-used] [--only NAME,NAME]`: proves rows against the real packages. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { catalogue } from '../catalogue/index.ts';
import { batchesOf, ownersOf } from './catalogue/batches.ts';
import { provePrograms } from './catalogue/prove-programs.ts';
import { proveBatch, type Proof } from './catalogue/prove.ts';
import { ensureInstalled, folders, versionsOf, type Workspace } from './catalogue/workspace.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    'most-used': { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

process.exitCode = verify(values['most-used'] ? 'most-used' : 'all', values.only?.split(','));

function verify(workspace: Workspace, only: readonly string[] | undefined): number {
  ensureInstalled(workspace);
  const wanted = only ?? wantedOf(workspace);
  const proofs: Proof[] = [];
  for (const batch of batchesOf(catalogue, wanted, folders[workspace], versionsOf(workspace))) {
    const begin = performance.now();
    const proof = proveBatch(batch);
    proofs.push(proof);
    if (!values.json)
      console.log(`${proof.proved} of ${proof.rows} rows in ${seconds(begin)} s: ${batch.name}`);
  }
  const shown = provePrograms(folders[workspace], (name) => wanted.includes(name));
  const report = {
    packages: wanted.length,
    rows: sum(proofs.map(({ rows }) => rows)),
    proved: sum(proofs.map(({ proved }) => proved)),
    shown: sum(proofs.map(({ shown }) => shown)),
    lookedUp: sum(proofs.map(({ lookedUp }) => lookedUp)),
    stale: [...new Set(proofs.flatMap(({ stale }) => stale))],
    unproved: [...new Set(proofs.flatMap(({ unproved }) => unproved)), ...shown.faults],
    programs: shown.programs,
  };
  console.log(values.json ? JSON.stringify(report, undefined, 2) : asText(report));
  return report.proved === report.rows && shown.faults.length === 0 ? 0 : 1;
}

/** Every package of the catalogue, or those of the most used that rows speak of, and what needs no package. */
function wantedOf(workspace: Workspace): readonly string[] {
  const owners = ownersOf(catalogue);
  if (workspace === 'all') return owners;
  const installed = versionsOf(workspace);
  return owners.filter(
    (name) => ['node', 'global'].includes(name) || installed.has(name) || installed.has(`@types/${name}`),
  );
}

interface Report {
  readonly packages: number;
  readonly rows: number;
  readonly proved: number;
  /** Of those that are proved: by a program, and by looking their names up alone. */
  readonly shown: number;
  readonly lookedUp: number;
  readonly stale: readonly string[];
  /** Rows, and lines of programs that are not reported as their marks say. */
  readonly unproved: readonly string[];
  /** How many programs were read whole. */
  readonly programs: number;
}

function asText({ packages, rows, proved, shown, lookedUp, stale, unproved, programs }: Report): string {
  const faults = [...stale.map((line) => `STALE ${line}`), ...unproved.map((line) => `UNPROVED ${line}`)];
  return [
    ...faults,
    `${packages} packages, ${rows} rows, ${proved} proved (${shown} by a program, ${lookedUp} looked up), ${stale.length} stale, ${unproved.length} faults; ${programs} programs`,
  ].join('\n');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function seconds(begin: number): string {
  return ((performance.now() - begin) / 1000).toFixed(1);
}
