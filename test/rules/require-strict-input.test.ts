/** Input schemas: what the rule reports, and what it lets pass. */
import { requireStrictInput } from '../../rules/require-strict-input.ts';
import { testRule } from './plain-rule-tester.ts';

testRule(
  'require-strict-input',
  requireStrictInput,
  [
    [
      'strict and bounded',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(400)) }),
handle: (input) => ({ size: Object.keys(input).length }) });`,
    ],
    [
      'a bounded list',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ texts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(20)) }),
handle: (input) => ({ size: Object.keys(input).length }) });`,
    ],
    [
      'a closed list of words',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ kind: v.picklist(['a', 'b']), isNew: v.boolean(), at: v.number() }),
handle: (input) => ({ size: Object.keys(input).length }) });`,
    ],
    [
      'a text of a fixed form',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ id: v.pipe(v.string(), v.uuid()) }),
handle: (input) => ({ size: Object.keys(input).length }) });`,
    ],
    [
      'an optional text with an end',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ text: v.optional(v.pipe(v.string(), v.maxLength(4))) }),
handle: (input) => ({ size: Object.keys(input).length }) });`,
    ],
    [
      'the same methods of zod',
      `import { processor } from 'stateless-runtime'; import { z } from 'zod';
export default processor({ name: 'size', output: z.object({}),
input: z.strictObject({ text: z.string().max(20), tags: z.array(z.enum(['a'])).max(3) }),
handle: () => ({}) });`,
    ],
  ],
  [
    [
      'a schema that strips',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.object({ text: v.pipe(v.string(), v.maxLength(400)) }),
handle: (input) => ({ size: Object.keys(input).length }) });`,
      [{ messageId: 'loose', line: 4 }],
    ],
    [
      'a text without an end',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ text: v.string() }),
handle: (input) => ({ size: Object.keys(input).length }) });`,
      [{ messageId: 'unbounded', line: 4 }],
    ],
    [
      'a list without an end',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ texts: v.array(v.pipe(v.string(), v.maxLength(4))) }),
handle: (input) => ({ size: Object.keys(input).length }) });`,
      [{ messageId: 'unbounded', line: 4 }],
    ],
    [
      'a map',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ texts: v.record(v.pipe(v.string(), v.maxLength(4)), v.number()) }),
handle: (input) => ({ size: Object.keys(input).length }) });`,
      [{ messageId: 'unbounded', line: 4 }],
    ],
    [
      'an object inside a list',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
export default processor({ name: 'size', output,
input: v.strictObject({ all: v.pipe(v.array(v.object({ at: v.number() })), v.maxLength(9)) }),
handle: (input) => ({ size: Object.keys(input).length }) });`,
      [{ messageId: 'loose', line: 4 }],
    ],
    [
      'a schema by its name',
      `import { processor } from 'stateless-runtime'; import * as v from 'valibot';
const output = v.strictObject({ size: v.number() });
const schema = v.strictObject({ text: v.string() });
export default processor({ name: 'size', output,
input: schema, handle: () => ({ size: 0 }) });`,
      [{ messageId: 'unbounded', line: 5 }],
    ],
    [
      'zod without strictness',
      `import { processor } from 'stateless-runtime'; import { z } from 'zod';
export default processor({ name: 'size', output: z.object({}),
input: z.object({ text: z.string() }),
handle: () => ({}) });`,
      [
        { messageId: 'loose', line: 3 },
        { messageId: 'unbounded', line: 3 },
      ],
    ],
  ],
);
