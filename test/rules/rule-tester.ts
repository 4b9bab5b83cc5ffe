/** typescript-eslint's rule tester under vitest, with types, and cases whose places are told by their text. */
import type { InvalidTestCase, RunTests } from '@typescript-eslint/rule-tester';
import type { FlowRuleOptions } from '../../catalogue/policy-rules.ts';
import type { FlowRule } from '../../rules/flow-rule.ts';
import { runTyped } from './typed-tester.ts';

type Options = readonly [FlowRuleOptions];
type MessageId = 'reaches' | 'dropField' | 'useId' | 'noKind' | 'noParameter';

/** Holds a flow rule to its cases. Each is the file of `project/`, with the types of Node and of the real packages. */
export function testFlowRule(name: string, rule: FlowRule, cases: RunTests<MessageId, Options>): void {
  // The tester has its own copy of typescript-eslint's types, whose classes are other classes to the compiler.
  runTyped(name, rule as unknown as Parameters<typeof runTyped<MessageId, Options>>[1], cases);
}

/** What a flow's message says. */
export interface Expected {
  readonly source: string;
  readonly sink: string;
  /** The decisive hop, with its leading space. Empty where there is none. */
  readonly via?: string;
}

/** The tagged types that the cases speak of. */
const tags = `import type { Plaintext } from 'eslint-plugin-stateless/tags';
interface ChatMessage {
  readonly id: string;
  readonly body: Plaintext<string>;
}
declare const message: ChatMessage;
`;

/** A case: the code after the tagged types. */
export function withTags(code: string): string {
  return `${tags}${code}\n`;
}

interface Surroundings {
  readonly before?: string;
  readonly after?: string;
  readonly options?: Options;
  /** Each suggestion: its message, what it names, and what it makes of the place. */
  readonly suggestions?: readonly (readonly ['dropField' | 'useId', name: string, edited: string])[];
}

type FlowCase = InvalidTestCase<MessageId, Options>;

/**
 * A case with one report.
 * @param place the code that is reported, which stands once in the case
 */
export function flowCase(
  name: string,
  place: string,
  expected: Expected,
  { before = '', after = ';', options, suggestions = [] }: Surroundings = {},
): FlowCase {
  const code = withTags(`${before}${place}${after}`);
  const start = code.indexOf(place);
  if (code.includes(place, start + 1)) throw new Error(`${place} stands twice in the case`);
  const [begin, end] = [positionAt(code, start), positionAt(code, start + place.length)];
  const error = {
    messageId: 'reaches' as const,
    data: { via: '', ...expected },
    line: begin.line,
    column: begin.column,
    endLine: end.line,
    endColumn: end.column,
    suggestions: suggestions.map(([messageId, named, edited]) => ({
      messageId,
      data: { name: named },
      output: withTags(`${before}${edited}${after}`),
    })),
  };
  return { name, code, errors: [error], ...(options && { options }) };
}

function positionAt(code: string, offset: number): { readonly line: number; readonly column: number } {
  const before = code.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
