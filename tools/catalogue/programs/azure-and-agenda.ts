/** Notes in Cosmos DB, Event Hubs, a queue of Azure, and jobs of Agenda. */
import { Agenda } from 'agenda';
import { CosmosClient } from '@azure/cosmos';
import { EventHubProducerClient } from '@azure/event-hubs';
import { QueueClient } from '@azure/storage-queue';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

interface Note { readonly id: string; readonly text: Plaintext<string>; readonly size: number }

export async function cosmos(note: Note): Promise<void> {
  const container = new CosmosClient('x').database('notes').container('notes');
  await container.items.create({ id: note.id, text: note.text }); // $ Alert[no-plaintext-to-database]
  await container.items.upsert({ id: note.id, size: note.size });
  await container.item(note.id, note.id).replace({ id: note.id, text: note.text }); // $ Alert[no-plaintext-to-database]
  await container.item(note.id).patch([{ op: 'set', path: '/text', value: note.text }]); // $ Alert[no-plaintext-to-database]
  const { resources } = await container.items.query({ query: 'SELECT * FROM c WHERE c.text = @t', parameters: [{ name: '@t', value: note.text }] }).fetchAll(); // $ Alert[no-plaintext-to-database]
  console.log(resources.length);
}
export async function hubs(note: Note): Promise<void> {
  const producer = new EventHubProducerClient('x', 'y');
  await producer.sendBatch([{ body: note.text }]); // $ Alert[no-plaintext-to-queue]
  await producer.sendBatch([{ body: note.size, properties: { id: note.id } }]);
  const batch = await producer.createBatch();
  batch.tryAdd({ body: note.text }); // $ Alert[no-plaintext-to-queue]
  batch.tryAdd({ body: note.id });
  await new QueueClient('x', 'y').sendMessage(note.text); // $ Alert[no-plaintext-to-queue]
  const sent = await new QueueClient('x', 'y').sendMessage(note.id);
  console.log(sent.messageId);
}
export async function agendas(agenda: Agenda, note: Note): Promise<void> {
  agenda.define('index', async (job) => { console.log((job.attrs.data as { id: string }).id); });
  await agenda.now('index', { id: note.id });
  await agenda.now('index', { text: note.text }); // $ Alert[no-plaintext-to-queue]
  await agenda.schedule('in 1 hour', 'index', { text: note.text }); // $ Alert[no-plaintext-to-queue]
  await agenda.every('1 hour', 'index', { text: note.text }); // $ Alert[no-plaintext-to-queue]
  const job = agenda.create('index', { text: note.text }); // $ Alert[no-plaintext-to-queue]
  await job.save();
}
