/** `POST /feedback`: what a member thinks of a summary. */
import { appendFile } from 'node:fs';
import { join } from 'node:path';
import { config } from '../config.ts';
import { log } from '../logging/logger.ts';
import type { Feedback } from '../models/feedback.ts';

export function feedbackRoute(feedback: Feedback): void {
  const { summaryId, rating, note } = feedback;
  log.info({ summaryId, rating }, 'feedback'); // look-alike: the members beside the note
  if (rating < 3) log.warn('poor summary %s: %o', summaryId, note); // $ Alert[no-plaintext-to-log]
  const file = join(config.dataFolder, 'suggestions.txt');
  const line = `${summaryId} ${note.suggestion}\n`;
  appendFile(file, line, (error) => reportWrite(error)); // $ Alert[no-plaintext-to-disk]
}

function reportWrite(error: Error | null): void {
  if (error !== null) log.error('a suggestion was not written'); // look-alike: a constant
}
