/** Keeps summaries on disk, so that the same conversation need not be ranked twice. */
import { join } from 'node:path';
import fs from 'fs-extra';
import { log } from '../logging/logger.ts';
import type { Conversation } from '../models/message.ts';
import type { Summary } from '../models/summary.ts';
import { slug, transcriptOf } from '../models/transcript.ts';
import { contentKey } from './content-key.ts';

export class SummaryCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async store(summary: Summary): Promise<void> {
    await fs.outputJson(join(this.#folder, `${summary.conversationId}.json`), summary); // $ Alert[no-plaintext-to-disk]
    log.debug({ conversation: summary.conversationId, bytes: Buffer.byteLength(summary.text) }, 'cached'); // look-alike: a size
  }

  async has(conversation: Conversation): Promise<boolean> {
    return fs.pathExists(join(this.#folder, `${conversation.id}.json`));
  }

  async markSeen(conversation: Conversation): Promise<void> {
    const name = `${slug(conversation.title)}.seen`;
    await fs.ensureFile(join(this.#folder, name)); // $ Alert[no-plaintext-to-disk]
  }

  async markRanked(conversation: Conversation): Promise<void> {
    const key = contentKey(transcriptOf(conversation));
    await fs.writeFile(join(this.#folder, key), ''); // $ Alert[no-plaintext-to-disk]
    await fs.writeFile(join(this.#folder, contentKey(conversation.id)), ''); // look-alike: a hash of an id
  }
}
