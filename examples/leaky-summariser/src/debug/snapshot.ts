/** Dumps for the day when a summary looks wrong. */
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { config } from '../config.ts';
import type { ChatMessage, Conversation } from '../models/message.ts';
import { printText } from './print-text.ts';

export function snapshot(conversation: Conversation): void {
  const file = join(config.dataFolder, `${conversation.id}.json.gz`);
  writeFileSync(file, gzipSync(JSON.stringify(conversation))); // $ Alert[no-plaintext-to-disk]
  writeFileSync(join(config.dataFolder, `${conversation.id}.count`), String(conversation.messages.length)); // look-alike: an id and a count
}

export function recordAttachment(message: ChatMessage): void {
  const bytes = Buffer.from(message.text, 'utf8');
  const stream = createWriteStream(join(config.dataFolder, `${message.id}.bin`));
  stream.end(bytes); // $ Alert[no-plaintext-to-disk]
}

export function showMessages(messages: readonly ChatMessage[]): void {
  const rows = messages.map(({ id, text }) => ({ id, text }));
  console.table(rows); // $ Alert[no-plaintext-to-log]
  console.table(messages.map(({ id, text }) => ({ id, characters: text.length }))); // look-alike: ids and lengths
  for (const message of messages) printText(message.text);
}
