/** Runs a program in a context of its own and tells which sinks the canary has arrived at. */
import { createRequire } from 'node:module';
import { setImmediate as turn } from 'node:timers/promises';
import vm from 'node:vm';
import ts from 'typescript';
import { type Recogniser, recogniserOf } from './canary.ts';
import { PACKAGE, SINKS } from './wire.ts';

/** One way to run a program: what its sources give, and how its coins fall. */
interface Run {
  readonly canary: string;
  coin(index: number): boolean;
}

const RUNS: readonly Run[] = [
  { canary: 'Zq7Xj4Vk9Wp3', coin: () => true },
  { canary: 'Zq7Xj4Vk9Wp3', coin: () => false },
  { canary: 'Zq7Xj4Vk9Wp3', coin: (index) => index % 2 === 0 },
  { canary: '481516234278', coin: (index) => index % 3 !== 0 },
];

/** Loops and bodies of one run: more end it. */
const MAX_TICKS = 150;
const TIMEOUT = 500;
const MAX_TURNS = 12;

export async function arrivalsOf(files: Readonly<Record<string, string>>): Promise<ReadonlySet<string>> {
  const scripts = new Map(Object.entries(files).map(([name, text]) => [name, compiled(name, text)]));
  const context = vm.createContext(surroundings());
  const arrived = new Set<string>();
  for (const run of RUNS) await runOnce(scripts, context, run, arrived);
  return arrived;
}

function compiled(name: string, text: string): vm.Script {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2024,
      rewriteRelativeImportExtensions: true,
      esModuleInterop: true,
    },
  });
  return new vm.Script(`(function (exports, require) {${outputText}\n})`, { filename: name });
}

type Load = (exports: object, require: (name: string) => unknown) => void;

async function runOnce(
  scripts: ReadonlyMap<string, vm.Script>,
  context: vm.Context,
  run: Run,
  arrived: Set<string>,
): Promise<void> {
  const wire = wireOf(run, recogniserOf(run.canary), arrived);
  const modules = new Map<string, object>();
  const load = (name: string): object => {
    const file = name.replace(/^\.\//, '').replace(/\.js$/, '.ts');
    const known = modules.get(file);
    if (known !== undefined) return known;
    const exports = {};
    modules.set(file, exports);
    const body = scripts.get(file)?.runInContext(context, { timeout: TIMEOUT }) as Load | undefined;
    body?.(exports, (next) => (next === PACKAGE ? wire : next.startsWith('./') ? load(next) : builtin(next)));
    return exports;
  };
  try {
    const { main } = load('main.ts') as { main: () => Promise<void> };
    const state = { isEnded: false };
    void main()
      .catch(() => undefined)
      .then(() => (state.isEnded = true));
    for (let turns = 0; turns < MAX_TURNS && (!state.isEnded || turns < 2); turns += 1) await turn();
  } catch {
    // What a program throws at its top ends it, and is none of its sinks' business.
  }
}

const builtin = createRequire(import.meta.url);

function wireOf(run: Run, holds: Recogniser, arrived: Set<string>): Readonly<Record<string, unknown>> {
  let ticks = 0;
  const sinkOf =
    (name: string) =>
    (...values: readonly unknown[]): void => {
      if (!arrived.has(name) && holds(values)) arrived.add(name);
    };
  return {
    source: () => run.canary,
    letter: () => run.canary,
    coin: (index: number) => run.coin(index),
    tick: () => {
      ticks += 1;
      if (ticks > MAX_TICKS) throw new Error('stop');
    },
    ...Object.fromEntries(SINKS.map((name) => [name, sinkOf(name)])),
  };
}

/** What a context lacks of Node. A timer fires on the next turn, whatever its time. */
function surroundings(): Record<string, unknown> {
  return {
    Buffer,
    TextEncoder,
    TextDecoder,
    URL,
    URLSearchParams,
    Response,
    Blob,
    Headers,
    AbortController,
    structuredClone,
    queueMicrotask,
    btoa,
    atob,
    setTimeout: (run: (...values: unknown[]) => void, _time: number, ...values: unknown[]) =>
      setImmediate(() => {
        quietly(run, values);
      }),
  };
}

function quietly(run: (...values: unknown[]) => void, values: readonly unknown[]): void {
  try {
    run(...values);
  } catch {
    // The program's own affair.
  }
}
