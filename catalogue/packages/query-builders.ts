/** Query builders: Knex, Kysely and Drizzle. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks, upTo } from '../tables.ts';

export const queryBuilderRows: Partial<Models> = {
  sinks: [
    ...sinks('database', 'knex.Knex.QueryInterface', [
      'Member[insert,upsert,update].Argument[0,1]',
      'Member[where,andWhere,orWhere,having].Argument[0..2]',
      'Member[whereIn,whereLike,whereRaw,whereBetween].Argument[1]',
    ]),
    ...sinks('database', 'knex.Knex.OnConflictQueryBuilder', ['Member[merge].Argument[0]']),
    ...sinks('database', 'knex.Knex.RawBuilder', ['Argument[0,1]']),
    ...sinks('database', 'knex', [
      'Member[knex].ReturnValue.Member[batchInsert].Argument[1]',
      'Member[knex].ReturnValue.Member[raw].Argument[0,1]',
    ]),
    ...sinks('database', 'kysely.InsertQueryBuilder', ['Member[values,onDuplicateKeyUpdate].Argument[0]']),
    ...sinks('database', 'kysely.UpdateQueryBuilder', [
      'Member[set].Argument[1]',
      'Member[where].Argument[2]',
    ]),
    ...names('database', 'kysely.UpdateQueryBuilder', ['Member[set].Argument[0]']),
    ...sinks('database', 'kysely.SelectQueryBuilder', ['Member[where,having].Argument[2]']),
    // What conditions are made of in a callback.
    ...sinks('database', 'kysely.ExpressionBuilder', [
      'Argument[2]',
      'Member[val,lit].Argument[0]',
      'Member[between].Argument[1,2]',
    ]),
    ...sinks('database', 'kysely.DeleteQueryBuilder', ['Member[where].Argument[2]']),
    ...sinks('database', 'kysely.OnConflictBuilder', ['Member[doUpdateSet].Argument[0]']),
    ...sinks('database', 'kysely.Sql', ['Argument[1..]', 'Member[raw,lit,val].Argument[0]']),
    ...upTo('0.29', sinks('database', 'kysely.Sql', ['Member[value].Argument[0]'])),
    ...sinks('database', 'kysely.Kysely', ['Member[executeQuery].Argument[0]']),
    ...sinks('database', 'kysely', ['Member[CompiledQuery].Member[raw].Argument[0,1]']),
    ...sinks('database', 'drizzle-orm/pg-core.PgInsertBuilder', ['Member[values].Argument[0]']),
    ...sinks('database', 'drizzle-orm/pg-core.PgUpdateBuilder', ['Member[set].Argument[0]']),
    ...sinks('database', 'drizzle-orm/pg-core.PgInsertBase', [
      'Member[onConflictDoUpdate].Argument[0].Member[set]',
    ]),
    ...sinks('database', 'drizzle-orm/pg-core.PgDatabase', ['Member[execute].Argument[0]']),
    ...sinks('database', 'drizzle-orm/mysql-core.MySqlInsertBuilder', ['Member[values].Argument[0]']),
    ...sinks('database', 'drizzle-orm/mysql-core.MySqlUpdateBuilder', ['Member[set].Argument[0]']),
    ...sinks('database', 'drizzle-orm/mysql-core.MySqlInsertBase', [
      'Member[onDuplicateKeyUpdate].Argument[0].Member[set]',
    ]),
    ...sinks('database', 'drizzle-orm/sqlite-core.SQLiteInsertBuilder', ['Member[values].Argument[0]']),
    ...sinks('database', 'drizzle-orm/sqlite-core.SQLiteUpdateBuilder', ['Member[set].Argument[0]']),
    ...sinks('database', 'drizzle-orm/sqlite-core.SQLiteInsertBase', [
      'Member[onConflictDoUpdate].Argument[0].Member[set]',
    ]),
    // A relational query is given the operators in a callback.
    ...sinks('database', 'drizzle-orm.BinaryOperator', ['Argument[1]']),
    ...sinks('database', 'drizzle-orm', [
      'Member[eq,ne,gt,gte,lt,lte,like,notLike,ilike,notIlike,inArray,notInArray].Argument[1]',
      'Member[between,notBetween].Argument[1,2]',
      'Member[sql].Argument[1..]',
      'Member[param].Argument[0]',
    ]),
  ],
};
