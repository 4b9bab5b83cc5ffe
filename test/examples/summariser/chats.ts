/** Makes tagged chats for the tests of the example. */
import type { ChatMessage } from '../../../examples/summariser/chat.ts';
import { plaintext } from 'stateless-runtime';

/** Messages of one author, in order. */
export function said(...texts: readonly string[]): readonly ChatMessage[] {
  return texts.map((text) => ({ author: plaintext('member'), text: plaintext(text) }));
}
