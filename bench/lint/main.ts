/** `npm run bench:lint`: the budgets of the linter, measured side by side. `--quick` only shows that it runs. Takes an hour or two. */
import { mkdirSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { budgets } from './budgets.ts';
import { type Verdict, compare } from './compare.ts';
import { realProject } from './fetch.ts';
import { generatedProject } from './generated.ts';
import { measureGrowth } from './growth.ts';
import { taggedTypes } from './packages.ts';
import { cacheFolder } from './places.ts';
import { type Results, textOf } from './print.ts';
import type { Project } from './sides.ts';
import { measureWarm } from './warm.ts';

const SIZES = [10_000, 30_000, 100_000, 150_000, 300_000, 1_000_000];
const QUICK_SIZES = [1_000, 3_000];
const WARM_FILE = 'code/matrix/base64.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    // Files that touch tagged types, in percent: one of them alone.
    share: { type: 'string' },
  },
});

mkdirSync(cacheFolder, { recursive: true });
const results = values.quick ? measureQuick() : measureAll(Number(values.rounds));
process.stdout.write(values.json ? `${JSON.stringify(results)}\n` : textOf(results));
if (!values.quick && !isHeld(results)) process.exitCode = 1;

function measureAll(rounds: number): Results {
  const folder = realProject(cacheFolder);
  const shares = [...taggedTypes].filter(
    ([share]) => values.share === undefined || share === Number(values.share),
  );
  if (shares.length === 0) throw new RangeError(`--share is one of ${[...taggedTypes.keys()].join(', ')}.`);
  const ratios = shares.flatMap(([share, tagged]) => ratiosOf({ folder, tagged }, share, rounds));
  const warm = measureWarm({ folder, tagged: taggedTypes.get(5) ?? [] }, WARM_FILE, rounds);
  return { ratios, growth: measureGrowth(cacheFolder, SIZES), warm };
}

/** Small generated code, each side once: no judgement of the ratios. */
function measureQuick(): Results {
  const folder = generatedProject(cacheFolder, 1_000, 5);
  const ratios = ratiosOf({ folder, tagged: [{ path: 'code/message.ts', name: 'Body' }] }, 5, 1);
  return {
    ratios: ratios.map((verdict) => ({ ...verdict, isHeld: undefined })),
    growth: measureGrowth(cacheFolder, QUICK_SIZES),
    warm: undefined,
  };
}

function ratiosOf(project: Project, share: number, rounds: number): readonly Verdict[] {
  const alike = Map.groupBy(budgets, ({ ours, theirs }) => `${ours} / ${theirs}`);
  return [...alike.values()].flatMap((group) => told(compare(group, project, share, rounds)));
}

/** Each verdict as soon as it is there: a run that is cut short has said what it knows. */
function told(verdicts: readonly Verdict[]): readonly Verdict[] {
  for (const { name, share, ratio, limit } of verdicts)
    process.stderr.write(`${name}, ${share} %: ${ratio?.median.toFixed(2) ?? 'could not run'} of ${limit}\n`);
  return verdicts;
}

function isHeld({ ratios, growth, warm }: Results): boolean {
  return ratios.every((verdict) => verdict.isHeld !== false) && growth.isHeld && warm?.isHeld !== false;
}
