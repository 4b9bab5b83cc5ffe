/** Erasures: places where plaintext loses its tagged type, so that the next reader cannot know what it is. */
import type { TSESLint } from '@typescript-eslint/utils';
import { analysisOf } from './analysed-file.ts';
import { createRule } from './create-rule.ts';
import { findUntyping } from './erasure-suggestions.ts';
import { clipped, locOf } from './loc.ts';
import { findTypedFile } from './typed-file.ts';

type MessageId = 'erased' | 'inferType' | 'keepTag';

/** Reports where a value loses its tagged type while it keeps its label. */
export const noPlaintextErasure: TSESLint.RuleModule<MessageId, readonly []> = createRule<
  readonly [],
  MessageId
>({
  name: 'no-plaintext-erasure',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow calls, assignments, results and assertions in which plaintext loses its tagged type',
    },
    messages: {
      erased: "'{{source}}' loses its tagged type: it is taken as '{{as}}'.",
      inferType: 'Leave the type to be inferred.',
      keepTag: "Write the type as '{{type}}'.",
    },
    schema: [],
    hasSuggestions: true,
  },
  create(context) {
    const file = findTypedFile(context);
    if (file === undefined) return {};
    return {
      Program() {
        const { sourceCode } = context;
        const analysis = analysisOf(context, file);
        for (const erasure of analysis.erasuresIn(file.sourceFile))
          context.report({
            messageId: 'erased',
            data: { source: clipped(erasure.source), as: clipped(erasure.as) },
            loc: locOf(erasure.place),
            suggest: findUntyping({ sourceCode, file, analysis }, erasure).map(
              ({ messageId, type, range, text }) => ({
                messageId,
                data: { type },
                fix: (fixer: TSESLint.RuleFixer) => fixer.replaceTextRange(range, text),
              }),
            ),
          });
      },
    };
  },
});
