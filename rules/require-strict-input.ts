/** The input of a processor: a schema that takes what the session needs, and not a byte more. */
import type { TSESLint } from '@typescript-eslint/utils';
import { schemaLibraries } from '../catalogue/schemas.ts';
import { schemaFaults } from '../engine/schemas/schema-faults.ts';
import type { SchemaFault } from '../engine/schemas/vocabulary.ts';
import { createRule } from './create-rule.ts';
import { clipped } from './loc.ts';
import { optionOf, runtimeFunction } from './runtime-calls.ts';
import { findTypedFile } from './typed-file.ts';

type MessageId = 'loose' | 'unbounded';

const NOUNS: Readonly<Record<SchemaFault['fault'], string>> = {
  loose: 'object',
  text: 'text',
  list: 'list',
  map: 'map',
  anything: 'value of any kind',
};

/** Reports input schemas that are not strict, and those that take a text, a list or a map without an end. */
export const requireStrictInput: TSESLint.RuleModule<MessageId, readonly []> = createRule<
  readonly [],
  MessageId
>({
  name: 'require-strict-input',
  meta: {
    type: 'problem',
    docs: { description: 'Require that the input schema of a processor is strict and bounded' },
    messages: {
      loose: 'The input schema takes unknown keys{{where}}: make the object strict.',
      unbounded: 'The input schema takes a {{noun}} without an end{{where}}: give it a maximum.',
    },
    schema: [],
  },
  create(context) {
    const file = findTypedFile(context);
    if (file === undefined) return {};
    return {
      CallExpression(node) {
        const schema =
          runtimeFunction(context.sourceCode, node) === 'processor' ? optionOf(node, 'input') : undefined;
        if (schema === undefined) return;
        for (const { fault, path } of schemaFaults(
          file.program.getTypeChecker(),
          file.nodes.get(schema),
          schemaLibraries,
        )) {
          const where = path.length === 0 ? '' : ` in '${clipped(path.join('.'))}'`;
          const messageId = fault === 'loose' ? 'loose' : 'unbounded';
          context.report({ node: schema, messageId, data: { where, noun: NOUNS[fault] } });
        }
      },
    };
  },
});
