/** Reads a request body into a conversation. */
import type { ChatMessage, Conversation } from './message.ts';

const longest = 4000;

export function readConversation(body: unknown): Conversation {
  if (!isConversation(body)) throw new TypeError('the body is not a conversation');
  for (const message of body.messages) assertReadable(message);
  return body;
}

function assertReadable(message: ChatMessage): void {
  if (message.text.length > longest) throw new RangeError(`message is too long: "${message.text}"`);
}

function isConversation(value: unknown): value is Conversation {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    typeof value['channel'] === 'string' &&
    typeof value['title'] === 'string' &&
    Array.isArray(value['messages']) &&
    value['messages'].every(isMessage)
  );
}

function isMessage(value: unknown): value is ChatMessage {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    typeof value['role'] === 'string' &&
    typeof value['sentAt'] === 'number' &&
    typeof value['text'] === 'string'
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
