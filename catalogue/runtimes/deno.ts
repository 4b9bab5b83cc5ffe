/** Deno: an ambient namespace with files, processes, connections and a store. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const denoRows: Partial<Models> = {
  sinks: [
    ...sinks('disk', 'global', [
      'Member[Deno].Member[writeFile,writeTextFile,writeFileSync,writeTextFileSync].Argument[1]',
      'Member[Deno].Member[open,create].ReturnValue.Awaited.Member[write,writeSync].Argument[0]',
      'Member[Deno].Member[FsFile].Instance.Member[write,writeSync].Argument[0]',
      'Member[Deno].Member[makeTempFile,makeTempDir].Argument[0].Member[prefix,suffix]',
    ]),
    ...sinks('log', 'global', ['Member[Deno].Member[stdout,stderr].Member[write,writeSync].Argument[0]']),
    ...sinks('process', 'global', [
      'Member[Deno].Member[Command].NewCall.Argument[0]',
      'Member[Deno].Member[Command].NewCall.Argument[1].Member[args,env]',
      'Member[Deno].Member[env].Member[set].Argument[1]',
    ]),
    ...sinks('network', 'global', [
      'Member[Deno].Member[connect,connectTls].ReturnValue.Awaited.Member[write].Argument[0]',
      'Member[Deno].Member[listenDatagram].ReturnValue.Member[send].Argument[0]',
      'Member[Deno].Member[serve].Argument[0].ReturnValue',
    ]),
    ...sinks('database', 'global', [
      'Member[Deno].Member[openKv].ReturnValue.Awaited.Member[set].Argument[1]',
      'Member[Deno].Member[openKv].ReturnValue.Awaited.Member[atomic].ReturnValue.Member[set,enqueue].Argument[0..]',
      'Member[Deno].Member[Kv].Instance.Member[set].Argument[1]',
    ]),
    ...names('database', 'global', [
      'Member[Deno].Member[openKv].ReturnValue.Awaited.Member[set].Argument[0]',
    ]),
    ...sinks('queue', 'global', [
      'Member[Deno].Member[openKv].ReturnValue.Awaited.Member[enqueue].Argument[0]',
    ]),
  ],
};
