/** The night's work, started by cron: the digest, backups and exports. */
import { join } from 'node:path';
import { SummaryCache } from '../cache/summary-cache.ts';
import { config } from '../config.ts';
import { log } from '../logging/logger.ts';
import type { Conversation } from '../models/message.ts';
import { readConversation } from '../models/read-conversation.ts';
import { backUp } from '../storage/backup.ts';
import { exportSealed, exportTranscript } from '../storage/exports.ts';
import { uploadDescribed, uploadNamed, uploadSealed } from '../storage/transcript-upload.ts';
import { summarise } from '../summarise/summarise.ts';
import { BatchWriter } from './batch-writer.ts';
import { appendTitles, nightlyDigest } from './nightly-digest.ts';
import { notifyChannel } from './notify-channel.ts';

const key = Buffer.from(process.env['EXPORT_KEY'] ?? '', 'hex');
const cache = new SummaryCache(config.dataFolder);
const conversations = await loadConversations();
log.info({ conversations: conversations.length }, 'the night begins'); // look-alike: a count
await appendTitles(conversations);
for (const conversation of conversations) {
  if (!(await cache.has(conversation))) await keep(conversation);
}

async function keep(conversation: Conversation): Promise<void> {
  await nightlyDigest(() => Promise.resolve(conversation));
  await notifyChannel(summarise(conversation));
  await cache.markRanked(conversation);
  await backUp(conversation);
  await exportTranscript(conversation);
  await exportSealed(conversation, key);
  const uploads = [uploadSealed, uploadDescribed, uploadNamed];
  for (const upload of uploads) await upload(conversation, key);
  collectLines(conversation);
}

function collectLines(conversation: Conversation): void {
  const writer = new BatchWriter(join(config.dataFolder, `${conversation.id}.log`));
  for (const message of conversation.messages) writer.add(message);
  writer.flush();
}

async function loadConversations(): Promise<readonly Conversation[]> {
  const response = await fetch(`${config.deliveryUrl}/conversations`);
  const bodies: unknown = await response.json();
  return Array.isArray(bodies) ? bodies.map((body) => readConversation(body)) : [];
}
