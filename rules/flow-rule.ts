/** A flow rule: what the engine says of one kind of sink, as reports of the file being linted. */
import type { JSONSchema, TSESLint } from '@typescript-eslint/utils';
import { hostPattern } from '../catalogue/allowed-hosts.ts';
import { flowMessage, flowMessageData } from '../catalogue/policy-message.ts';
import type { FlowRuleOptions } from '../catalogue/policy-rules.ts';
import { getKind, isWanted } from '../catalogue/policy-rules.ts';
import { createAnalysis } from '../engine/index.ts';
import { createRule } from './create-rule.ts';
import { askFor, policyOfFile } from './policy-of-file.ts';
import { type FlowSuggestion, suggestionsOf } from './flow-suggestions.ts';
import { locOf } from './loc.ts';
import { type SinkTagMessage, reportSinkTags, sinkTagMessages } from './sink-tags.ts';
import { findTypedFile } from './typed-file.ts';

type MessageId = 'reaches' | SinkTagMessage | FlowSuggestion['messageId'];

export type FlowRule = TSESLint.RuleModule<MessageId, readonly [FlowRuleOptions]>;

const labels: JSONSchema.JSONSchema4 = {
  description: 'Report only plaintext that carries one of these labels.',
  type: 'array',
  items: { type: 'string' },
  minItems: 1,
  uniqueItems: true,
};

const allowedHosts: JSONSchema.JSONSchema4 = {
  description: 'Hosts that may be sent plaintext, where the program names them in a constant.',
  type: 'array',
  items: { type: 'string', pattern: hostPattern },
  uniqueItems: true,
};

const schemaOf = (kind: string): JSONSchema.JSONSchema4 => ({
  type: 'object',
  properties: { labels, ...(kind === 'network' && { allowedHosts }) },
  additionalProperties: false,
});

/** Makes the rule that reports plaintext which reaches a sink of a kind. */
export function flowRule(kind: string): FlowRule {
  const { rule: name, description } = getKind(kind);
  return createRule<readonly [FlowRuleOptions], MessageId>({
    name,
    meta: {
      type: 'problem',
      docs: { description },
      messages: {
        reaches: flowMessage,
        ...sinkTagMessages,
        dropField: "Drop the field '{{name}}'.",
        useId: "Give '{{name}}' instead.",
      },
      schema: [schemaOf(kind)],
      defaultOptions: [{}],
      hasSuggestions: true,
    },
    create(context, [options]) {
      const file = findTypedFile(context);
      if (file === undefined) return {};
      askFor(kind, file.program);
      return {
        Program() {
          reportSinkTags(context, file);
          const analysis = createAnalysis(file.program, policyOfFile(context, file.program));
          for (const flow of analysis.flowsIn(file.sourceFile))
            if (flow.kind === kind && isWanted(flow, options))
              context.report({
                messageId: 'reaches',
                data: { ...flowMessageData(flow) },
                loc: locOf(flow.sink.place),
                suggest: suggestionsOf({ sourceCode: context.sourceCode, file, analysis, flow }).map(
                  ({ messageId, name, fix }) => ({ messageId, data: { name }, fix }),
                ),
              });
        },
      };
    },
  });
}
