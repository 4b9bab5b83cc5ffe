/** `npm run fuzz -- --runs N --seed S [--json] [--batch B] [--no-shrink] [--probes K] [--progress]`: programs that run against the engine. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type Miss, type Outcome, fuzz } from './fuzz/fuzz.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    batch: { type: 'string', default: '250' },
    probes: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
    'no-shrink': { type: 'boolean', default: false },
    progress: { type: 'boolean', default: false },
  },
});

// A program may leave a promise rejected. Node warns of the very way that types are taken away.
process.removeAllListeners('warning');
process.on('unhandledRejection', () => undefined);
const outcome = await fuzz({
  runs: Number(values.runs),
  seed: Number(values.seed),
  batch: Number(values.batch),
  isShrinking: !values['no-shrink'],
  progress: values.progress ? told : () => undefined,
});
console.log(values.json ? asJson(outcome) : asText(outcome, Number(values.probes)));
process.exitCode = outcome.missed.length > 0 ? 1 : 0;

/** A long run tells how far it is, and the seeds of what it has missed so far. */
function told(done: number, missed: readonly Miss[]): void {
  const seeds = missed.map(({ seed, sinks }) => `${seed} (${sinks.join(', ')})`);
  console.error(`${done} programs${seeds.length === 0 ? '' : `, missed: ${seeds.join('; ')}`}`);
}

function asJson({ unseen, ...rest }: Outcome): string {
  return JSON.stringify({ ...rest, unseen: unseen.length }, undefined, 2);
}

function asText(outcome: Outcome, probes: number): string {
  const { runs, arrived, reported, missed, unseen, programsPerSecond } = outcome;
  return [
    ...missed.map((miss) => described('MISSED', miss)),
    ...unseen.slice(0, probes).map((miss) => described('UNSEEN', miss)),
    `${runs} programs, ${arrived} arrivals, ${reported} reported, ${missed.length} programs with a miss, ${programsPerSecond} programs per second`,
  ].join('\n');
}

function described(what: string, { seed, sinks, files }: Miss): string {
  const texts = Object.entries(files).map(([name, text]) => `// ${name}\n${text}`);
  return `${what} seed ${seed}: ${sinks.join(', ')}\n${texts.join('\n')}`;
}
