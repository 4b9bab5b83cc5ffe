/** Orders over Kafka, AMQP and NATS: contents, keys, headers, topics and replies. */
import { Kafka, CompressionTypes, type Producer, type EachMessagePayload, type KafkaMessage } from 'kafkajs';
import amqp, { type Channel, type ConfirmChannel, type ChannelModel } from 'amqplib';
import { connect, StringCodec, JSONCodec, headers, type NatsConnection } from 'nats';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

interface Order { readonly id: string; readonly customer: Plaintext<{ name: string; street: string }>; readonly total: number; readonly items: readonly { sku: string }[] }

const kafka = new Kafka({ clientId: 'orders', brokers: ['localhost:9092'] });
const producer: Producer = kafka.producer({ idempotent: true });

export async function announce(order: Order): Promise<void> {
  await producer.connect();
  await producer.send({ topic: 'orders', compression: CompressionTypes.GZIP, messages: [{ key: order.id, value: JSON.stringify(order) }] }); // $ Alert[no-plaintext-to-queue]
  await producer.send({ topic: 'orders', messages: [{ key: order.id, value: String(order.total), headers: { items: String(order.items.length) } }] });
  await producer.send({ topic: 'orders', messages: [{ key: order.customer.name, value: 'x' }] }); // $ Alert[no-plaintext-to-queue]
  await producer.send({ topic: `orders-${order.customer.street}`, messages: [] }); // $ Alert[no-plaintext-to-queue]
  const messages = order.items.map((item) => ({ value: item.sku }));
  await producer.sendBatch({ topicMessages: [{ topic: 'items', messages }] });
  const transaction = await producer.transaction();
  try {
    await transaction.send({ topic: 'audit', messages: [{ value: order.customer.name }] }); // $ Alert[no-plaintext-to-queue]
    await transaction.commit();
  } catch {
    await transaction.abort();
  }
}

export async function relay(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'relay' });
  await consumer.run({
    eachMessage: async ({ topic, partition, message }: EachMessagePayload) => {
      console.log(topic, partition, message.offset, message.value?.length);
      const order = decode(message);
      console.log(order.id, order.total);
      console.log('sending to', order.customer.street); // $ Alert[no-plaintext-to-log]
      await producer.send({ topic: 'copy', messages: [{ ...message, value: order.customer.name }] }); // $ Alert[no-plaintext-to-queue]
      await consumer.commitOffsets([{ topic, partition, offset: message.offset }]);
    },
  });
}

function decode(message: KafkaMessage): Order {
  return JSON.parse(message.value!.toString()) as Order;
}

export async function amqpOrders(order: Order): Promise<void> {
  const connection: ChannelModel = await amqp.connect('amqp://localhost');
  const channel: Channel = await connection.createChannel();
  await channel.assertQueue('orders', { durable: true });
  channel.sendToQueue('orders', Buffer.from(JSON.stringify(order)), { persistent: true }); // $ Alert[no-plaintext-to-queue]
  channel.sendToQueue('orders', Buffer.from(order.id), { headers: { total: order.total } });
  channel.sendToQueue('orders', Buffer.from(order.id), { headers: { name: order.customer.name } }); // $ Alert[no-plaintext-to-queue]
  channel.publish('x', `orders.${order.customer.name}`, Buffer.alloc(0)); // $ Alert[no-plaintext-to-queue]
  channel.publish('x', `orders.${order.id}`, Buffer.alloc(0));
  const confirmed: ConfirmChannel = await connection.createConfirmChannel();
  confirmed.publish('x', 'orders', toContent(order.customer), {}, (error) => { // $ Alert[no-plaintext-to-queue]
    if (error) console.error('nacked', order.id);
  });
  await channel.consume('replies', (reply) => {
    if (reply === null) return;
    console.log(reply.fields.deliveryTag, reply.content.byteLength);
    channel.sendToQueue(reply.properties.replyTo, Buffer.from(order.customer.street), { correlationId: reply.properties.correlationId }); // $ Alert[no-plaintext-to-queue]
    channel.ack(reply);
  });
}

function toContent(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

const text = StringCodec();
const json = JSONCodec<Order>();

export async function natsOrders(order: Order): Promise<void> {
  const connection: NatsConnection = await connect({ servers: 'localhost' });
  connection.publish('orders', json.encode(order)); // $ Alert[no-plaintext-to-queue]
  connection.publish('orders', text.encode(order.id));
  connection.publish(`orders.${order.customer.name}`); // $ Alert[no-plaintext-to-queue]
  const h = headers();
  h.set('x-id', order.id);
  h.set('x-name', order.customer.name); // $ Alert[no-plaintext-to-queue]
  connection.publish('orders', text.encode('go'), { headers: h });
  const reply = await connection.request('lookup', text.encode(order.customer.street), { timeout: 100 }); // $ Alert[no-plaintext-to-queue]
  console.log(reply.subject, reply.data.length);
  const stream = connection.jetstream();
  const ack = await stream.publish('orders', json.encode(order), { msgID: order.id }); // $ Alert[no-plaintext-to-queue]
  console.log(ack.seq, ack.duplicate);
  const kv = await stream.views.kv('orders');
  await kv.put(order.id, text.encode(order.customer.name)); // $ Alert[no-plaintext-to-queue]
  await kv.put(order.id, text.encode('open'));
  const subscription = connection.subscribe('orders.*');
  for await (const message of subscription) {
    const received = json.decode(message.data);
    console.log(received.id, message.sid);
    console.log(received.customer); // $ Alert[no-plaintext-to-log]
    message.respond(text.encode(received.customer.name)); // $ Alert[no-plaintext-to-queue]
    message.respond(text.encode(String(received.total)));
  }
  await connection.drain();
}
