/** TypeORM: repositories, managers, query builders, and entities that save themselves. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const typeormRows: Partial<Models> = {
  sinks: [
    ...sinks('database', 'typeorm.Repository', [
      'Member[save,insert,upsert,preload,updateAll].Argument[0]',
      'Member[update].Argument[0,1]',
      'Member[query].Argument[0,1]',
      'Member[find,findOne,findBy,findOneBy,findAndCount,count,exists].Argument[0]',
    ]),
    ...sinks('database', 'typeorm.EntityManager', [
      'Member[save,insert,upsert].Argument[0,1]',
      'Member[update].Argument[1,2]',
      'Member[query].Argument[0,1]',
      'Member[find,findOne,findBy,findOneBy,findAndCount,count,exists].Argument[1]',
    ]),
    ...sinks('database', 'typeorm.QueryRunner', ['Member[query].Argument[0,1]']),
    ...sinks('database', 'typeorm.DataSource', ['Member[query].Argument[0,1]', 'Member[sql].Argument[1..]']),
    ...sinks('database', 'typeorm.InsertQueryBuilder', ['Member[values].Argument[0]']),
    ...sinks('database', 'typeorm.UpdateQueryBuilder', ['Member[set].Argument[0]']),
    ...sinks('database', 'typeorm.SelectQueryBuilder', [
      'Member[where,andWhere,orWhere,having].Argument[0,1]',
      'Member[setParameter].Argument[1]',
      'Member[setParameters].Argument[0]',
    ]),
    ...sinks('database', 'typeorm.BaseEntity', ['Member[save].Argument[this]']),
  ],
};
