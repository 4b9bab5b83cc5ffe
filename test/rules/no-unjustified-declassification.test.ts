/** Declassifiers: what the rule reports, and what it lets pass. */
import { noUnjustifiedDeclassification } from '../../rules/no-unjustified-declassification.ts';
import { tagged, testRule } from './plain-rule-tester.ts';

testRule(
  'no-unjustified-declassification',
  noUnjustifiedDeclassification,
  [
    [
      'a reason and another value',
      tagged(`/** @declassifies the class of a text is public by policy */
function classify(text: string): string { return text.length > 10 ? "long" : "short"; } classify(message.body);`),
    ],
    [
      'a reason over several lines',
      tagged(`/**
 * Tells the class.
 * @declassifies the class is public,
 *   as our policy says
 */
function classify(text: string): string { return text.length > 10 ? "long" : "short"; } classify(message.body);`),
    ],
    [
      'a release with a reason',
      tagged(
        `import { declassify } from 'stateless-runtime'; declassify(message.body, 'shown to its author');`,
      ),
    ],
    [
      'a reason on a declared function',
      tagged(`/** @declassifies the sealed form is ciphertext */
declare function seal(text: string): string; seal(message.body);`),
    ],
    [
      'a comment that speaks of the tag',
      tagged(`// a function with @declassifies would be listed
function size(text: string): number { return text.length; } size(message.body);`),
    ],
    ['no declassifier at all', tagged(`export const size = message.body.length;`)],
  ],
  [
    [
      'no reason',
      tagged(`/** @declassifies */
function classify(text: string): string { return text.length > 10 ? "long" : "short"; }
classify(message.body);`),
      [{ messageId: 'noReason', line: 3 }],
    ],
    [
      'spaces are no reason',
      tagged(`/**
 * @declassifies
 */
function classify(text: string): string { return text.length > 10 ? "long" : "short"; }
classify(message.body);`),
      [{ messageId: 'noReason', line: 5 }],
    ],
    [
      'one that gives back its input',
      tagged(`/** @declassifies the class of a text is public by policy */
function classify(text: string): string { return text; }
classify(message.body);`),
      [{ messageId: 'returnsInput', line: 3 }],
    ],
    [
      'one that gives back its input on one path',
      tagged(`/** @declassifies the class of a text is public by policy */
function mask(text: string): string { return text.length < 4 ? text : "***"; }
mask(message.body);`),
      [{ messageId: 'returnsInput', line: 3 }],
    ],
    [
      'a method',
      tagged(`class Policy {
  /** @declassifies */
  label(text: string): string { return String(text.length); }
}
new Policy().label(message.body);`),
      [{ messageId: 'noReason', line: 4 }],
    ],
    [
      'an arrow function',
      tagged(`/** @declassifies */
const label = (text: string): string => String(text.length);
label(message.body);`),
      [{ messageId: 'noReason', line: 3 }],
    ],
  ],
);
