/** Collects lines and writes them in one go. */
import { appendFileSync } from 'node:fs';
import { log } from '../logging/logger.ts';
import { formatMessage } from '../logging/format-message.ts';
import type { ChatMessage } from '../models/message.ts';

export class BatchWriter {
  readonly #file: string;
  #lines: string[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  add(message: ChatMessage): void {
    this.#lines.push(formatMessage(message));
    if (this.#lines.length >= 100) this.flush();
  }

  flush(): void {
    appendFileSync(this.#file, this.#lines.join('\n')); // $ Alert[no-plaintext-to-disk]
    log.debug({ file: this.#file, lines: this.#lines.length }, 'flushed'); // look-alike: a path and a count
    this.#lines = [];
  }
}
