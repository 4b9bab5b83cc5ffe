/** Reads the bodies of the smaller routes. */
import type { Feedback } from '../models/feedback.ts';
import type { WireEnvelope } from '../vendor/chat-protocol.ts';

export function readFeedback(body: unknown): Feedback {
  if (!isFeedback(body)) throw new TypeError('the body is not feedback');
  return body;
}

export function readEnvelope(body: unknown): WireEnvelope {
  if (!isEnvelope(body)) throw new TypeError('the body is not an envelope');
  return body;
}

function isFeedback(value: unknown): value is Feedback {
  return isRecord(value) && typeof value['rating'] === 'number' && isRecord(value['note']);
}

function isEnvelope(value: unknown): value is WireEnvelope {
  return isRecord(value) && typeof value['version'] === 'number' && isRecord(value['content']);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
