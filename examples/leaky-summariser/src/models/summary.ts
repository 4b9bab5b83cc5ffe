/** What the service answers with. */
import type { Plaintext } from 'eslint-plugin-stateless/tags';

export interface RankedSentence {
  readonly text: Plaintext<string>;
  readonly position: number;
  readonly score: number;
}

export interface Summary {
  readonly conversationId: string;
  readonly channel: string;
  readonly sentenceCount: number;
  readonly text: Plaintext<string>;
}
