/** Search engines: Elasticsearch and OpenSearch. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const searchEngineRows: Partial<Models> = {
  sinks: [
    ...sinks('database', '@elastic/elasticsearch.Client', [
      'Member[index,create].Argument[0].Member[document]',
      'Member[update].Argument[0].Member[doc,upsert,script]',
      'Member[bulk].Argument[0].Member[operations]',
      'Member[search].Argument[0].Member[query,knn]',
      'Member[msearch,updateByQuery,reindex].Argument[0]',
      'Member[helpers].Member[bulk].Argument[0].Member[datasource]',
    ]),
    ...sinks('database', '@opensearch-project/opensearch.Client', [
      'Member[index,create,update,bulk,search,msearch,updateByQuery].Argument[0].Member[body]',
    ]),
  ],
};
