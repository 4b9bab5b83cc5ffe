/** Rounds of the fuzzer: programs are made, run and analysed in batches; what arrives must be reported. */
import fc from 'fast-check';
import { reportedIn } from './analyse.ts';
import { createRunner, type Runner } from './execute.ts';
import { type Plan, plans } from './plan.ts';
import { type Files, type Parsed, programOf } from './program.ts';
import { renderPlan } from './render.ts';
import { wirePolicy } from './wire.ts';

export interface Miss {
  readonly seed: number;
  readonly sinks: readonly string[];
  readonly files: Files;
}

export interface Outcome {
  readonly runs: number;
  /** Sinks that the canary arrived at, over all programs. */
  readonly arrived: number;
  /** Sinks that the engine reported, whether the canary arrived or not. */
  readonly reported: number;
  readonly missed: readonly Miss[];
  /** Reported sinks that nothing arrived at in any run of their program: false alarms, or ways that no run took. */
  readonly unseen: readonly Miss[];
  readonly programsPerSecond: number;
}

export interface Options {
  readonly runs: number;
  readonly seed: number;
  readonly batch: number;
  readonly isShrinking: boolean;
  /** Told after each batch: how many programs are done, and what was missed in it. */
  progress?(done: number, missed: readonly Miss[]): void;
}

export async function fuzz(options: Options): Promise<Outcome> {
  const started = performance.now();
  const parsed: Parsed = new Map();
  const totals = { arrived: 0, reported: 0 };
  const missed: Miss[] = [];
  const unseen: Miss[] = [];
  for (let from = 0; from < options.runs; from += options.batch) {
    const before = missed.length;
    const count = Math.min(options.batch, options.runs - from);
    const seeds = Array.from({ length: count }, (_, index) => options.seed + from + index);
    const runner = createRunner();
    const programs = seeds.map((seed) => renderPlan(planOf(seed)));
    const reported = reportedIn(programOf(programs, parsed), wirePolicy());
    for (const [index, files] of programs.entries()) {
      const seed = seeds[index] ?? 0;
      const arrived = await runner.arrivalsOf(files);
      const told = reported.get(index) ?? new Set();
      totals.arrived += arrived.size;
      totals.reported += told.size;
      const lost = [...arrived].filter((sink) => !told.has(sink));
      const extra = [...told].filter((sink) => !arrived.has(sink));
      if (lost.length > 0) missed.push({ seed, sinks: lost, files });
      if (extra.length > 0) unseen.push({ seed, sinks: extra, files });
    }
    options.progress?.(from + count, missed.slice(before));
  }
  const seconds = (performance.now() - started) / 1000;
  const shrunk = options.isShrinking ? await shrinkAll(missed, parsed) : missed;
  return {
    runs: options.runs,
    ...totals,
    missed: shrunk,
    unseen,
    programsPerSecond: Math.round(options.runs / seconds),
  };
}

/** The plan of a seed, the same in a batch and alone. */
function planOf(seed: number): Plan {
  const [plan] = fc.sample(plans, { seed, numRuns: 1 });
  if (plan === undefined) throw new Error(`no plan for the seed ${seed}`);
  return plan;
}

async function shrinkAll(missed: readonly Miss[], parsed: Parsed): Promise<readonly Miss[]> {
  const runner = createRunner();
  const shrunk: Miss[] = [];
  for (const miss of missed) shrunk.push(await shrink(miss, parsed, runner));
  return shrunk;
}

/** The smallest program that fast-check finds in which something still arrives unreported. */
async function shrink(miss: Miss, parsed: Parsed, runner: Runner): Promise<Miss> {
  const found = await fc.check(
    fc.asyncProperty(plans, async (plan) => (await missesOf(renderPlan(plan), parsed, runner)).length === 0),
    { examples: [[planOf(miss.seed)]], numRuns: 1 },
  );
  const plan = found.counterexample?.[0];
  if (plan === undefined) return miss;
  const files = renderPlan(plan);
  return { seed: miss.seed, sinks: await missesOf(files, parsed, runner), files };
}

/** The sinks of one program that the canary arrives at and that are not reported. */
export async function missesOf(files: Files, parsed: Parsed, runner: Runner): Promise<readonly string[]> {
  const reported = reportedIn(programOf([files], parsed), wirePolicy()).get(0) ?? new Set();
  return [...(await runner.arrivalsOf(files))].filter((sink) => !reported.has(sink));
}
