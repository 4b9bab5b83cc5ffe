/** One message as one line. */
import type { ChatMessage } from '../models/message.ts';

export function formatMessage(message: ChatMessage): string {
  const time = new Date(message.sentAt).toISOString();
  return `[${time}] <${message.role}> ${message.text}`;
}

export function formatHeader(message: ChatMessage): string {
  const time = new Date(message.sentAt).toISOString();
  return `[${time}] <${message.role}> ${message.id}`;
}
