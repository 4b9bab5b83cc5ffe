/** Google Pub/Sub and Azure Service Bus. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks } from '../tables.ts';

export const cloudMessagingRows: Partial<Models> = {
  sinks: [
    ...sinks('queue', '@google-cloud/pubsub.Topic', [
      'Member[publish,publishJSON].Argument[0,1]',
      'Member[publishMessage].Argument[0].Member[data,json,attributes]',
    ]),
    ...names('queue', '@google-cloud/pubsub.Topic', [
      'Member[publishMessage].Argument[0].Member[orderingKey]',
    ]),
    ...sinks('queue', '@azure/service-bus.ServiceBusSender', [
      'Member[sendMessages,scheduleMessages].Argument[0]',
    ]),
    ...sinks('queue', '@azure/service-bus.ServiceBusMessageBatch', ['Member[tryAddMessage].Argument[0]']),
    ...sinks('queue', '@azure/service-bus.ServiceBusMessage', ['Member[body,applicationProperties,subject]']),
    ...sinks('queue', '@azure/service-bus.ServiceBusReceiver', ['Member[deadLetterMessage].Argument[1]']),
  ],
};
