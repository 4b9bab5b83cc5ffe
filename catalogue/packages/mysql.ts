/** MySQL: mysql2 and mysql. What formats a statement inlines its values. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const mysqlRows: Partial<Models> = {
  sinks: [
    ...sinks('database', 'mysql2.Connection', ['Member[query,execute].Argument[0,1]']),
    ...sinks('database', 'mysql2.Pool', ['Member[query,execute].Argument[0,1]']),
    ...sinks('database', 'mysql2/promise.Connection', ['Member[query,execute].Argument[0,1]']),
    ...sinks('database', 'mysql2/promise.Pool', ['Member[query,execute].Argument[0,1]']),
    ...sinks('database', 'mysql2/promise.PreparedStatementInfo', ['Member[execute].Argument[0]']),
    ...sinks('database', 'mysql2.PrepareStatementInfo', ['Member[execute].Argument[0]']),
    ...sinks('database', 'mysql2.QueryOptions', ['Member[sql,values]']),
    ...sinks('database', 'mysql2', ['Member[format].Argument[0,1]']),
    ...sinks('database', 'mysql.Connection', ['Member[query].Argument[0,1]']),
    ...sinks('database', 'mysql.Pool', ['Member[query].Argument[0,1]']),
    ...sinks('database', 'mysql.QueryOptions', ['Member[sql,values]']),
    ...sinks('database', 'mysql', ['Member[format].Argument[0,1]']),
  ],
};
