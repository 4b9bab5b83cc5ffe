/** Follows one conversation, to tell where it stopped. */
import type { ChatMessage } from '../models/message.ts';

export class SessionTracker {
  private seen = 0;
  private lastId = '';
  private lastText = '';

  see(message: ChatMessage): void {
    this.seen += 1;
    this.lastId = message.id;
    this.lastText = message.text;
  }

  report(): void {
    console.info('%d messages, last one %s', this.seen, this.lastId); // look-alike: other fields of the same object
    console.info('stopped after "%s"', this.lastText); // $ Alert[no-plaintext-to-log]
  }
}
