/** Azure: Cosmos DB, Event Hubs and queues of its storage. */
import type { Models } from '../../engine/models/rows.ts';
import { sinks } from '../tables.ts';

export const azureDataRows: Partial<Models> = {
  sinks: [
    ...sinks('database', '@azure/cosmos.Items', [
      'Member[create,upsert,query,bulk,batch,executeBulkOperations].Argument[0]',
    ]),
    ...sinks('database', '@azure/cosmos.Item', ['Member[replace,patch].Argument[0]']),
    ...sinks('queue', '@azure/event-hubs.EventHubProducerClient', ['Member[sendBatch].Argument[0]']),
    ...sinks('queue', '@azure/event-hubs.EventHubBufferedProducerClient', [
      'Member[enqueueEvent,enqueueEvents].Argument[0]',
    ]),
    ...sinks('queue', '@azure/event-hubs.EventDataBatch', ['Member[tryAdd].Argument[0]']),
    ...sinks('queue', '@azure/storage-queue.QueueClient', [
      'Member[sendMessage].Argument[0]',
      'Member[updateMessage].Argument[2]',
    ]),
  ],
};
