/** Attacks on disks, and on memory that looks like one. */
import { loose, tryAll, withModules } from './attack.ts';
import type { Attack, Attempt, Loose } from './attack.ts';

export const attacksOnStorage: Readonly<Record<string, Attack>> = {
  'file-writes': writeFiles,
  'temporary-folders': writeFiles,
  'own-proc-files': ({ canary }) =>
    withModules('fs', (fs) => fs['writeFileSync']?.('/proc/self/comm', canary)),
  async 'sqlite-files'({ canary, target }) {
    for (const folder of target.folders)
      await withModules('sqlite', (sqlite) => tryAll(...sqliteWays(sqlite, `${folder}/${canary}`, canary)));
  },
  async 'inherited-descriptors'({ canary }) {
    await withModules('fs', (fs) => {
      for (let descriptor = 1; descriptor < 300; descriptor += 1)
        void tryAll(() => fs['writeSync']?.(descriptor, canary));
    });
    const streams = [process.stdout, process.stderr, Reflect.get(process, 'stdin')];
    for (const stream of streams)
      for (let descriptor = 1; descriptor < 12; descriptor += 1)
        await tryAll(() =>
          loose(Reflect.construct(loose(stream)['constructor'] ?? Object, [descriptor]))['write']?.(canary),
        );
  },
  async 'flag-driven-files'({ canary, target }) {
    await tryAll(
      () => (process.env['NODE_V8_COVERAGE'] = `${target.folders[0] ?? ''}/${canary}`),
      () => process.execArgv.push(`--redirect-warnings=${target.folders[0] ?? ''}/${canary}`),
      () => process.emitWarning(canary),
      () => loose(process)['_startProfilerIdleNotifier']?.(),
    );
    await withModules('v8', (v8) => v8['setFlagsFromString']?.('--prof'));
    await withModules('trace_events', (events) =>
      loose(events['createTracing']?.({ categories: [canary] }))['enable']?.(),
    );
  },
  async 'heap-snapshots'({ target }) {
    await withModules('v8', (v8) => v8['writeHeapSnapshot']?.(`${target.folders[0] ?? ''}/heap`));
    await withModules('v8', (v8) => v8['setHeapSnapshotNearHeapLimit']?.(1));
    await withModules('v8', (v8) => v8['getHeapSnapshot']?.());
    await withModules('v8', (v8) => {
      const snapshot = loose(v8['startupSnapshot']);
      snapshot['addSerializeCallback']?.(() => undefined);
      snapshot['setDeserializeMainFunction']?.(() => undefined);
    });
    await withModules('inspector', async (inspector) => {
      const session = loose(Reflect.construct(inspector['Session'] ?? Object, []));
      session['connect']?.();
      session['on']?.('HeapProfiler.addHeapSnapshotChunk', (chunk: unknown) => console.log(chunk));
      await session['post']?.('HeapProfiler.takeHeapSnapshot');
    });
  },
  async 'diagnostic-reports'({ canary, target }) {
    const report = loose(Reflect.get(process, 'report'));
    await tryAll(
      () => Reflect.set(report, 'directory', target.folders[0]),
      () => Reflect.set(report, 'reportOnUncaughtException', true),
      () => Reflect.set(report, 'reportOnSignal', true),
      () => report['writeReport']?.(`${target.folders[0] ?? ''}/report.json`, new Error(canary)),
      () => process.stdout.write(JSON.stringify(report['getReport']?.(new Error(canary)))),
    );
  },
  async 'web-storage'({ canary, target }) {
    const global = loose(globalThis);
    await tryAll(
      () => loose(global['localStorage'])['setItem']?.('note', canary),
      () => loose(global['sessionStorage'])['setItem']?.('note', canary),
      () => loose(global['caches'])['open']?.(canary),
      () => loose(global['cookieStore'])['set']?.('note', canary),
      () => loose(global['indexedDB'])['open']?.(canary),
      () => loose(loose(global['navigator'])['storage'])['getDirectory']?.(),
      () => process.execArgv.push(`--localstorage-file=${target.folders[0] ?? ''}/${canary}`),
      () => Reflect.construct(global['Storage'] ?? Object, []),
    );
  },
  async 'code-caches'({ canary, target }) {
    await tryAll(
      () => (process.env['NODE_COMPILE_CACHE'] = target.folders[0]),
      () => loose(process)['setSourceMapsEnabled']?.(true),
      () => loose(process)['loadEnvFile']?.(`${target.folders[0] ?? ''}/${canary}`),
    );
    await withModules('module', (module) => {
      module['enableCompileCache']?.(target.folders[0]);
      return module['flushCompileCache']?.();
    });
    await withModules('vm', (vm) =>
      Reflect.construct(vm['Script'] ?? Object, [`'${canary}'`, { produceCachedData: true }]),
    );
  },
};

// Each way by itself, since none of the others may stand in its way: a file, ATTACH, VACUUM INTO, backup, a URI, a log.
function sqliteWays(sqlite: Loose, path: string, canary: string): readonly (() => unknown)[] {
  const table = `create table note as select '${canary}' as text`;
  const inMemory = (): Loose => {
    const database = openDatabase(sqlite, ':memory:');
    database['exec']?.(table);
    return database;
  };
  return [
    () => openDatabase(sqlite, `${path}.db`)['exec']?.(table),
    () => openDatabase(sqlite, new URL(`file://${path}-uri.db?mode=rwc`))['exec']?.(table),
    () =>
      inMemory()['exec']?.(`attach '${path}-2.db' as other; create table other.note as select * from note`),
    () => inMemory()['exec']?.(`vacuum into '${path}-3.db'`),
    () => sqlite['backup']?.(inMemory(), `${path}-4.db`),
    () => openDatabase(sqlite, `${path}-5.db`)['exec']?.(`pragma journal_mode = wal; ${table}`),
  ];
}

function openDatabase(sqlite: Loose, location: unknown): Loose {
  return loose(Reflect.construct(sqlite['DatabaseSync'] ?? Object, [location]));
}

async function writeFiles({ canary, target }: Attempt): Promise<void> {
  for (const folder of target.folders) {
    const path = `${folder}/${canary}`;
    await withModules('fs', (fs) => fs['writeFileSync']?.(path, canary));
    await withModules('fs', (fs) => fs['appendFileSync']?.(`${path}-2`, canary));
    await withModules('fs', (fs) => fs['mkdtempSync']?.(path));
    await withModules('fs', (fs) => fs['symlinkSync']?.(canary, `${path}-3`));
    await withModules('fs', (fs) => loose(fs['createWriteStream']?.(`${path}-4`))['end']?.(canary));
    await withModules('fs/promises', (fs) => fs['writeFile']?.(`${path}-5`, canary));
  }
  await withModules('fs', (fs) => fs['writeFileSync']?.(`${process.cwd()}/${canary}`, canary));
}
