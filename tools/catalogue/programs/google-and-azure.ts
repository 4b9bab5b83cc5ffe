/** Recordings in the stores, queues, tables and logs of Google Cloud and Azure. */
import { Storage } from '@google-cloud/storage';
import { PubSub } from '@google-cloud/pubsub';
import { BigQuery } from '@google-cloud/bigquery';
import { Logging } from '@google-cloud/logging';
import { Firestore, FieldValue } from '@google-cloud/firestore';
import { BlobServiceClient, ContainerClient } from '@azure/storage-blob';
import { ServiceBusClient, type ServiceBusMessage } from '@azure/service-bus';
import appInsights, { TelemetryClient } from 'applicationinsights';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { createCipheriv, randomBytes } from 'node:crypto';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

interface Recording { readonly id: string; readonly transcript: Plaintext<string>; readonly seconds: number; readonly speaker: Plaintext<string> }

const bucket = new Storage().bucket('recordings');
export async function gcs(r: Recording, key: Buffer): Promise<void> {
  await bucket.file(`${r.id}.txt`).save(r.transcript, { metadata: { seconds: r.seconds } }); // $ Alert[no-plaintext-to-object-store]
  await bucket.file(`${r.id}.txt`).save('', { metadata: { metadata: { speaker: r.speaker } } }); // $ Alert[no-plaintext-to-object-store]
  await bucket.file(`${r.speaker}.txt`).save(''); // $ Alert[no-plaintext-to-object-store]
  await bucket.file(r.id).setMetadata({ metadata: { seconds: String(r.seconds) } });
  await bucket.file(r.id).setMetadata({ metadata: { speaker: r.speaker } }); // $ Alert[no-plaintext-to-object-store]
  await pipeline(Readable.from([r.transcript]), bucket.file(r.id).createWriteStream({ resumable: false })); // $ Alert[no-plaintext-to-object-store]
  const cipher = createCipheriv('aes-256-gcm', key, randomBytes(12));
  await pipeline(Readable.from([r.transcript]), cipher, bucket.file(r.id).createWriteStream());
  const out = bucket.file(r.id).createWriteStream();
  out.write(r.id);
  out.end(r.transcript); // $ Alert[no-plaintext-to-object-store]
}

const topic = new PubSub().topic('recordings', { batching: { maxMessages: 10 } });
export async function pubsub(r: Recording): Promise<string> {
  await topic.publishMessage({ json: { id: r.id, transcript: r.transcript } }); // $ Alert[no-plaintext-to-queue]
  await topic.publishMessage({ data: Buffer.from(r.transcript), attributes: { id: r.id } }); // $ Alert[no-plaintext-to-queue]
  await topic.publishMessage({ data: Buffer.from(r.id), attributes: { speaker: r.speaker } }); // $ Alert[no-plaintext-to-queue]
  return topic.publishMessage({ data: Buffer.from(r.id), attributes: { seconds: `${r.seconds}` } });
}

export async function bigquery(r: Recording): Promise<void> {
  const table = new BigQuery().dataset('calls').table('recordings');
  await table.insert([{ id: r.id, transcript: r.transcript }]); // $ Alert[no-plaintext-to-database]
  await table.insert([{ id: r.id, seconds: r.seconds }], { ignoreUnknownValues: true });
  await new BigQuery().query({ query: 'SELECT 1 WHERE s = @s', params: { s: r.speaker } }); // $ Alert[no-plaintext-to-database]
  const [job] = await new BigQuery().createQueryJob({ query: 'SELECT 1', params: { id: r.id } });
  console.log(job.id);
}

export async function cloudLog(r: Recording): Promise<void> {
  const log = new Logging().log('calls');
  const entry = log.entry({ resource: { type: 'global' } }, { id: r.id, seconds: r.seconds });
  await log.write(entry);
  await log.write(log.entry({ labels: { speaker: r.speaker } }, 'x')); // $ Alert[no-plaintext-to-log]
  await log.warning(log.entry({}, r.transcript)); // $ Alert[no-plaintext-to-log]
}

const firestore = new Firestore();
export async function documents(r: Recording): Promise<void> {
  const calls = firestore.collection('calls');
  await calls.doc(r.id).set({ transcript: r.transcript }, { merge: true }); // $ Alert[no-plaintext-to-database]
  await calls.doc(r.id).set({ seconds: FieldValue.increment(r.seconds) }, { merge: true });
  await calls.doc(r.id).update('speaker', r.speaker); // $ Alert[no-plaintext-to-database]
  const added = await calls.add({ speaker: r.speaker }); // $ Alert[no-plaintext-to-database]
  console.log(added.id);
  await calls.doc(r.id).collection('words').doc('all').create({ words: FieldValue.arrayUnion(...r.transcript.split(' ')) }); // $ Alert[no-plaintext-to-database]
  const batch = firestore.batch();
  batch.set(calls.doc(r.id), { seconds: r.seconds });
  batch.update(calls.doc(r.id), { transcript: r.transcript }); // $ Alert[no-plaintext-to-database]
  await batch.commit();
  await firestore.runTransaction(async (t) => {
    const seen = await t.get(calls.doc(r.id));
    t.update(calls.doc(r.id), { speaker: r.speaker }); // $ Alert[no-plaintext-to-database]
    t.update(calls.doc(r.id), { seen: seen.exists });
  });
  const found = await calls.where('speaker', '==', r.speaker).limit(1).get(); // $ Alert[no-plaintext-to-database]
  console.log(found.size, found.empty, found.docs[0]?.id);
}

export async function azure(r: Recording): Promise<void> {
  const container: ContainerClient = BlobServiceClient.fromConnectionString('x').getContainerClient('calls');
  const blob = container.getBlockBlobClient(`${r.id}.txt`);
  await blob.upload(r.transcript, Buffer.byteLength(r.transcript), { blobHTTPHeaders: { blobContentType: 'text/plain' } }); // $ Alert[no-plaintext-to-object-store]
  await blob.upload('', 0, { metadata: { speaker: r.speaker } }); // $ Alert[no-plaintext-to-object-store]
  await blob.upload('', 0, { metadata: { seconds: `${r.seconds}` }, tags: { id: r.id } });
  await blob.uploadStream(Readable.from(r.transcript)); // $ Alert[no-plaintext-to-object-store]
  await blob.uploadData(Buffer.from(r.transcript)); // $ Alert[no-plaintext-to-object-store]
  await blob.setTags({ speaker: r.speaker }); // $ Alert[no-plaintext-to-object-store]
  container.getBlockBlobClient(`${r.speaker}.txt`); // $ Alert[no-plaintext-to-object-store]
  await container.getAppendBlobClient(r.id).appendBlock(r.transcript, r.transcript.length); // $ Alert[no-plaintext-to-object-store]
  const sender = new ServiceBusClient('x').createSender('calls');
  await sender.sendMessages({ body: { id: r.id, transcript: r.transcript } }); // $ Alert[no-plaintext-to-queue]
  const message: ServiceBusMessage = { body: r.id, subject: 'stored', applicationProperties: { seconds: r.seconds } };
  await sender.sendMessages(message);
  await sender.sendMessages({ ...message, applicationProperties: { speaker: r.speaker } }); // $ Alert[no-plaintext-to-queue]
  const batch = await sender.createMessageBatch();
  batch.tryAddMessage({ body: r.transcript }); // $ Alert[no-plaintext-to-queue]
  await sender.sendMessages(batch);
  await sender.scheduleMessages({ body: r.transcript }, new Date()); // $ Alert[no-plaintext-to-queue]
}

export function insights(r: Recording): void {
  appInsights.setup('x').start();
  const client: TelemetryClient = appInsights.defaultClient;
  client.trackEvent({ name: 'stored', properties: { id: r.id }, measurements: { seconds: r.seconds } });
  client.trackEvent({ name: 'stored', properties: { speaker: r.speaker } }); // $ Alert[no-plaintext-to-telemetry]
  client.trackTrace({ message: r.transcript }); // $ Alert[no-plaintext-to-telemetry]
  client.trackException({ exception: new Error(r.transcript) }); // $ Alert[no-plaintext-to-telemetry]
  client.trackMetric({ name: 'seconds', value: r.seconds });
  client.commonProperties = { speaker: r.speaker }; // $ Alert[no-plaintext-to-telemetry]
}
