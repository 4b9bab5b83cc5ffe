/** Prisma: a delegate for each model and the client, generated into a team's own folder or beside the package. */
import type { Alias, Models, Sink } from '../../engine/models/rows.ts';
import { shaped, sinks, upTo } from '../tables.ts';

const written = [
  'Member[create,createMany,createManyAndReturn,update,updateMany,updateManyAndReturn].Argument[0].Member[data]',
  'Member[upsert].Argument[0].Member[create,update,where]',
  // Filters stand in the log of slow queries.
  'Member[findUnique,findUniqueOrThrow,findFirst,findFirstOrThrow,findMany,count,aggregate,groupBy,delete,deleteMany,update,updateMany,updateManyAndReturn].Argument[0].Member[where]',
];

const raw = ['Member[$executeRaw,$queryRaw,$executeRawUnsafe,$queryRawUnsafe].Argument[0..]'];

/** What `$extends` gives is typed by the package's own runtime, which has moved. */
const RUNTIME = '@prisma/client/runtime/client';
const OLD_RUNTIME = '@prisma/client/runtime/library';

const extended = (runtime: string): readonly Sink[] => [
  ...sinks('database', `${runtime}.DynamicModelExtensionThis`, written),
  ...sinks('database', `${runtime}.DynamicClientExtensionThis`, raw),
];

export const prismaRows: Partial<Models> = {
  sinks: [
    ...shaped(sinks('database', '@prisma/client.*Delegate', written), ['create', 'upsert', 'findMany']),
    ...shaped(sinks('database', '@prisma/client.PrismaClient', raw), ['$executeRaw', '$queryRaw']),
    ...extended(RUNTIME),
    ...upTo('7', extended(OLD_RUNTIME)),
  ],
};

const CLIENT = 'Member[PrismaClient].Instance';

const alias = (path: string, is: string): Alias => ({ type: '@prisma/client', path, is, by: 'import' });

/** Where the client has not been generated yet, no type says what it gives. */
export const prismaAliases: readonly Alias[] = [
  alias(CLIENT, `${RUNTIME} Member[DynamicClientExtensionThis].Instance`),
  alias(`${CLIENT}.AnyMember`, `${RUNTIME} Member[DynamicModelExtensionThis].Instance`),
  alias(`${CLIENT}.Member[$extends].ReturnValue`, `@prisma/client ${CLIENT}`),
  alias(`${CLIENT}.Member[$transaction].Argument[0].Parameter[0]`, `@prisma/client ${CLIENT}`),
];
