/** Vector stores: an embedding of a text is the text for this purpose. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const vectorStoreRows: Partial<Models> = {
  sinks: [
    ...sinks('database', '@pinecone-database/pinecone.Index', [
      // Records, or options that hold them.
      'Member[upsert,upsertRecords].Argument[0]',
      'Member[update].Argument[0].Member[metadata,values]',
      'Member[query].Argument[0]',
      'Member[searchRecords].Argument[0].Member[query]',
    ]),
    ...sinks('network', '@pinecone-database/pinecone.Inference', [
      'Member[embed].Argument[0].Member[inputs]',
      'Member[rerank].Argument[0].Member[query,documents]',
    ]),
    ...sinks('database', '@qdrant/js-client-rest.QdrantClient', [
      'Member[upsert].Argument[1]',
      'Member[setPayload,overwritePayload].Argument[1].Member[payload]',
      'Member[updateVectors].Argument[1].Member[points]',
      'Member[batchUpdate].Argument[1].Member[operations]',
      'Member[search,query,searchBatch,queryBatch].Argument[1]',
    ]),
    ...sinks('database', 'chromadb.Collection', [
      'Member[add,update,upsert].Argument[0].Member[documents,metadatas,embeddings,ids]',
      'Member[query].Argument[0].Member[queryTexts,queryEmbeddings]',
      'Member[modify].Argument[0].Member[metadata]',
    ]),
    ...sinks('database', 'weaviate-client.Data', [
      'Member[insert,insertMany,ingest,replace,update].Argument[0]',
    ]),
    ...sinks('database', 'weaviate-client.Collection', [
      'Member[query].Member[bm25,nearText,hybrid].Argument[0]',
      'Member[generate].Member[nearText].Argument[0,1]',
    ]),
  ],
};
