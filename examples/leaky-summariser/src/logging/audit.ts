/** The audit trail: who asked for which summary. */
import { createLogger, transports } from 'winston';
import type { Conversation } from '../models/message.ts';
import type { Summary } from '../models/summary.ts';

const audit = createLogger({ transports: [new transports.Console()] });

export function auditRead(conversation: Conversation): void {
  audit.info('read', { conversation: conversation.id, messages: conversation.messages.length }); // look-alike: an id and a count
}

export function auditSummary(summary: Summary): void {
  audit.info(`summary of ${summary.conversationId}: ${summary.text}`); // $ Alert[no-plaintext-to-log]
}

export function auditRename(before: Conversation, after: Conversation): void {
  audit.info('renamed', { changed: before.title !== after.title }); // look-alike: the outcome of a comparison
  audit.log('verbose', 'renamed', { from: before.title, to: after.title }); // $ Alert[no-plaintext-to-log]
}
