/** Calls that nothing is known of: neither a body nor a row says what becomes of the plaintext. */
import type { JSONSchema, TSESLint } from '@typescript-eslint/utils';
import { analysisOf } from './analysed-file.ts';
import { createRule } from './create-rule.ts';
import { clipped, locOf } from './loc.ts';
import { findTypedFile } from './typed-file.ts';

interface Options {
  /** Names of calls, as the message gives them, that have been looked at: `pdf.render()`. */
  readonly allow?: readonly string[];
}

const schema: JSONSchema.JSONSchema4 = {
  type: 'object',
  properties: {
    allow: {
      description: 'Names of calls, as the message gives them, that are known to keep nothing.',
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
    },
  },
  additionalProperties: false,
};

/** Reports plaintext that is handed to code with neither a body nor a model. */
export const noUnmodelledCall: TSESLint.RuleModule<'unmodelled', readonly [Options]> = createRule<
  readonly [Options],
  'unmodelled'
>({
  name: 'no-unmodelled-call',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow plaintext in calls of code that has neither a body nor a model' },
    messages: {
      unmodelled:
        "Plaintext is handed to '{{callee}}', of which nothing is known: add a row to the settings.",
    },
    schema: [schema],
    defaultOptions: [{}],
  },
  create(context, [{ allow = [] }]) {
    const file = findTypedFile(context);
    if (file === undefined) return {};
    return {
      Program() {
        for (const { reason, place, detail } of analysisOf(context, file).incompleteIn(file.sourceFile))
          if ((reason === 'unmodelled' || reason === 'any') && !allow.includes(detail))
            context.report({ messageId: 'unmodelled', data: { callee: clipped(detail) }, loc: locOf(place) });
      },
    };
  },
});
