/** Google BigQuery: rows, streams of rows, and queries. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const bigqueryRows: Partial<Models> = {
  sinks: [
    ...sinks('database', '@google-cloud/bigquery.Table', [
      'Member[insert].Argument[0]',
      'Member[createInsertStream,createWriteStream].ReturnValue.Member[write,end].Argument[0]',
    ]),
    ...sinks('database', '@google-cloud/bigquery.BigQuery', [
      'Member[query,createQueryJob,createQueryStream].Argument[0]',
    ]),
    ...sinks('database', '@google-cloud/bigquery.Dataset', ['Member[query].Argument[0]']),
    ...sinks('database', '@google-cloud/bigquery.Query', ['Member[query,params]']),
  ],
};
