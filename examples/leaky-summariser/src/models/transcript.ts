/** A conversation as text, and short names made from text. */
import type { Conversation } from './message.ts';

export function transcriptOf(conversation: Conversation): string {
  return conversation.messages.map((message) => `${message.role}: ${message.text}`).join('\n');
}

export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40);
}
