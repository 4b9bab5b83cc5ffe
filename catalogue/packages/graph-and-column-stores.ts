/** Neo4j and Cassandra. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const graphAndColumnStoreRows: Partial<Models> = {
  sinks: [
    ...sinks('database', 'neo4j-driver.Session', ['Member[run].Argument[0,1]']),
    ...sinks('database', 'neo4j-driver.Transaction', ['Member[run].Argument[0,1]']),
    ...sinks('database', 'neo4j-driver.ManagedTransaction', ['Member[run].Argument[0,1]']),
    ...sinks('database', 'neo4j-driver.Driver', ['Member[executeQuery].Argument[0,1]']),
    ...sinks('database', 'cassandra-driver.Client', [
      'Member[execute,eachRow,stream].Argument[0,1]',
      'Member[batch].Argument[0]',
    ]),
    ...sinks('database', 'cassandra-driver.mapping.ModelMapper', ['Member[insert,update].Argument[0]']),
  ],
};
