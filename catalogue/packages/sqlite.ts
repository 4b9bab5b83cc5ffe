/** SQLite: better-sqlite3 and sqlite3. */
import type { Models } from '../../engine/models/rows.ts';
import { hands, names, sinks } from '../tables.ts';

export const sqliteRows: Partial<Models> = {
  sinks: [
    ...sinks('database', 'better-sqlite3.Statement', ['Member[run,get,all,iterate,bind].Argument[0..]']),
    ...sinks('database', 'better-sqlite3.Database', [
      'Member[exec,prepare].Argument[0]',
      'Member[pragma].Argument[0]',
    ]),
    ...names('disk', 'better-sqlite3.Database', ['Member[backup].Argument[0]']),
    ...sinks('database', 'sqlite3.Database', [
      'Member[run,get,all,each].Argument[0,1]',
      'Member[exec,prepare].Argument[0]',
    ]),
    ...sinks('database', 'sqlite3.Statement', ['Member[run,get,all,each,bind].Argument[0..]']),
  ],
  // A transaction is called as the function is that it wraps.
  propagators: [
    ...hands('better-sqlite3.Database', '', [['Member[transaction]', 'Argument[0]', 'ReturnValue']]),
  ],
};
