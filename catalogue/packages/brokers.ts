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
    ...sinks('queue', 'kafkajs.Message', ['Member[key,value,headers]']),
    ...sinks('queue', 'amqplib.Channel', [
      'Member[publish].Argument[1..3]',
      'Member[sendToQueue].Argument[1,2]',
    ]),
    ...sinks('queue', 'amqplib.ConfirmChannel', [
      'Member[publish].Argument[1..3]',
      'Member[sendToQueue].Argument[1,2]',
    ]),
    ...sinks('queue', 'amqplib/callback_api.Channel', [
      'Member[publish].Argument[2]',
      'Member[sendToQueue].Argument[1]',
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
    ...sinks('queue', 'nats.Msg', ['Member[respond].Argument[0]']),
    ...sinks('queue', 'nats.JetStreamClient', ['Member[publish].Argument[1]']),
    ...sinks('queue', 'nats.KV', ['Member[put,create,update].Argument[1]']),
    ...sinks('queue', 'nats.ObjectStore', ['Member[put,putBlob].Argument[0,1]']),
    ...sinks('queue', 'nats.MsgHdrs', ['Member[set,append].Argument[1]']),
    ...sinks('queue', 'rhea.Sender', ['Member[send].Argument[0]']),
  ],
  // A codec keeps nothing of what it has encoded before.
  propagators: taints('nats.Codec', '', [['Member[encode,decode]', 'Argument[0]', 'ReturnValue']]),
};
