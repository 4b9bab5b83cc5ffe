/** Where plaintext loses its tagged type: what the rule reports, and what it lets pass. */
import { noPlaintextErasure } from '../../rules/no-plaintext-erasure.ts';
import { tagged, testRule } from './plain-rule-tester.ts';

testRule(
  'no-plaintext-erasure',
  noPlaintextErasure,
  [
    [
      'a parameter that keeps the tag',
      tagged(`function show(text: Plaintext<string>): number { return text.length; } show(message.body);`),
    ],
    [
      'a generic parameter',
      tagged(`function same<T>(value: T): T { return value; } const body = same(message.body);`),
    ],
    ['an inferred variable', tagged(`const text = message.body; export { text };`)],
    [
      'a parameter that takes another member',
      tagged(`function show(one: { id: string }): string { return one.id; } show(message);`),
    ],
    ['a parameter of a library', tagged(`console.log(message.body);`)],
    ['what is no plaintext', tagged(`const id: string = message.id; export { id };`)],
    ['a template is a new text', tagged(`const line = \`from \${message.body}\`; export { line };`)],
  ],
  [
    [
      'an argument',
      tagged(`function show(text: string): number { return text.length; }
show(message.body);`),
      [
        {
          messageId: 'erased',
          line: 3,
          suggested: [
            'keepTag',
            tagged(`function show(text: Plaintext<string>): number { return text.length; }
show(message.body);`),
          ],
        },
      ],
    ],
    [
      'a variable with an annotation',
      tagged(`const text: string = message.body; export { text };`),
      [
        {
          messageId: 'erased',
          line: 2,
          suggested: ['inferType', tagged(`const text = message.body; export { text };`)],
        },
      ],
    ],
    [
      'an assertion',
      tagged(`const text = message.body as string; export { text };`),
      [{ messageId: 'erased', line: 2 }],
    ],
    [
      'a result',
      tagged(`const read = (): string => message.body; export { read };`),
      [{ messageId: 'erased', line: 2 }],
    ],
    [
      'an object that is taken as a looser one',
      tagged(`function store(one: { id: string; body: string }): void { void one; }
store(message);`),
      [{ messageId: 'erased', line: 3 }],
    ],
    [
      'any',
      tagged(`const raw: any = message.body; export { raw };`),
      [
        {
          messageId: 'erased',
          line: 2,
          suggested: ['inferType', tagged(`const raw = message.body; export { raw };`)],
        },
      ],
    ],
    [
      'a callback that asks for less',
      tagged(
        `declare const bodies: readonly Plaintext<string>[]; bodies.map((text: string) => text.length);`,
      ),
      [
        {
          messageId: 'erased',
          line: 2,
          suggested: [
            'inferType',
            tagged(`declare const bodies: readonly Plaintext<string>[]; bodies.map((text) => text.length);`),
          ],
        },
      ],
    ],
    [
      'a variable that is written again keeps its type',
      tagged(`let text: string = message.body; text = text.trim(); export { text };`),
      [{ messageId: 'erased', line: 2 }],
    ],
    [
      'a variable that is read as something else keeps its type',
      tagged(`const raw: any = message.body; raw.send(); export {};`),
      [{ messageId: 'erased', line: 2 }],
    ],
    [
      'a variable whose type has more members keeps its type',
      tagged(`const line: { body: string; note?: string } = message; export const note = line.note;`),
      [{ messageId: 'erased', line: 2 }],
    ],
    [
      'a parameter that others give a plain text keeps its type',
      tagged(`function show(text: string): number { return text.length; } show('started');
show(message.body);`),
      [{ messageId: 'erased', line: 3 }],
    ],
    [
      'a function that is handed on keeps its types',
      tagged(`function show(text: string): number { return text.length; } ['started'].map(show);
show(message.body);`),
      [{ messageId: 'erased', line: 3 }],
    ],
    [
      'a parameter that is written keeps its type',
      tagged(`function show(text: string): string { text = text.trim(); return text; }
show(message.body);`),
      [{ messageId: 'erased', line: 3 }],
    ],
    [
      'an argument of another label',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; declare const prompt: Plaintext<string, 'prompt'>;
const show = (text: string): number => text.length;
show(prompt);
`,
      [
        {
          messageId: 'erased',
          line: 3,
          suggested: [
            'keepTag',
            `import type { Plaintext } from 'eslint-plugin-stateless/tags'; declare const prompt: Plaintext<string, 'prompt'>;
const show = (text: Plaintext<string, 'prompt'>): number => text.length;
show(prompt);
`,
          ],
        },
      ],
    ],
    [
      'an argument whose member is tagged by a comment',
      `import type { Plaintext } from 'eslint-plugin-stateless/tags'; interface Draft { /** @plaintext */ readonly text: string; } declare const draft: Draft;
const show = (text: string): number => text.length; export type Tag = Plaintext<string>;
show(draft.text);
`,
      [{ messageId: 'erased', line: 3 }],
    ],
  ],
);
