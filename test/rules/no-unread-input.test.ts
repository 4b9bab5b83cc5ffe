/** Fields that nobody reads: what the rule reports, and what it lets pass. */
import { noUnreadInput } from '../../rules/no-unread-input.ts';
import { testRule } from './plain-rule-tester.ts';

testRule(
  'no-unread-input',
  noUnreadInput,
  [
    [
      'every field is read',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(40)) }),
handle: (input) => ({ size: input.text.length }) });`,
    ],
    [
      'a field that is destructured',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(40)) }),
handle: ({ text }) => ({ size: text.length }) });`,
    ],
    [
      'a field that a helper reads',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
const sizeOf = (one: { readonly text: string }): number => one.text.length;
export default processor({ name: 'size', output, input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(40)) }), handle: (input) => ({ size: sizeOf(input) }) });`,
    ],
    [
      'an input that is handed to code without a body',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(40)) }),
handle: (input) => ({ size: JSON.stringify(input).length }) });`,
    ],
    [
      'an input that is spread',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(40)) }),
handle: (input) => ({ size: Object.keys({ ...input }).length }) });`,
    ],
    [
      'a field of a list',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ messages: v.pipe(v.array(v.strictObject({ body: v.pipe(v.string(), v.maxLength(40)) })), v.maxLength(9)) }),
handle: (input) => ({ size: input.messages.map((one) => one.body).length }) });`,
    ],
  ],
  [
    [
      'a field that is not read',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(40)), author: v.pipe(v.string(), v.maxLength(40)) }),
handle: (input) => ({ size: input.text.length }) });`,
      [{ messageId: 'unread', line: 4 }],
    ],
    [
      'two of them',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(40)), author: v.pipe(v.string(), v.maxLength(40)), phone: v.pipe(v.string(), v.maxLength(40)) }),
handle: (input) => ({ size: input.text.length }) });`,
      [
        { messageId: 'unread', line: 4 },
        { messageId: 'unread', line: 4 },
      ],
    ],
    [
      'no field at all',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ author: v.pipe(v.string(), v.maxLength(40)) }),
handle: (input) => ({ size: Number(input !== undefined) }) });`,
      [{ messageId: 'unread', line: 4 }],
    ],
    [
      'a field of a list',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ messages: v.pipe(v.array(v.strictObject({ body: v.pipe(v.string(), v.maxLength(40)), phone: v.pipe(v.string(), v.maxLength(40)) })), v.maxLength(9)) }),
handle: (input) => ({ size: input.messages.map((one) => one.body).length }) });`,
      [{ messageId: 'unread', line: 4 }],
    ],
    [
      'a field that is not destructured',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(40)), author: v.pipe(v.string(), v.maxLength(40)) }),
handle: ({ text }) => ({ size: text.length }) });`,
      [{ messageId: 'unread', line: 4 }],
    ],
    [
      'a field of an object',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ sender: v.strictObject({ name: v.pipe(v.string(), v.maxLength(40)), phone: v.pipe(v.string(), v.maxLength(40)) }) }),
handle: (input) => ({ size: input.sender.name.length }) });`,
      [{ messageId: 'unread', line: 4 }],
    ],
  ],
);
