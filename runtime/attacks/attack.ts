/** What an attack is, and the means that all of them share: everything is tried, and nothing that fails is heard. */

/** Where the suite listens, outside of the session. */
export interface Target {
  readonly folders: readonly string[];
  readonly tcp: number;
  readonly udp: number;
  readonly socket: string;
}

/** What an attack gets: the canary, where to take it, and the session. */
export interface Attempt {
  readonly canary: string;
  readonly target: Target;
  readonly emit: (name: string, values: object) => void;
  /** The declared upstreams: one, called `mirror`, whose sessions try nothing. */
  readonly use: Loose;
}

/** Tries one channel; what it returns is the handler's output. */
export type Attack = (attempt: Attempt) => Promise<unknown>;

/** An object of which nothing is known but that its members may be callable. */
export type Loose = Readonly<Record<string, (...values: readonly unknown[]) => unknown>>;

const patienceMs = 150;

/** A value as something to be called; calling what is not there throws, like any call. */
export function loose(value: unknown): Loose;
export function loose(value: unknown): unknown {
  return value;
}

/** Tries every way, each for a moment, and gives the number of those that did not throw. */
export async function tryAll(...ways: readonly (() => unknown)[]): Promise<number> {
  let succeeded = 0;
  for (const way of ways) {
    const late = Promise.withResolvers<undefined>();
    const timer = setTimeout(late.resolve, patienceMs, undefined);
    try {
      await Promise.race([way(), late.promise]);
      succeeded += 1;
    } catch {
      // refused, as it should be
    }
    // a timer that is left would be unfinished work, and nobody would see the session's answer
    clearTimeout(timer);
  }
  return succeeded;
}

/** Every way to a built-in module: by import, by what Node leaves on `process`, by what a loader left. */
async function reach(name: string): Promise<readonly Loose[]> {
  const global = loose(globalThis);
  const own = loose(process);
  const found: unknown[] = [];
  await tryAll(
    async () => found.push(await import(name)),
    async () => found.push(await import(`node:${name}`)),
    () => found.push(own['getBuiltinModule']?.(`node:${name}`)),
    () => found.push(own['binding']?.(name)),
    () => found.push(loose(own['mainModule'])['require']?.(name)),
    () => found.push(global['require']?.(name)),
    async () =>
      found.push(
        loose(loose(await import('node:module'))['createRequire']?.('file:///'))['call']?.(undefined, name),
      ),
  );
  return found.filter((module) => module !== undefined && module !== null).map(loose);
}

/** Calls a function with each module that is reached. */
export async function withModules(name: string, use: (module: Loose) => unknown): Promise<number> {
  let used = 0;
  for (const module of await reach(name)) used += await tryAll(() => use(module));
  return used;
}

/** Waits. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
