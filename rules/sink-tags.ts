/** JSDoc tags `@sink` that make no sink: the first flow rule that looks at a file says so. */
import type { TSESLint } from '@typescript-eslint/utils';
import { kinds } from '../catalogue/kinds.ts';
import { sinkFaultsIn } from '../engine/index.ts';
import { clipped, locOf } from './loc.ts';
import type { TypedFile } from './typed-file.ts';

export type SinkTagMessage = 'noKind' | 'noParameter';

export const sinkTagMessages: Readonly<Record<SinkTagMessage, string>> = {
  noKind:
    "'@sink {{word}}' makes no sink: a kind is the end of a flow rule's name, as 'log' of no-plaintext-to-log.",
  noParameter: "'@sink' makes no sink of '{{word}}': the function has no parameter of this name.",
};

const all: ReadonlySet<string> = new Set(kinds.map(({ kind }) => kind));

/** The texts, one for each run over a file, of which it has been said. */
const told = new WeakSet<TSESLint.SourceCode>();

export function reportSinkTags(
  context: Readonly<TSESLint.RuleContext<SinkTagMessage, readonly unknown[]>>,
  { sourceFile }: TypedFile,
): void {
  if (told.has(context.sourceCode)) return;
  told.add(context.sourceCode);
  for (const { place, fault, word } of sinkFaultsIn(sourceFile, all))
    context.report({
      messageId: fault === 'kind' ? 'noKind' : 'noParameter',
      data: { word: clipped(word) },
      loc: locOf(place),
    });
}
