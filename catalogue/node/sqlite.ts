/** `node:sqlite` and `node:vfs`: a file, unless it is in memory. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const sqliteRows: Partial<Models> = {
  sinks: [
    ...sinks('database', 'node:sqlite.StatementSync', ['Member[run,get,all,iterate].Argument[0..]']),
    ...sinks('database', 'node:sqlite.DatabaseSync', [
      'Member[exec,prepare].Argument[0]',
      // A function of one's own is asked while a statement runs, and its answer is a value of it.
      'Member[function].Argument[1,2].ReturnValue',
    ]),
    ...sinks('database', 'node:sqlite.SQLTagStore', ['Member[run,get,all,iterate].Argument[1..]']),
    ...names('disk', 'node:sqlite', ['Member[backup].Argument[1]', 'Member[DatabaseSync].Argument[0]']),
    ...sinks('disk', 'node:vfs.VirtualFileSystem', [
      'Member[writeFile,writeFileSync,appendFileSync,write,writeSync].Argument[1]',
      'Member[createWriteStream].ReturnValue.Member[write,end].Argument[0]',
    ]),
    ...names('disk', 'node:vfs.VirtualFileSystem', [
      'Member[writeFile,writeFileSync,appendFileSync,createWriteStream].Argument[0]',
    ]),
  ],
};
