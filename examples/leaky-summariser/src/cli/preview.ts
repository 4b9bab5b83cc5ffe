/** Prints a summary to the terminal of whoever runs the service by hand. */
import { formatHeader, formatMessage } from '../logging/format-message.ts';
import { writeLine } from '../logging/write-line.ts';
import type { Conversation } from '../models/message.ts';
import type { Summary } from '../models/summary.ts';

export function preview(conversation: Conversation, summary: Summary): void {
  writeLine(`summary of ${summary.conversationId}`); // look-alike: the same helper, given an id
  writeLine(summary.text); // $ Alert[no-plaintext-to-log]
  process.stdout.write(`${summary.sentenceCount} sentences\n`); // look-alike: a count
  for (const message of conversation.messages) {
    process.stdout.write(`${formatHeader(message)}\n`); // look-alike: time, role and id
    process.stdout.write(`${formatMessage(message)}\n`); // $ Alert[no-plaintext-to-log]
  }
}
