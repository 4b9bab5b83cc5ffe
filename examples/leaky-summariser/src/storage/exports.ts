/** Exports a conversation to Google Cloud Storage for the member who asked for it. */
import { Storage } from '@google-cloud/storage';
import { config } from '../config.ts';
import { seal } from '../crypto/seal.ts';
import type { Conversation } from '../models/message.ts';
import { slug, transcriptOf } from '../models/transcript.ts';

const bucket = new Storage().bucket(config.exportBucket);

export async function exportTranscript(conversation: Conversation): Promise<void> {
  const file = bucket.file(`exports/${conversation.id}.txt`); // look-alike: a name made from an id
  await file.save(transcriptOf(conversation)); // $ Alert[no-plaintext-to-object-store]
}

export async function exportSealed(conversation: Conversation, key: Buffer): Promise<void> {
  const sealed = seal(transcriptOf(conversation), key);
  await bucket.file(`exports/${conversation.id}.sealed`).save(sealed); // look-alike: ciphertext
  const alias = bucket.file(`exports/by-title/${slug(conversation.title)}`); // $ Alert[no-plaintext-to-object-store]
  await alias.save(conversation.id);
}
