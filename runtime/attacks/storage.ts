/** Attacks on disks, and on memory that looks like one. */
import { loose, tryAll, withModules } from './attack.ts';
import type { Attack, Attempt } from './attack.ts';

export const attacksOnStorage: Readonly<Record<string, Attack>> = {
  'file-writes': writeFiles,
  'temporary-folders': writeFiles,
  'own-proc-files': ({ canary }) =>
    withModules('fs', (fs) => fs['writeFileSync']?.('/proc/self/comm', canary)),
  async 'sqlite-files'({ canary, target }) {
    const sql = (path: string): string => `${path}/${canary}.db`;
    for (const folder of target.folders)
      await withModules('sqlite', (sqlite) => {
        const database = loose(Reflect.construct(loose(sqlite)['DatabaseSync'] ?? Object, [sql(folder)]));
        database['exec']?.(`create table note (text); insert into note values ('${canary}')`);
        database['exec']?.(
          `attach '${sql(folder)}2' as other; create table other.note as select * from note`,
        );
        database['exec']?.(`vacuum into '${sql(folder)}3'`);
        return sqlite['backup']?.(database, `${sql(folder)}4`);
      });
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
  },
  async 'diagnostic-reports'({ canary, target }) {
    const report = loose(Reflect.get(process, 'report'));
    await tryAll(
      () => Reflect.set(report, 'directory', target.folders[0]),
      () => report['writeReport']?.(`${target.folders[0] ?? ''}/report.json`, new Error(canary)),
      () => process.stdout.write(JSON.stringify(report['getReport']?.(new Error(canary)))),
    );
  },
  async 'web-storage'({ canary }) {
    const global = loose(globalThis);
    await tryAll(
      () => loose(global['localStorage'])['setItem']?.('note', canary),
      () => loose(global['sessionStorage'])['setItem']?.('note', canary),
      () => loose(global['caches'])['open']?.(canary),
    );
  },
  async 'code-caches'({ canary, target }) {
    await withModules('module', (module) => module['enableCompileCache']?.(target.folders[0]));
    await withModules('vm', (vm) =>
      Reflect.construct(vm['Script'] ?? Object, [`'${canary}'`, { produceCachedData: true }]),
    );
  },
};

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
