/** Data that is asked for and not used: it need not have been collected. */
import type { TSESLint } from '@typescript-eslint/utils';
import { unreadFields } from '../engine/schemas/unread-fields.ts';
import { createRule } from './create-rule.ts';
import { clipped } from './loc.ts';
import { processorFiles } from './processor-files.ts';
import { optionOf, runtimeFunction } from './runtime-calls.ts';
import { findTypedFile } from './typed-file.ts';

/** Reports fields of a processor's input that its handler, and the code that it hands the input to, never read. */
export const noUnreadInput: TSESLint.RuleModule<'unread', readonly []> = createRule<readonly [], 'unread'>({
  name: 'no-unread-input',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow input fields that a processor asks for and never reads' },
    messages: {
      unread: "The processor asks for '{{field}}' and never reads it: leave it out of the input schema.",
    },
    schema: [],
  },
  create(context) {
    const file = findTypedFile(context);
    if (file === undefined) return {};
    return {
      CallExpression(node) {
        const handler =
          runtimeFunction(context.sourceCode, node) === 'processor' ? optionOf(node, 'handle') : undefined;
        if (handler === undefined) return;
        const checker = file.program.getTypeChecker();
        const files = new Set([file.sourceFile, ...processorFiles(file.program)]);
        for (const field of unreadFields(checker, file.nodes.get(handler), files))
          context.report({
            node: optionOf(node, 'input') ?? handler,
            messageId: 'unread',
            data: { field: clipped(field) },
          });
      },
    };
  },
});
