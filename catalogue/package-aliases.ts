/** Where packages give values that rows speak of: for programs in which no type says so. */
import type { Alias } from '../engine/models/rows.ts';
import { packagePlaces } from './package-places.ts';
import { prismaAliases } from './packages/prisma.ts';

const routes = 'Member[all,delete,get,head,options,patch,post,put,use].Argument[0..].Parameter[1]';

const handled = 'Member[all,delete,get,notFound,on,options,patch,post,put,query,use].Argument[0..]';

type Line = readonly [type: string, path: string, is: string];

/** What no declaration tells step by step: handlers in a list, listeners by the name of their event, generic clients. */
const told: readonly Line[] = [
  ['express', `ReturnValue.${routes}`, 'express Member[Response].Instance'],
  ['express', `Member[Router].ReturnValue.${routes}`, 'express Member[Response].Instance'],
  ['hono', `Member[Hono].Instance.${handled}.Parameter[0]`, 'hono Member[Context].Instance'],
  ['koa', 'Instance.Member[use].Argument[0].Parameter[0]', 'koa Member[BaseContext].Instance'],
  ['koa', 'Instance.Member[use].Argument[0].Parameter[0]', 'koa Member[ExtendableContext].Instance'],
  ['knex', 'ReturnValue.Member[transaction].Argument[0].Parameter[0]', 'knex ReturnValue'],
  ['sequelize', 'Member[Sequelize].Instance.Member[define].ReturnValue', 'sequelize Member[Model]'],
  [
    'sequelize',
    'Member[Model].Member[create,findOne,findByPk].ReturnValue.Awaited',
    'sequelize Member[Model].Instance',
  ],
  ['nats', 'Member[StringCodec,JSONCodec].ReturnValue', 'nats Member[Codec].Instance'],
  ['got', 'Member[default,got].Member[stream].ReturnValue', 'got Member[Request].Instance'],
  ['got', 'Member[default,got].Member[stream].AnyMember.ReturnValue', 'got Member[Request].Instance'],
  ['ws', `Member[WebSocketServer].Instance.${connected()}`, 'ws Member[WebSocket].Instance'],
  [
    'ws',
    'Member[WebSocketServer].Instance.Member[clients].Member[forEach].Argument[0].Parameter[0]',
    'ws Member[WebSocket].Instance',
  ],
  ...['Server', 'Namespace'].map((name): Line => [
    "'socket.io'",
    `Member[${name}].Instance.${connected()}`,
    'socket.io Member[Socket].Instance',
  ]),
  ...drizzleLines('pg-core Member[PgDatabase]', [
    ...['node-postgres', 'postgres-js', 'pg-proxy', 'neon-http', 'neon-serverless', 'vercel-postgres'],
    ...['pglite', 'bun-sql', 'xata-http', 'aws-data-api/pg'],
  ]),
  ...drizzleLines('mysql-core Member[MySqlDatabase]', [
    ...['mysql2', 'mysql-proxy', 'planetscale-serverless', 'tidb-serverless'],
  ]),
  ...drizzleLines('sqlite-core Member[BaseSQLiteDatabase]', [
    ...['better-sqlite3', 'libsql', 'd1', 'bun-sqlite', 'sqlite-proxy', 'durable-sqlite', 'expo-sqlite'],
  ]),
];

function connected(): string {
  return 'Member[on,once,addListener].WithStringArgument[0=connection].Argument[1].Parameter[0]';
}

/** The drivers give databases of a few kinds. */
function drizzleLines(database: string, drivers: readonly string[]): readonly Line[] {
  return drivers.map((driver) => [
    `drizzle-orm/${driver}`,
    'Member[drizzle].ReturnValue',
    `drizzle-orm/${database}.Instance`,
  ]);
}

const handlers: readonly Alias[] = told.map(([type, path, is]) => ({ type, path, is, by: 'import' }));

/** One for each place that was found in the declarations of the packages. */
const found: readonly Alias[] = packagePlaces.flatMap(([type, ...places]) =>
  places.map((place): Alias => {
    const [path = '', is = ''] = place.split(' = ');
    // Most places lead to another one of the same package.
    return { type: quoted(type), path, is: is.startsWith('~') ? `${type} ${is.slice(1)}` : is, by: 'import' };
  }),
);

/** The name of a module with a dot is written in quotes. */
function quoted(module: string): string {
  return module.includes('.') ? `'${module}'` : module;
}

/** All aliases of the catalogue. */
export const packageAliases: readonly Alias[] = [...handlers, ...prismaAliases, ...found];
