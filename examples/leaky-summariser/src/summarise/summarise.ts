/** Makes the summary of a conversation out of its best sentences, in their order. */
import { config } from '../config.ts';
import { traceRanking } from '../debug/trace-ranking.ts';
import type { Conversation } from '../models/message.ts';
import type { Summary } from '../models/summary.ts';
import { rank } from './rank.ts';
import type { Plaintext } from 'eslint-plugin-stateless/tags';

export function summarise(conversation: Conversation): Summary {
  const ranked = rank(conversation.messages);
  traceRanking(ranked);
  const best = ranked.slice(0, config.sentences).sort((left, right) => left.position - right.position);
  const text = best.map((sentence) => sentence.text).join(' ');
  return {
    conversationId: conversation.id,
    channel: conversation.channel,
    sentenceCount: best.length,
    text: text as Plaintext<string>,
  };
}
