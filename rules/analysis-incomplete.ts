/** Gaps: where the analysis was cut, so that silence says nothing. */
import type { TSESLint } from '@typescript-eslint/utils';
import { analysisOf } from './analysed-file.ts';
import { createRule } from './create-rule.ts';
import type { GapReason } from '../engine/index.ts';
import { clipped, locOf } from './loc.ts';
import { findTypedFile } from './typed-file.ts';

/** What a gap was cut by. Calls that nothing is known of have a rule of their own. */
const REASONS: Readonly<Record<GapReason, string | undefined>> = {
  budget: 'its budget is spent',
  depth: 'a path is too deep',
  any: "the callee is of type 'any'",
  unmodelled: undefined,
  // The first flow rule tells of it.
  tag: undefined,
};

/** Reports the places of a file where the answer of the flow rules is not complete. */
export const analysisIncomplete: TSESLint.RuleModule<'incomplete', readonly []> = createRule<
  readonly [],
  'incomplete'
>({
  name: 'analysis-incomplete',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require that the analysis of plaintext is complete: no budget spent, no callee unknown',
    },
    messages: { incomplete: 'The analysis is cut here: {{reason}} ({{detail}}).' },
    schema: [],
  },
  create(context) {
    const file = findTypedFile(context);
    if (file === undefined) return {};
    return {
      Program() {
        const analysis = analysisOf(context, file);
        if (!analysis.handlesPlaintext(file.sourceFile)) return;
        for (const { reason, place, detail } of analysis.incompleteIn(file.sourceFile)) {
          const told = REASONS[reason];
          if (told !== undefined)
            context.report({
              messageId: 'incomplete',
              data: { reason: told, detail: clipped(detail) },
              loc: locOf(place),
            });
        }
      },
    };
  },
});
