/** A short key for a text. A hash of a short text is as good as the text: anyone can try likely texts. */
import { createHash } from 'node:crypto';

export function contentKey(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
