/** Attacks that leave the canary in the process, for whoever comes next; an empty canary looks for it. */
import { loose, tryAll, withModules } from './attack.ts';
import type { Attack } from './attack.ts';

/** A place that outlives a handler's call, like a cache that somebody forgot. */
const kept = new WeakMap<object, string>();

export const attacksOnState: Readonly<Record<string, Attack>> = {
  'module-state': ({ canary }) => {
    const found = kept.get(tryAll) ?? '';
    kept.set(tryAll, canary);
    return Promise.resolve(found);
  },
  async 'prototype-pollution'({ canary }) {
    const places: readonly object[] = [
      Object.prototype,
      Array.prototype,
      globalThis,
      process,
      console,
      Function.prototype,
    ];
    const found = places.map((place) => String(Reflect.get(place, 'note'))).join(' ');
    await tryAll(
      ...places.map(
        (place) => () => Object.defineProperty(place, 'note', { value: canary, configurable: true }),
      ),
    );
    await tryAll(() =>
      Object.assign({}, { value: JSON.parse(`{"__proto__":{"note":"${canary}"}}`) as unknown }),
    );
    return found;
  },
  async 'late-timers'({ canary, target }) {
    const late = (): void => {
      void tryAll(() => loose(globalThis)['fetch']?.(`http://127.0.0.1:${target.tcp}/${canary}`));
      process.stdout.write(canary);
    };
    process.on('exit', late);
    process.on('beforeExit', late);
    setTimeout(late, 200).unref();
    setInterval(late, 50).unref();
    return Promise.resolve();
  },
  async 'async-context'({ canary }) {
    const found = String(Reflect.get(Object(Reflect.get(process, 'domain')), 'canary'));
    await withModules('async_hooks', (hooks) =>
      loose(Reflect.construct(hooks['AsyncLocalStorage'] ?? Object, []))['enterWith']?.(canary),
    );
    await withModules('async_hooks', (hooks) =>
      Object.assign(Object(hooks['executionAsyncResource']?.()), { note: canary }),
    );
    await withModules('domain', (domain) => loose(domain['create']?.())['enter']?.());
    await tryAll(() => Reflect.set(process, 'domain', { canary, emit: () => process.stdout.write(canary) }));
    return found;
  },
  finalizers({ canary }) {
    const registry = new FinalizationRegistry(() => process.stdout.write(canary));
    registry.register({ canary }, canary);
    return Promise.resolve();
  },
  'process-fields': async ({ canary }) => {
    await tryAll(
      () => (process.title = canary),
      () => (process.env['NOTE'] = canary),
      () => process.argv.push(canary),
      () => (process.argv0 = canary),
      () => loose(process)['chdir']?.(`/tmp/${canary}`),
    );
    await new Promise((resolve) => setTimeout(resolve, 400));
  },
};
