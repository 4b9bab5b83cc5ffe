/** Sequelize: models, their instances, raw queries and migrations. */
import type { Models } from '../../engine/models/rows.ts';
import { hands, sinks } from '../tables.ts';

export const sequelizeRows: Partial<Models> = {
  sinks: [
    ...sinks('database', 'sequelize', [
      'Member[Model].Member[create,bulkCreate,upsert,update].Argument[0]',
      'Member[Model].Member[findOrCreate,findCreateFind].Argument[0].Member[where,defaults]',
      'Member[Model].Member[findAll,findOne,count].Argument[0]',
    ]),
    ...sinks('database', 'sequelize.ModelStatic', ['Member[create,bulkCreate,upsert,update].Argument[0]']),
    ...sinks('database', 'sequelize.Model', [
      'Member[set,setDataValue,update,setAttributes].Argument[0,1]',
      'Member[save].Argument[this]',
    ]),
    ...sinks('database', 'sequelize.Sequelize', [
      'Member[query].Argument[0]',
      'Member[query].Argument[1].Member[replacements,bind]',
    ]),
    ...sinks('database', 'sequelize.QueryInterface', [
      'Member[bulkInsert,update,bulkUpdate].Argument[1,2]',
      'Member[insert].Argument[2]',
    ]),
  ],
  // A row that is built is written when it is saved.
  propagators: ['sequelize', 'sequelize.ModelStatic'].flatMap((type) =>
    hands(type, type === 'sequelize' ? 'Member[Model].' : '', [
      ['Member[build]', 'Argument[0]', 'ReturnValue'],
      ['Member[bulkBuild]', 'Argument[0].ArrayElement', 'ReturnValue.ArrayElement'],
    ]),
  ),
};
