/** Runs a program in a context of its own and tells which sinks the canary has arrived at. */
import { createRequire } from 'node:module';
import { setImmediate as turn } from 'node:timers/promises';
import vm from 'node:vm';
import { type Recogniser, recogniserOf } from './canary.ts';
import { stripped, transpiled } from './erase.ts';
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
const MAX_TURNS = 12;

/** Runs programs one after the other, in one context. */
export interface Runner {
  /** The sinks that the canary arrived at in some run of the program. */
  arrivalsOf(files: Readonly<Record<string, string>>): Promise<ReadonlySet<string>>;
}

export function createRunner(): Runner {
  const context = vm.createContext(surroundings());
  return {
    async arrivalsOf(files) {
      const isAlone = Object.keys(files).length === 1;
      const modules = Object.entries(files).map(
        ([name, text]) =>
          [nameOfModule(name), loaded(context, name, isAlone ? text : undefined, text)] as const,
      );
      const arrived = new Set<string>();
      for (const run of RUNS) await runOnce(new Map(modules), run, arrived);
      return arrived;
    },
  };
}

interface Module {
  exports: object;
}

type Load = (exports: object, require: (name: string) => unknown, module: Module) => void;

function loaded(context: vm.Context, name: string, alone: string | undefined, text: string): Load {
  const body = name.endsWith('.cjs')
    ? lowered(text)
    : ((alone === undefined ? undefined : stripped(alone)) ?? transpiled(text));
  const script = new vm.Script(`(function (exports, require, module) {'use strict'; ${body}\n})`, {
    filename: name,
  });
  return script.runInContext(context) as Load;
}

/** A context has no `import()` of its own. */
const lowered = (text: string): string =>
  text.replaceAll(/\bimport\(('[^']+')\)/g, 'Promise.resolve(require($1))');

async function runOnce(bodies: ReadonlyMap<string, Load>, run: Run, arrived: Set<string>): Promise<void> {
  const wire = wireOf(run, recogniserOf(run.canary), arrived);
  const modules = new Map<string, Module>();
  const load = (name: string): object => {
    const file = nameOfModule(name);
    const known = modules.get(file);
    if (known !== undefined) return known.exports;
    const module: Module = { exports: {} };
    modules.set(file, module);
    bodies.get(file)?.(
      module.exports,
      (next) => {
        if (next === PACKAGE) return wire;
        return next.startsWith('./') ? load(next) : builtin(next);
      },
      module,
    );
    return module.exports;
  };
  try {
    const { main } = load('main') as { main: () => Promise<void> };
    const state = { isEnded: false };
    void main()
      .catch(() => undefined)
      .then(() => (state.isEnded = true));
    for (let turns = 0; turns < MAX_TURNS && (!state.isEnded || turns < 2); turns += 1) await turn();
  } catch {
    // What a program throws at its top ends it, and is none of its sinks' business.
  }
}

/** What a module is called whatever its language. */
const nameOfModule = (name: string): string => name.replace(/^\.\//, '').replace(/\.(?:ts|c?js)$/, '');

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
    ...{ Buffer, TextEncoder, TextDecoder, URL, URLSearchParams, Response, Blob, Headers, AbortController },
    ...{
      structuredClone,
      btoa,
      atob,
      EventTarget,
      CustomEvent,
      ReadableStream,
      WritableStream,
      TransformStream,
    },
    queueMicrotask: (run: Callback) => {
      queueMicrotask(() => {
        quietly(run, []);
      });
    },
    setTimeout: (run: Callback, _time: number, ...values: readonly unknown[]) =>
      setImmediate(() => {
        quietly(run, values);
      }),
  };
}

type Callback = (...values: readonly unknown[]) => void;

function quietly(run: Callback, values: readonly unknown[]): void {
  try {
    run(...values);
  } catch {
    // The program's own affair.
  }
}
