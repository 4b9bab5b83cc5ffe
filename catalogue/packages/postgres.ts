/** PostgreSQL: pg and postgres. Statements are data as much as their values. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const postgresRows: Partial<Models> = {
  sinks: [
    ...sinks('database', 'pg.ClientBase', ['Member[query].Argument[0,1]', 'Member[copyFrom].Argument[0]']),
    ...sinks('database', 'pg.Pool', ['Member[query].Argument[0,1]']),
    ...sinks('database', 'pg.QueryConfig', ['Member[text,values]']),
    ...sinks('database', 'pg', ['Member[Query].Argument[0,1]']),
    ...sinks('database', 'postgres.Sql', [
      'Argument[0..]',
      'Member[unsafe].Argument[0,1]',
      'Member[json,array,typed].Argument[0]',
      'Member[notify].Argument[1]',
    ]),
    ...sinks('database', 'postgres.TransactionSql', [
      'Argument[0..]',
      'Member[unsafe].Argument[0,1]',
      'Member[json,array,typed].Argument[0]',
    ]),
  ],
};
