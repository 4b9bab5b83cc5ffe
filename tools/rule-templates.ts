/** The files that a new rule starts from: they have the shape of their neighbours, and fail until they say something. */

type Files = Readonly<Record<string, string>>;

/** The files by path. A name `no-plaintext-to-KIND` makes a flow rule, which is a row of the policy table. */
export function filesOfRule(name: string): Files {
  const kind = /^no-plaintext-to-(?<kind>.+)$/.exec(name)?.groups?.['kind'];
  return {
    [`rules/${name}.ts`]: kind === undefined ? ruleFile(name) : flowRuleFile(name, kind),
    [`test/rules/${name}.test.ts`]: testFile(name),
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
    defaultOptions: [],
  },
  create() {
    return {};
  },
});
`;
}

function testFile(name: string): string {
  return `/** What the rule reports, and what it lets pass. */
import { describe, expect, test } from 'vitest';
import plugin from '../../rules/index.ts';
import { readExpectations } from '../expectations.ts';
import { readFixtureFiles } from '../fixtures.ts';

describe('${name}', () => {
  test('is a rule of the plugin', () => {
    expect(Object.keys(plugin.rules)).toContain('${name}');
  });

  test('has a fixture that expects a report', () => {
    const files = Object.entries(readFixtureFiles('rules/${name}'));
    expect(files.flatMap(([file, text]) => readExpectations(file, text))).not.toEqual([]);
  });
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
\`\`\`

### Correct

\`\`\`ts
\`\`\`

## Options

## Limitations

## When Not To Use It
`;
}

function fixtureFiles(name: string): Files {
  const folder = `fixtures/rules/${name}`;
  return {
    [`${folder}/tsconfig.json`]: `${JSON.stringify({ extends: '../../tsconfig.base.json', include: ['.'] }, null, 2)}\n`,
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
