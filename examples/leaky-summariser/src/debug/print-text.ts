/** Prints one text between rulers. */
import type { Plaintext } from 'eslint-plugin-stateless/tags';

export function printText(text: Plaintext<string>): void {
  console.log('-'.repeat(40)); // look-alike: a constant
  console.log(text); // $ Alert[no-plaintext-to-log]
}
