/** What the members of a channel write. Their words must not outlive the request; ids, roles and times may. */
import type { Plaintext } from 'eslint-plugin-stateless/tags';

export interface ChatMessage {
  readonly id: string;
  readonly role: string;
  readonly sentAt: number;
  readonly text: Plaintext<string>;
}

export interface Conversation {
  readonly id: string;
  readonly channel: string;
  readonly title: Plaintext<string>;
  readonly messages: readonly ChatMessage[];
}
