/** `POST /summaries`: a conversation in, its summary out. */
import { SummaryCache } from '../cache/summary-cache.ts';
import { parseCommand } from '../commands/parse-command.ts';
import { config } from '../config.ts';
import { recordAttachment, snapshot } from '../debug/snapshot.ts';
import { auditRead, auditSummary } from '../logging/audit.ts';
import { log } from '../logging/logger.ts';
import type { ChatMessage, Conversation } from '../models/message.ts';
import { readConversation } from '../models/read-conversation.ts';
import type { Summary } from '../models/summary.ts';
import { FailureArchive } from '../storage/failure-archive.ts';
import { summarise } from '../summarise/summarise.ts';

const cache = new SummaryCache(config.dataFolder);
const archive = new FailureArchive();

export async function summariseRoute(body: unknown): Promise<Summary | undefined> {
  try {
    const conversation = readConversation(body);
    logArrival(conversation);
    return await answer(conversation);
  } catch (error) {
    log.error({ err: error }, 'no summary'); // $ Alert[no-plaintext-to-log]
    return undefined;
  }
}

async function answer(conversation: Conversation): Promise<Summary> {
  const summary = summarise(conversation);
  if (summary.sentenceCount === 0) await archive.keep(conversation);
  if (config.logLevel === 'trace') snapshot(conversation);
  await cache.store(summary);
  await cache.markSeen(conversation);
  auditSummary(summary);
  return summary;
}

function logArrival(conversation: Conversation): void {
  auditRead(conversation);
  log.debug({ conversation }, 'arrived'); // $ Alert[no-plaintext-to-log]
  const last = conversation.messages.at(-1);
  if (last !== undefined) logLast(last);
  for (const message of conversation.messages) logSpecial(message);
}

function logSpecial(message: ChatMessage): void {
  if (message.text.startsWith('/')) parseCommand(message);
  if (message.text.startsWith('data:')) recordAttachment(message);
}

function logLast(message: ChatMessage): void {
  const { text: words, ...header } = message;
  log.info(header, 'last message'); // look-alike: the rest without the text
  log.info({ ...message, text: '[redacted]' }, 'last message'); // look-alike: the text is overwritten
  log.info({ isQuestion: words.endsWith('?'), length: words.length }, 'last message'); // look-alike: a boolean and a length
  log.info({ ...message, route: 'summaries' }, 'last message'); // $ Alert[no-plaintext-to-log]
  const child = log.child({ message: message.id, excerpt: words.slice(0, 20) }); // $ Alert[no-plaintext-to-log]
  child.info('last message'); // look-alike: a constant
}
