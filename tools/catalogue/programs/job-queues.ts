/** Mail jobs with BullMQ, Bull and pg-boss: data, names, ids, progress, and what processors give back. */
import { Queue, Worker, FlowProducer, QueueEvents, UnrecoverableError, type Job, type Processor } from 'bullmq';
import Bull from 'bull';
import PgBoss from 'pg-boss';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

interface Mail { readonly id: string; readonly to: Plaintext<string>; readonly body: Plaintext<string>; readonly template: 'welcome' | 'reset'; readonly attempts: number }
interface MailJob { mailId: string; text?: string }

const connection = { host: 'localhost', port: 6379 };
const mails = new Queue<MailJob>('mails', { connection, defaultJobOptions: { removeOnComplete: true } });
const flows = new FlowProducer({ connection });

export async function enqueue(mail: Mail): Promise<string | undefined> {
  const job = await mails.add('send', { mailId: mail.id, text: mail.body }, { jobId: mail.id, delay: 10 }); // $ Alert[no-plaintext-to-queue]
  await mails.add('send', { mailId: mail.id }, { jobId: mail.id, priority: mail.attempts });
  await mails.add('send', { mailId: mail.id }, { jobId: mail.to }); // $ Alert[no-plaintext-to-queue]
  await mails.add(`send-${mail.to}`, { mailId: mail.id }); // $ Alert[no-plaintext-to-queue]
  await mails.addBulk([{ name: 'a', data: { mailId: mail.id } }, { name: 'b', data: { mailId: mail.id, text: mail.body } }]); // $ Alert[no-plaintext-to-queue]
  await flows.add({ name: 'all', queueName: 'mails', data: { mailId: mail.id }, children: [{ name: 'c', queueName: 'mails', data: { text: mail.body } }] }); // $ Alert[no-plaintext-to-queue]
  await flows.add({ name: 'all', queueName: 'mails', data: { mailId: mail.id }, children: [{ name: 'c', queueName: 'mails', data: { attempts: mail.attempts } }] });
  await mails.upsertJobScheduler('nightly', { pattern: '0 0 * * *' }, { name: 'send', data: { mailId: mail.id, text: mail.body } }); // $ Alert[no-plaintext-to-queue]
  console.log(job.id, job.name, await job.getState());
  return job.id;
}

async function load(id: string): Promise<Mail> {
  return (await import('node:module'), { id, to: '', body: '', template: 'reset', attempts: 0 }) as unknown as Mail;
}

const work: Processor<MailJob, { length: number; text?: string }> = async (job: Job<MailJob>) => {
  const mail = await load(job.data.mailId);
  await job.updateProgress(50);
  await job.updateProgress({ step: mail.body }); // $ Alert[no-plaintext-to-queue]
  await job.log(`sending ${mail.id}`);
  await job.log(`sending to ${mail.to}`); // $ Alert[no-plaintext-to-queue]
  await job.updateData({ ...job.data, text: mail.body }); // $ Alert[no-plaintext-to-queue]
  if (mail.attempts > 3) throw new UnrecoverableError(`too many attempts for ${mail.id}`);
  return { length: mail.body.length };
};
export const worker = new Worker('mails', work, { connection, concurrency: 4 });

export const echoWorker = new Worker('echo', async (job) => { // $ Alert[no-plaintext-to-queue]
  const mail = await load(job.data.mailId);
  return { text: mail.body };
}, { connection });

worker.on('completed', (job, result) => console.log(job.id, result.length));
worker.on('failed', (job, error) => console.error(job?.id, error.name));
const events = new QueueEvents('mails', { connection });
events.on('progress', ({ jobId }) => console.log(jobId));

const legacy = new Bull<MailJob>('legacy', 'redis://localhost');
legacy.process(2, async (job) => { // $ Alert[no-plaintext-to-queue]
  const mail = await load(job.data.mailId);
  await job.progress(10);
  await job.log(mail.body); // $ Alert[no-plaintext-to-queue]
  return mail.body.toUpperCase();
});
export async function legacyAdd(mail: Mail): Promise<void> {
  await legacy.add({ mailId: mail.id, text: mail.body }, { attempts: 3 }); // $ Alert[no-plaintext-to-queue]
  await legacy.add('named', { mailId: mail.id }, { attempts: mail.attempts });
}

const boss = new PgBoss('postgres://localhost/boss');
export async function bossed(mail: Mail): Promise<void> {
  await boss.start();
  const id = await boss.send('mails', { mailId: mail.id, text: mail.body }); // $ Alert[no-plaintext-to-queue]
  await boss.send('mails', { mailId: mail.id, template: mail.template });
  await boss.send({ name: 'mails', data: { to: mail.to }, options: { retryLimit: 2 } }); // $ Alert[no-plaintext-to-queue]
  await boss.send('mails', { mailId: mail.id }, { singletonKey: mail.to }); // $ Alert[no-plaintext-to-queue]
  await boss.sendAfter('mails', { text: mail.body }, {}, 30); // $ Alert[no-plaintext-to-queue]
  await boss.insert('mails', [{ name: 'mails', data: { text: mail.body } }]); // $ Alert[no-plaintext-to-queue]
  await boss.insert('mails', [{ name: 'mails', data: { mailId: mail.id } }]);
  await boss.work<MailJob>('mails', { batchSize: 5 }, async (jobs) => {
    for (const job of jobs) console.log(job.id, job.data.mailId);
  });
  await boss.work<MailJob>('mails', async ([job]) => (await load(job!.data.mailId)).body); // $ Alert[no-plaintext-to-queue]
  await boss.complete('mails', id!, { result: mail.body }); // $ Alert[no-plaintext-to-queue]
  await boss.complete('mails', id!);
}
