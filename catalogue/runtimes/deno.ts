/** Deno: an ambient namespace with files, processes, connections and a store. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

/** What a writer of a stream is given; what is piped into the stream is given to its writer too. */
const streamed = 'Member[getWriter].ReturnValue.Member[write].Argument[0]';

/** Functions in two forms: one gives a promise, the other waits. */
const both = (functions: readonly string[]): string =>
  functions.flatMap((name) => [name, `${name}Sync`]).join();

const named = both(['writeFile', 'writeTextFile', 'open', 'create', 'mkdir', 'symlink']);
const renamed = both(['rename', 'link', 'symlink', 'copyFile']);
const temporary = both(['makeTempFile', 'makeTempDir']);

export const denoRows: Partial<Models> = {
  sinks: [
    ...sinks('disk', 'global', [
      `Member[Deno].Member[${both(['writeFile', 'writeTextFile'])}].Argument[1]`,
      'Member[Deno].Member[open,create].ReturnValue.Awaited.Member[write,writeSync].Argument[0]',
    ]),
    ...sinks('disk', 'global.Deno.FsFile', [
      'Member[write,writeSync].Argument[0]',
      `Member[writable].${streamed}`,
    ]),
    ...names('disk', 'global', [
      `Member[Deno].Member[${named}].Argument[0]`,
      `Member[Deno].Member[${renamed}].Argument[1]`,
      `Member[Deno].Member[${temporary}].Argument[0].Member[prefix,suffix,dir]`,
    ]),
    ...sinks('log', 'global', [
      'Member[Deno].Member[stdout,stderr].Member[write,writeSync].Argument[0]',
      `Member[Deno].Member[stdout,stderr].Member[writable].${streamed}`,
    ]),
    ...sinks('process', 'global', [
      'Member[Deno].Member[Command].NewCall.Argument[0]',
      'Member[Deno].Member[Command].NewCall.Argument[1].Member[args,env,cwd]',
      'Member[Deno].Member[env].Member[set].Argument[1]',
    ]),
    ...names('process', 'global', ['Member[Deno].Member[env].Member[set].Argument[0]']),
    ...sinks('process', 'global.Deno.ChildProcess', [`Member[stdin].${streamed}`]),
    ...sinks('network', 'global', [
      'Member[Deno].Member[connect,connectTls].ReturnValue.Awaited.Member[write].Argument[0]',
      'Member[Deno].Member[listenDatagram].ReturnValue.Member[send].Argument[0]',
      'Member[Deno].Member[serve].Argument[0].ReturnValue',
      'Member[Deno].Member[resolveDns].Argument[0]',
    ]),
    ...sinks('network', 'global.Deno.Conn', ['Member[write].Argument[0]', `Member[writable].${streamed}`]),
    ...sinks('network', 'global.Deno.DatagramConn', ['Member[send].Argument[0]']),
    ...sinks('database', 'global.Deno.Kv', ['Member[set].Argument[1]']),
    ...names('database', 'global.Deno.Kv', ['Member[set].Argument[0]']),
    ...sinks('queue', 'global.Deno.Kv', ['Member[enqueue].Argument[0]']),
    ...sinks('database', 'global.Deno.AtomicOperation', [
      'Member[set].Argument[1]',
      'Member[mutate].Argument[0..]',
      'Member[sum,min,max].Argument[1]',
    ]),
    ...names('database', 'global.Deno.AtomicOperation', ['Member[set,sum,min,max].Argument[0]']),
    ...sinks('queue', 'global.Deno.AtomicOperation', ['Member[enqueue].Argument[0]']),
  ],
};
