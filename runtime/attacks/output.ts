/** Attacks through what is printed, logged, thrown or reported. */
import { loose, tryAll, withModules } from './attack.ts';
import type { Attack } from './attack.ts';

export const attacksOnOutput: Readonly<Record<string, Attack>> = {
  'standard-streams': ({ canary }) =>
    tryAll(
      () => console.log(canary),
      () => console.error(new Error(canary)),
      () => console.table([{ canary }]),
      () => process.stdout.write(canary),
      () => process.stderr.write(canary),
      () => loose(process)['_rawDebug']?.(canary),
    ),
  async loggers({ canary, target }) {
    await withModules('worker_threads', (threads) =>
      Reflect.construct(threads['Worker'] ?? Object, [canary, { eval: true }]),
    );
    await withModules('fs', (fs) => fs['appendFileSync']?.(`${target.folders[0] ?? ''}/service.log`, canary));
    return tryAll(() => process.stdout.write(JSON.stringify({ level: 'info', message: canary })));
  },
  errors({ canary }) {
    const error = Object.assign(new TypeError(canary, { cause: canary }), {
      code: canary,
      note: canary,
      name: canary,
    });
    return Promise.reject(error);
  },
  async 'uncaught-errors'({ canary }) {
    void Promise.reject(new Error(canary));
    queueMicrotask(() => {
      throw new Error(canary);
    });
    return new Promise(() => undefined);
  },
  'process-warnings': ({ canary }) =>
    tryAll(
      () => process.emitWarning(canary, { type: canary, code: canary, detail: canary }),
      () => {
        for (let index = 0; index < 12; index += 1) process.on(canary, () => undefined);
      },
      () => process.emit('warning', new Error(canary)),
    ),
  async 'debug-output'({ canary }) {
    const { debuglog } = await import('node:util');
    return tryAll(
      () => (process.env['NODE_DEBUG'] = 'note'),
      () => debuglog('note')(canary),
      () => console.trace(canary),
    );
  },
  async inspector({ canary }) {
    await withModules('inspector', (inspector) => inspector['open']?.(0, '127.0.0.1'));
    await withModules('inspector', (inspector) => loose(inspector['console'])['log']?.(canary));
    return tryAll(
      () => loose(process)['_debugProcess']?.(process.pid),
      () => loose(process)['kill']?.(process.pid, 'SIGUSR1'),
    );
  },
  async 'diagnostics-channels'({ canary }) {
    await withModules('diagnostics_channel', (channels) =>
      loose(channels['channel']?.(canary))['publish']?.(canary),
    );
    await withModules('perf_hooks', (hooks) => {
      const observer = loose(
        Reflect.construct(hooks['PerformanceObserver'] ?? Object, [(list: unknown) => console.log(list)]),
      );
      observer['observe']?.({ entryTypes: ['mark', 'measure', 'function'] });
      return hooks['monitorEventLoopDelay']?.();
    });
    return tryAll(
      () => performance.mark(canary, { detail: canary }),
      () => performance.measure(canary),
      () => performance.timerify(() => canary)(),
      () => console.timeStamp(canary),
      () => console.profile(canary),
    );
  },
  'monitoring-agents': ({ canary }) =>
    tryAll(
      () => (console.log = () => process.stdout.write(canary)),
      () => Object.defineProperty(JSON, 'stringify', { value: () => canary }),
      () => Object.defineProperty(globalThis, 'fetch', { value: () => canary }),
    ),
  'event-names': ({ canary }) =>
    tryAll(
      () => process.emit(canary),
      () => new EventTarget().dispatchEvent(new Event(canary)),
    ),
  metrics: ({ canary, emit }) =>
    tryAll(
      () => emit('done', { outcome: canary }),
      () => emit('done', { outcome: 'ok', [canary]: 1 }),
      () => emit(canary, {}),
    ),
  traces: ({ canary, emit }) =>
    tryAll(
      () => emit('done', { outcome: { toString: () => canary } }),
      () => emit('done', new Proxy({}, { get: () => canary, ownKeys: () => ['outcome'] })),
    ),
  'fatal-errors'({ canary }) {
    const kept: string[] = [];
    for (;;) kept.push(canary.repeat(1_000) + String(kept.length));
  },
  'system-logs': ({ canary }) =>
    withModules('child_process', (child) => child['execFileSync']?.('logger', [canary])),
};
