/** Egress events: what the rule reports, and what it lets pass. */
import { noOpenEgress } from '../../rules/no-open-egress.ts';
import { testRule } from './plain-rule-tester.ts';

testRule(
  'no-open-egress',
  noOpenEgress,
  [
    [
      'a list of words',
      `import { bucket, count, duration, egress, flag, oneOf } from 'stateless-runtime';
import type { Field } from 'stateless-runtime'; declare const words: readonly string[]; declare const free: Field<string>; declare const plain: Field<number>;
export const events = egress({ done: { max: 1, fields: {
outcome: oneOf('done', 'empty') } } }, { maxBits: 20 });`,
    ],
    [
      'yes or no',
      `import { bucket, count, duration, egress, flag, oneOf } from 'stateless-runtime';
import type { Field } from 'stateless-runtime'; declare const words: readonly string[]; declare const free: Field<string>; declare const plain: Field<number>;
export const events = egress({ done: { max: 1, fields: {
isEmpty: flag() } } }, { maxBits: 20 });`,
    ],
    [
      'a count with a maximum',
      `import { bucket, count, duration, egress, flag, oneOf } from 'stateless-runtime';
import type { Field } from 'stateless-runtime'; declare const words: readonly string[]; declare const free: Field<string>; declare const plain: Field<number>;
export const events = egress({ done: { max: 1, fields: {
messages: count(20) } } }, { maxBits: 20 });`,
    ],
    [
      'buckets',
      `import { bucket, count, duration, egress, flag, oneOf } from 'stateless-runtime';
import type { Field } from 'stateless-runtime'; declare const words: readonly string[]; declare const free: Field<string>; declare const plain: Field<number>;
export const events = egress({ done: { max: 1, fields: {
bytes: bucket([100, 1000]), took: duration([10, 100]) } } }, { maxBits: 20 });`,
    ],
    [
      'a field that has a name',
      `import { bucket, count, duration, egress, flag, oneOf } from 'stateless-runtime';
import type { Field } from 'stateless-runtime'; declare const words: readonly string[]; declare const free: Field<string>; declare const plain: Field<number>;
const outcome = oneOf('done', 'empty');
export const events = egress({ done: { max: 1, fields: { outcome } } }, { maxBits: 20 });`,
    ],
    [
      'a function of the same name',
      `function egress(value: unknown): unknown { return value; } declare const free: string; egress({ done: { max: 1, fields: { outcome: free } } });`,
    ],
  ],
  [
    [
      'a list that is not known',
      `import { bucket, count, duration, egress, flag, oneOf } from 'stateless-runtime';
import type { Field } from 'stateless-runtime'; declare const words: readonly string[]; declare const free: Field<string>; declare const plain: Field<number>;
export const events = egress({ done: { max: 1, fields: {
outcome: oneOf(...words) } } }, { maxBits: 20 });`,
      [{ messageId: 'open', line: 4 }],
    ],
    [
      'a field of any text',
      `import { bucket, count, duration, egress, flag, oneOf } from 'stateless-runtime';
import type { Field } from 'stateless-runtime'; declare const words: readonly string[]; declare const free: Field<string>; declare const plain: Field<number>;
export const events = egress({ done: { max: 1, fields: {
outcome: free } } }, { maxBits: 20 });`,
      [{ messageId: 'open', line: 4 }],
    ],
    [
      'a field of any number',
      `import { bucket, count, duration, egress, flag, oneOf } from 'stateless-runtime';
import type { Field } from 'stateless-runtime'; declare const words: readonly string[]; declare const free: Field<string>; declare const plain: Field<number>;
export const events = egress({ done: { max: 1, fields: {
size: plain } } }, { maxBits: 20 });`,
      [{ messageId: 'open', line: 4 }],
    ],
    [
      'one among others',
      `import { bucket, count, duration, egress, flag, oneOf } from 'stateless-runtime';
import type { Field } from 'stateless-runtime'; declare const words: readonly string[]; declare const free: Field<string>; declare const plain: Field<number>;
export const events = egress({ done: { max: 1, fields: {
isEmpty: flag(), outcome: free } } }, { maxBits: 20 });`,
      [{ messageId: 'open', line: 4 }],
    ],
    [
      'two of them',
      `import { bucket, count, duration, egress, flag, oneOf } from 'stateless-runtime';
import type { Field } from 'stateless-runtime'; declare const words: readonly string[]; declare const free: Field<string>; declare const plain: Field<number>;
export const events = egress({ done: { max: 1, fields: {
size: plain, outcome: free } } }, { maxBits: 20 });`,
      [
        { messageId: 'open', line: 4 },
        { messageId: 'open', line: 4 },
      ],
    ],
    [
      'a field of its own making',
      `import { bucket, count, duration, egress, flag, oneOf } from 'stateless-runtime';
import type { Field } from 'stateless-runtime'; declare const words: readonly string[]; declare const free: Field<string>; declare const plain: Field<number>;
const made: Field<string> = { values: ['a'], find: () => 0 };
export const events = egress({ done: { max: 1, fields: { made } } }, { maxBits: 20 });`,
      [{ messageId: 'open', line: 4 }],
    ],
  ],
);
