/** `declassify`: the one reasoned way out of the type `Plaintext`, which the linter lists in its reports. */
import type { Untagged } from './plaintext.ts';

/**
 * Releases a value, for a reason that a reviewer can read; at run time it is the value itself.
 *
 * @param value what no longer holds the content, or may be known
 * @param reason at least one word; never part of the content
 * @throws TypeError without a reason
 */
export function declassify<Value>(value: Value, reason: string): Untagged<Value>;
export function declassify(value: unknown, reason: string): unknown {
  if (!/\w/.test(reason)) throw new TypeError('declassify needs a reason');
  return value;
}
