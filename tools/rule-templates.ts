/** The files that a new rule starts from: they have the shape of their neighbours, and fail until they say something. */

type Files = Readonly<Record<string, string>>;

/** The files by path. A name `no-plaintext-to-KIND` makes a flow rule, which is a row of the policy table. */
export function filesOfRule(name: string): Files {
  const kind = /^no-plaintext-to-(?<kind>.+)$/.exec(name)?.groups?.['kind'];
  return {
    [`rules/${name}.ts`]: kind === undefined ? ruleFile(name) : flowRuleFile(name, kind),
    [`test/rules/${name}.test.ts`]: kind === undefined ? ruleTestFile(name) : flowTestFile(name),
    [`docs/rules/${name}.md`]: pageFile(name),
    ...fixtureFiles(name),
  };
}

function flowRuleFile(name: string, kind: string): string {
  return `/** Plaintext in a sink of the kind ${kind}. */
import { flowRule } from './flow-rule.ts';

/** Reports plaintext that reaches a sink of the kind \`${kind}\`, a row of \`catalogue/kinds.ts\`. */
export const ${exportOf(name)} = flowRule('${kind}');
`;
}

function ruleFile(name: string): string {
  return `/** One sentence: what this rule is about. */
import { createRule } from './create-rule.ts';

/** Reports what, where, and why it matters. */
export const ${exportOf(name)} = createRule<readonly [], 'found'>({
  name: '${name}',
  meta: {
    type: 'problem',
    docs: { description: '' },
    messages: { found: "'{{source}}' does what it may not." },
    schema: [],
  },
  create() {
    return {};
  },
});
`;
}

function flowTestFile(name: string): string {
  return `/** What the rule reports, and what it lets pass. */
import { ${exportOf(name)} } from '../../rules/${name}.ts';
import { flowCase, testFlowRule, withTags } from './rule-tester.ts';

const client = 'declare function send(text: string): void;\\n';

testFlowRule('${name}', ${exportOf(name)}, {
  valid: [{ name: 'an identifier beside the plaintext', code: withTags(\`\${client}send(message.id);\`) }],
  invalid: [
    flowCase(
      'plaintext itself',
      'send(message.body)',
      { source: 'ChatMessage.body', sink: 'what the table calls it' },
      { before: client },
    ),
  ],
});
`;
}

function ruleTestFile(name: string): string {
  return `/** What the rule reports, and what it lets pass. */
import { join } from 'node:path';
import { RuleTester } from '@typescript-eslint/rule-tester';
import * as vitest from 'vitest';
import { ${exportOf(name)} } from '../../rules/${name}.ts';

RuleTester.afterAll = vitest.afterAll;
RuleTester.describe = vitest.describe;
RuleTester.it = vitest.it;

const parserOptions = { projectService: true, tsconfigRootDir: join(import.meta.dirname, 'project') };

const tester = new RuleTester({ languageOptions: { parserOptions } });
// The tester has its own copy of typescript-eslint's types, whose classes are other classes to the compiler.
const rule = ${exportOf(name)} as unknown as Parameters<typeof tester.run<'found', readonly []>>[1];

tester.run('${name}', rule, {
  valid: [{ name: 'what is allowed', code: 'export const opened = true;' }],
  invalid: [{ name: 'what is not', code: 'export const closed = false;', errors: [{ messageId: 'found' }] }],
});
`;
}

function pageFile(name: string): string {
  return `<!-- begin header -->

# stateless/${name}

<!-- end header -->

## Background

## Rule Details

### Incorrect

\`\`\`ts
// A sample that is reported: a test lints it.
\`\`\`

### Correct

\`\`\`ts
// A sample that is not.
\`\`\`

## Options

## Limitations

## When Not To Use It
`;
}

function fixtureFiles(name: string): Files {
  const folder = `fixtures/rules/${name}`;
  return {
    [`${folder}/tsconfig.json`]: `{ "extends": "../../tsconfig.base.json", "include": ["."] }
`,
    [`${folder}/1-message.ts`]: `import type { Plaintext } from 'eslint-plugin-stateless/tags';

export interface ChatMessage {
  readonly id: string;
  readonly body: Plaintext<string>;
}
`,
    [`${folder}/2-sink.ts`]: `import type { ChatMessage } from './1-message.ts';

export function handle(message: ChatMessage): string {
  return message.id; // $ Alert[${name}]
}
`,
  };
}

function exportOf(name: string): string {
  return name.replace(/-(?<letter>.)/g, (_, letter: string) => letter.toUpperCase());
}
