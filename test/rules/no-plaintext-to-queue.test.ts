/** Plaintext in queues: what the rule reports, and what it lets pass. */
import { noPlaintextToQueue } from '../../rules/no-plaintext-to-queue.ts';
import { flowCase, testFlowRule, withTags } from './rule-tester.ts';

const body = { source: 'ChatMessage.body', sink: 'a queue' };
const named = { ...body, sink: 'a queue as a name' };

testFlowRule('no-plaintext-to-queue', noPlaintextToQueue, {
  valid: [
    {
      name: 'an identifier',
      code: withTags(
        `import { Queue } from 'bullmq'; const jobs = new Queue('jobs'); await jobs.add('summarise', { id: message.id });`,
      ),
    },
    {
      name: 'a size',
      code: withTags(
        `import { Queue } from 'bullmq'; const jobs = new Queue('jobs'); await jobs.add('summarise', { size: message.body.length });`,
      ),
    },
    {
      name: 'a queue of its own',
      code: withTags(
        `const jobs = { add(name: string, text: string): number { return name.length + text.length; } }; jobs.add('summarise', message.body);`,
      ),
    },
    {
      name: 'a count of waiting jobs',
      code: withTags(
        `import { Queue } from 'bullmq'; const jobs = new Queue('jobs'); await jobs.getWaitingCount();`,
      ),
    },
    {
      name: 'a list of the call',
      code: withTags(`const waiting: string[] = []; waiting.push(message.body);`),
    },
    {
      name: 'a published identifier',
      code: withTags(`import { Redis } from 'ioredis'; await new Redis().publish('seen', message.id);`),
    },
  ],
  invalid: [
    flowCase('the data of a job', `jobs.add('summarise', { text: message.body })`, body, {
      before: `import { Queue } from 'bullmq'; const jobs = new Queue('jobs');
`,
    }),
    flowCase('the name of a job', `jobs.add(message.body, {})`, named, {
      before: `import { Queue } from 'bullmq'; const jobs = new Queue('jobs');
`,
    }),
    flowCase('many jobs', `jobs.addBulk([{ name: 'summarise', data: { text: message.body } }])`, body, {
      before: `import { Queue } from 'bullmq'; const jobs = new Queue('jobs');
`,
    }),
    flowCase('a part of a message', `jobs.add('summarise', { title: message.body.slice(0, 20) })`, body, {
      before: `import { Queue } from 'bullmq'; const jobs = new Queue('jobs');
`,
    }),
    flowCase('a message as JSON', `jobs.add('summarise', JSON.parse(JSON.stringify(message)))`, body, {
      before: `import { Queue } from 'bullmq'; const jobs = new Queue('jobs');
`,
    }),
    flowCase(
      'a helper',
      `enqueue({ text: message.body })`,
      { ...body, via: ' through enqueue()' },
      {
        before: `import { Queue } from 'bullmq'; const jobs = new Queue('jobs'); async function enqueue(data: object): Promise<void> { await jobs.add('summarise', data); }
`,
      },
    ),
  ],
});
