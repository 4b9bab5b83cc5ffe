/** Declassifiers: plaintext may be released on purpose, with a reason, by code that does something to it. */
import type { TSESLint } from '@typescript-eslint/utils';
import { analysisOf } from './analysed-file.ts';
import { createRule } from './create-rule.ts';
import { clipped, locOf } from './loc.ts';
import { findTypedFile } from './typed-file.ts';

type MessageId = 'noReason' | 'returnsInput';

/** Reports declassifiers that give no reason, and those that give back what they are given. */
export const noUnjustifiedDeclassification: TSESLint.RuleModule<MessageId, readonly []> = createRule<
  readonly [],
  MessageId
>({
  name: 'no-unjustified-declassification',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow declassifiers without a reason, and those that return their input' },
    messages: {
      noReason: "'{{name}}' is to release plaintext and gives no reason, so it releases nothing.",
      returnsInput: "'{{name}}' gives back what it is given on some path: that releases nothing.",
    },
    schema: [],
  },
  create(context) {
    const file = findTypedFile(context);
    if (file === undefined) return {};
    return {
      Program() {
        for (const { place, name, reason, returnsInput } of analysisOf(context, file).declassifiers()) {
          if (place.file !== file.sourceFile.fileName || (reason !== '' && !returnsInput)) continue;
          const messageId = reason === '' ? 'noReason' : 'returnsInput';
          context.report({ messageId, data: { name: clipped(name) }, loc: locOf(place) });
        }
      },
    };
  },
});
