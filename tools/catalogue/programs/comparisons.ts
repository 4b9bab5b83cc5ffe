/** Comparisons by lodash and ramda: what is compared is as it was. */
import _ from 'lodash';
import isEqual from 'lodash/isEqual';
import * as R from 'ramda';
import type { Plaintext } from 'eslint-plugin-stateless/tags';
interface Message { readonly id: string; readonly body: Plaintext<string>; readonly at: number }
export function same(message: Message, other: { id: string; body: string }, last: { id: string; note?: string }): boolean {
  const isSame = _.isEqual(message, other);
  console.log(message.id, other.id, other.body, isSame);
  if (isEqual(message.body, last)) console.log(last.id, message.at);
  console.log(_.isEmpty(message), _.has(message, 'x'), _.includes(message.body, 'x'));
  console.log(message.id, R.equals(message, last as Message), last.id);
  console.log(R.includes('x', message.body), R.isNil(message.body));
  console.log(message.body); // $ Alert[no-plaintext-to-log]
  return isSame;
}
