/** Prisma: a delegate for each model and the client, generated into a team's own folder or beside the package. */
import type { Models } from '../../engine/models/rows.ts';
import { shaped, sinks } from '../tables.ts';

const written = [
  'Member[create,createMany,createManyAndReturn,update,updateMany,updateManyAndReturn].Argument[0].Member[data]',
  'Member[upsert].Argument[0].Member[create,update,where]',
  // Filters stand in the log of slow queries.
  'Member[findUnique,findUniqueOrThrow,findFirst,findFirstOrThrow,findMany,count,aggregate,groupBy,delete,deleteMany,update,updateMany,updateManyAndReturn].Argument[0].Member[where]',
];

const raw = ['Member[$executeRaw,$queryRaw,$executeRawUnsafe,$queryRawUnsafe].Argument[0..]'];

export const prismaRows: Partial<Models> = {
  sinks: [
    ...shaped(sinks('database', '@prisma/client.*Delegate', written), ['create', 'upsert', 'findMany']),
    ...shaped(sinks('database', '@prisma/client.PrismaClient', raw), ['$executeRaw', '$queryRaw']),
  ],
};
