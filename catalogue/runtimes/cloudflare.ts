/** Cloudflare Workers: the bindings, as globals or from the package of their types. */
import type { Models } from '../../engine/models/rows.ts';
import { alone, names, sinks } from '../tables.ts';

export const cloudflareRows: Partial<Models> = {
  sinks: [
    ...sinks('database', '@cloudflare/workers-types.KVNamespace', [
      'Member[put].Argument[1]',
      'Member[put].Argument[2].Member[metadata]',
    ]),
    ...names('database', '@cloudflare/workers-types.KVNamespace', ['Member[put].Argument[0]']),
    ...sinks('database', '@cloudflare/workers-types.D1Database', ['Member[prepare,exec].Argument[0]']),
    ...sinks('database', '@cloudflare/workers-types.D1PreparedStatement', ['Member[bind].Argument[0..]']),
    // Storage, what is put together into it, and its synchronous form.
    ...['DurableObjectStorage', 'DurableObjectTransaction', 'SyncKvStorage'].flatMap((type) => [
      ...sinks('database', `@cloudflare/workers-types.${type}`, ['Member[put].Argument[1]']),
      ...names('database', `@cloudflare/workers-types.${type}`, ['Member[put].Argument[0]']),
    ]),
    ...names('database', '@cloudflare/workers-types.DurableObjectNamespace', [
      'Member[idFromName,getByName].Argument[0]',
    ]),
    ...sinks('database', '@cloudflare/workers-types.SqlStorage', ['Member[exec].Argument[0..]']),
    ...sinks('database', '@cloudflare/workers-types.VectorizeIndex', [
      'Member[insert,upsert,query].Argument[0]',
    ]),
    ...sinks('database', '@cloudflare/workers-types.Vectorize', ['Member[insert,upsert,query].Argument[0]']),
    ...sinks('object-store', '@cloudflare/workers-types.R2Bucket', [
      'Member[put].Argument[1]',
      'Member[put].Argument[2].Member[customMetadata]',
      'Member[createMultipartUpload].Argument[1].Member[customMetadata]',
    ]),
    ...names('object-store', '@cloudflare/workers-types.R2Bucket', [
      'Member[put,createMultipartUpload].Argument[0]',
    ]),
    ...sinks('object-store', '@cloudflare/workers-types.R2MultipartUpload', [
      'Member[uploadPart].Argument[1]',
    ]),
    ...sinks('queue', '@cloudflare/workers-types.Queue', ['Member[send,sendBatch].Argument[0]']),
    ...sinks('queue', '@cloudflare/workers-types.Workflow', ['Member[create,createBatch].Argument[0]']),
    ...sinks('telemetry', '@cloudflare/workers-types.AnalyticsEngineDataset', [
      'Member[writeDataPoint].Argument[0].Member[blobs,doubles,indexes]',
    ]),
    // A step's result is kept until the workflow is over.
    ...sinks('queue', '@cloudflare/workers-types.CloudflareWorkersModule.WorkflowStep', [
      'Member[do].Argument[1,2].ReturnValue.Awaited',
    ]),
    // No browser's.
    ...alone([
      ...sinks('cache', '@cloudflare/workers-types.Cache', ['Member[put].Argument[1]']),
      ...names('cache', '@cloudflare/workers-types.Cache', ['Member[put].Argument[0]']),
    ]),
    ...sinks('network', '@cloudflare/workers-types.Fetcher', ['Member[fetch].Argument[0,1]']),
    ...sinks('network', '@cloudflare/workers-types.Ai', ['Member[run].Argument[1]']),
    ...sinks('network', '@cloudflare/workers-types.SendEmail', ['Member[send].Argument[0]']),
    ...sinks('network', '@cloudflare/workers-types.WebSocket', ['Member[send].Argument[0]']),
    ...sinks('database', '@cloudflare/workers-types.WebSocket', ['Member[serializeAttachment].Argument[0]']),
  ],
};
