/** Uploads a sealed transcript to S3 in parts. The body is ciphertext; what stands beside it is not. */
import { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { config } from '../config.ts';
import { seal } from '../crypto/seal.ts';
import type { Conversation } from '../models/message.ts';
import { slug, transcriptOf } from '../models/transcript.ts';

const client = new S3Client({});

export async function uploadSealed(conversation: Conversation, key: Buffer): Promise<void> {
  const Body = seal(transcriptOf(conversation), key);
  const params = { Bucket: config.exportBucket, Key: `sealed/${conversation.id}`, Body };
  const upload = new Upload({ client, params }); // look-alike: ciphertext under an id
  await upload.done();
}

export async function uploadDescribed(conversation: Conversation, key: Buffer): Promise<void> {
  const Body = seal(transcriptOf(conversation), key);
  const Metadata = { opening: openingWords(conversation), messages: String(conversation.messages.length) };
  const params = { Bucket: config.exportBucket, Key: `sealed/${conversation.id}`, Body, Metadata };
  const upload = new Upload({ client, params }); // $ Alert[no-plaintext-to-object-store]
  await upload.done();
}

export async function uploadNamed(conversation: Conversation, key: Buffer): Promise<void> {
  const Body = seal(transcriptOf(conversation), key);
  const params = { Bucket: config.exportBucket, Key: `sealed/${slug(conversation.title)}`, Body };
  const upload = new Upload({ client, params }); // $ Alert[no-plaintext-to-object-store]
  await upload.done();
}

function openingWords(conversation: Conversation): string {
  const [first] = conversation.messages;
  return first === undefined ? '' : first.text.split(' ').slice(0, 5).join(' ');
}
