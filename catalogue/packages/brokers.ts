/** Message brokers: Kafka, AMQP, MQTT and NATS. */
import type { Models } from '../../engine/models/rows.ts';
import { names, sinks, taints } from '../tables.ts';

export const brokerRows: Partial<Models> = {
  sinks: [
    ...sinks('queue', 'kafkajs.Producer', [
      'Member[send].Argument[0].Member[messages]',
      'Member[sendBatch].Argument[0].Member[topicMessages]',
    ]),
    ...sinks('queue', 'kafkajs.Transaction', ['Member[send].Argument[0].Member[messages]']),
    ...['kafkajs.Producer', 'kafkajs.Transaction'].flatMap((type) =>
      names('queue', type, [
        'Member[send].Argument[0].Member[topic]',
        'Member[sendBatch].Argument[0].Member[topicMessages].ArrayElement.Member[topic]',
      ]),
    ),
    ...sinks('queue', 'kafkajs.Message', ['Member[key,value,headers]']),
    // Confirm channels are channels.
    ...['amqplib.Channel', 'amqplib/callback_api.Channel'].flatMap((type) => [
      ...sinks('queue', type, ['Member[publish].Argument[2,3]', 'Member[sendToQueue].Argument[1,2]']),
      ...names('queue', type, [
        'Member[publish].Argument[0,1]',
        'Member[sendToQueue,assertQueue,assertExchange].Argument[0]',
        'Member[bindQueue].Argument[2]',
      ]),
    ]),
    ...sinks('queue', 'mqtt.MqttClient', [
      'Member[publish,publishAsync].Argument[1]',
      'Member[publish].Argument[2].Member[properties]',
    ]),
    ...names('queue', 'mqtt.MqttClient', ['Member[publish,publishAsync].Argument[0]']),
    ...sinks('queue', 'mqtt.IClientOptions', ['Member[will].Member[payload]']),
    ...sinks('queue', 'nats.NatsConnection', [
      'Member[publish,request,requestMany].Argument[1]',
      'Member[publishMessage].Argument[0]',
    ]),
    ...names('queue', 'nats.NatsConnection', ['Member[publish,request,requestMany].Argument[0]']),
    ...names('queue', 'nats.JetStreamClient', ['Member[publish].Argument[0]']),
    ...names('queue', 'nats.KV', ['Member[put,create,update].Argument[0]']),
    ...sinks('queue', 'nats.Msg', ['Member[respond].Argument[0]']),
    ...sinks('queue', 'nats.JetStreamClient', [
      'Member[publish].Argument[1]',
      'Member[publish].Argument[2].Member[msgID]',
    ]),
    ...sinks('queue', 'nats.KV', ['Member[put,create,update].Argument[1]']),
    ...sinks('queue', 'nats.ObjectStore', ['Member[put,putBlob].Argument[0,1]']),
    ...sinks('queue', 'nats.MsgHdrs', ['Member[set,append].Argument[1]']),
    ...sinks('queue', 'rhea.Sender', ['Member[send].Argument[0]']),
  ],
  // A codec keeps nothing of what it has encoded before.
  propagators: taints('nats.Codec', '', [['Member[encode,decode]', 'Argument[0]', 'ReturnValue']]),
};
