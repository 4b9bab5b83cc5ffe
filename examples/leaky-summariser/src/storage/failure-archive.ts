/** Keeps what went wrong in S3, for the engineer on call. */
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { config } from '../config.ts';
import type { Conversation } from '../models/message.ts';

export class FailureArchive {
  readonly #client = new S3Client({});

  async keep(conversation: Conversation): Promise<void> {
    const Key = `failed/${conversation.id}.json`;
    const Body = JSON.stringify(conversation);
    await this.#client.send(new PutObjectCommand({ Bucket: config.archiveBucket, Key, Body })); // $ Alert[no-plaintext-to-object-store]
  }

  async keepReport(conversation: Conversation, status: number): Promise<void> {
    const Key = `reports/${conversation.id}.json`;
    const Body = JSON.stringify({ status, messages: conversation.messages.length });
    await this.#client.send(new PutObjectCommand({ Bucket: config.archiveBucket, Key, Body })); // look-alike: a status and a count
  }
}
