/** A copy of each conversation in Azure Blob Storage. */
import { ContainerClient } from '@azure/storage-blob';
import { config } from '../config.ts';
import type { Conversation } from '../models/message.ts';
import { transcriptOf } from '../models/transcript.ts';

const container = new ContainerClient(config.backupUrl);

export async function backUp(conversation: Conversation): Promise<void> {
  const blob = container.getBlockBlobClient(`${conversation.channel}/${conversation.id}.txt`); // look-alike: ids
  const bytes = Buffer.from(transcriptOf(conversation));
  await blob.uploadData(bytes); // $ Alert[no-plaintext-to-object-store]
  await blob.setTags({ messages: String(conversation.messages.length) }); // look-alike: a count
  await blob.setMetadata({ title: conversation.title }); // $ Alert[no-plaintext-to-object-store]
}
