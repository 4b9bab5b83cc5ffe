/** Plaintext in object stores: what the rule reports, and what it lets pass. */
import { noPlaintextToObjectStore } from '../../rules/no-plaintext-to-object-store.ts';
import { flowCase, testFlowRule, withTags } from './rule-tester.ts';

const body = { source: 'ChatMessage.body', sink: 'an object store' };
const name = { source: 'ChatMessage.body', sink: 'an object store as a name' };

const s3 = `import { PutObjectCommand, S3, S3Client } from '@aws-sdk/client-s3';
const client = new S3Client({});
const s3 = new S3({});
export { client, s3 };
`;
const upload = "import { Upload } from '@aws-sdk/lib-storage';\n";
const google = `import { Storage } from '@google-cloud/storage';
const bucket = new Storage().bucket('chat');
`;
const azure = `import { BlobServiceClient } from '@azure/storage-blob';
const container = BlobServiceClient.fromConnectionString('').getContainerClient('chat');
`;

testFlowRule('no-plaintext-to-object-store', noPlaintextToObjectStore, {
  valid: [
    {
      name: 'an object that says how much was said',
      code: withTags(`${s3}await client.send(
        new PutObjectCommand({ Bucket: 'chat', Key: message.id, Body: String(message.body.length) }),
      );`),
    },
    {
      name: 'ciphertext',
      code: withTags(`${s3}import { createCipheriv } from 'node:crypto';
        export async function archive(key: Uint8Array, iv: Uint8Array): Promise<void> {
          const cipher = createCipheriv('aes-256-gcm', key, iv);
          const Body = Buffer.concat([cipher.update(message.body, 'utf8'), cipher.final()]);
          await s3.putObject({ Bucket: 'chat', Key: message.id, Body });
        }`),
    },
    {
      name: 'metadata without content',
      code: withTags(`${s3}await s3.putObject({
        Bucket: 'chat', Key: message.id, Body: '', Metadata: { id: message.id },
      });`),
    },
    {
      name: 'a random name',
      code: withTags(`${google}import { randomUUID } from 'node:crypto';
        await bucket.file(randomUUID()).save(message.id);`),
    },
    {
      name: 'an object that is read',
      code: withTags(`${google}export const [template] = await bucket.file('template').download();`),
    },
    {
      name: 'a store of the same shape that is no store',
      code: withTags(`
        class Memory { putObject(input: { Key: string; Body: string }): number { return input.Body.length; } }
        new Memory().putObject({ Key: 'last', Body: message.body });`),
    },
    {
      name: 'a helper that is given no content',
      code: withTags(`${s3}
        async function archive(Key: string, Body: string): Promise<void> {
          await s3.putObject({ Bucket: 'chat', Key, Body });
        }
        await archive(message.id, 'done');`),
    },
    {
      name: 'a message that stays in the process',
      code: withTags(`${azure}
        const text = message.body.trim();
        await container.getBlockBlobClient(message.id).upload('', text === '' ? 0 : 1);`),
    },
    {
      name: 'the members of an object that hold no content',
      code: withTags(`${s3}
        const record = { id: message.id, text: message.body };
        await s3.putObject({ Bucket: 'chat', Key: record.id, Body: record.id });`),
    },
    {
      name: 'a command that is not given the plaintext that stands beside it',
      code: withTags(`${s3}
        export const pair = [new PutObjectCommand({ Bucket: 'chat', Key: 'idle' }), message.body] as const;`),
    },
    {
      name: 'what the disk is told, which is the business of another rule',
      code: withTags(`import { writeFileSync } from 'node:fs';
        writeFileSync('/var/chat/last', message.body);`),
    },
    {
      name: 'plaintext of another label than the options name',
      code: withTags(`${s3}await s3.putObject({ Bucket: 'chat', Key: message.id, Body: message.body });`),
      options: [{ labels: ['message'] }],
    },
  ],
  invalid: [
    flowCase(
      'the body of a command',
      "new PutObjectCommand({ Bucket: 'chat', Key: message.id, Body: message.body })",
      body,
      { before: `${s3}await client.send(`, after: ');' },
    ),
    flowCase(
      'the key of a command',
      "new PutObjectCommand({ Bucket: 'chat', Key: `said/${message.body}`, Body: '' })",
      name,
      { before: `${s3}await client.send(`, after: ');' },
    ),
    flowCase(
      'metadata',
      "s3.putObject({ Bucket: 'chat', Key: message.id, Metadata: { first: message.body.slice(0, 9) } })",
      body,
      { before: `${s3}await ` },
    ),
    flowCase(
      'tags',
      "s3.putObject({ Bucket: 'chat', Key: message.id, Tagging: `title=${message.body}` })",
      body,
      { before: `${s3}await ` },
    ),
    flowCase('an input that was made before', 'new PutObjectCommand(input)', body, {
      before: `${s3}const input = { Bucket: 'chat', Key: message.id, Body: JSON.stringify(message) };
        await client.send(`,
      after: ');',
    }),
    flowCase(
      'a managed upload',
      "new Upload({ client, params: { Bucket: 'chat', Key: 'last', Body: stored } })",
      body,
      {
        before: `${s3}${upload}const stored = Buffer.from(message.body);\nawait `,
        after: '.done();',
      },
    ),
    flowCase('a file of Google Cloud Storage', 'bucket.file(message.id).save(message.body)', body, {
      before: `${google}await `,
    }),
    flowCase('a name in Google Cloud Storage', 'bucket.file(`done/${message.body}`)', name, {
      before: `${google}await `,
      after: ".save('');",
    }),
    flowCase('a stream to Google Cloud Storage', 'stream.end(message.body)', body, {
      before: `${google}const stream = bucket.file(message.id).createWriteStream();\n`,
    }),
    flowCase('a block blob of Azure', 'blob.uploadData(Buffer.from(message.body))', body, {
      before: `${azure}const blob = container.getBlockBlobClient(message.id);\nawait `,
    }),
    flowCase('metadata of a blob', "blob.upload('', 0, { metadata: { said: message.body } })", body, {
      before: `${azure}const blob = container.getBlockBlobClient(message.id);\nawait `,
    }),
    flowCase('the name of a blob', 'container.getBlockBlobClient(message.body.toLowerCase())', name, {
      before: `${azure}export const blob = `,
    }),
    flowCase(
      'a helper that stores any text',
      "archive('failures', message.body)",
      {
        ...body,
        via: ' through archive()',
      },
      {
        before: `${s3}async function archive(Key: string, Body: string): Promise<void> {
          await s3.putObject({ Bucket: 'chat', Key, Body });
        }
        await `,
      },
    ),
  ],
});
