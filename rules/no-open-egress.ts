/** Egress events: what leaves in the clear has a closed domain, or it can carry anything. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import { createRule } from './create-rule.ts';
import { runtimeFunction } from './runtime-calls.ts';
import type { TypedFile } from './typed-file.ts';
import { findTypedFile } from './typed-file.ts';

/** Fields of the runtime that are closed, whatever they are given. */
const CLOSED: ReadonlySet<string> = new Set(['flag', 'count', 'bucket', 'duration']);

/** Reports fields of egress events whose domain is not closed: a free text, a number without bounds. */
export const noOpenEgress: TSESLint.RuleModule<'open', readonly []> = createRule<readonly [], 'open'>({
  name: 'no-open-egress',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow egress events with a field whose domain is not closed' },
    messages: {
      open: "The field '{{field}}' of an egress event can be any {{type}}: list its values, or bucket them.",
    },
    schema: [],
  },
  create(context) {
    const file = findTypedFile(context);
    if (file === undefined) return {};
    return {
      CallExpression(node) {
        if (runtimeFunction(context.sourceCode, node) !== 'egress') return;
        for (const [name, field] of fieldsOf(node)) {
          const type = isClosed(context.sourceCode, field) ? undefined : openType(file, field);
          if (type !== undefined)
            context.report({ node: field, messageId: 'open', data: { field: name, type } });
        }
      },
    };
  },
});

/** The fields of all events, as they are written. */
function fieldsOf({
  arguments: [events],
}: TSESTree.CallExpression): readonly (readonly [string, TSESTree.Node])[] {
  return membersOf(events).flatMap(([, event]) =>
    membersOf(event).flatMap(([name, fields]) => (name === 'fields' ? membersOf(fields) : [])),
  );
}

function membersOf(node: TSESTree.Node | undefined): readonly (readonly [string, TSESTree.Node])[] {
  if (node?.type !== AST_NODE_TYPES.ObjectExpression) return [];
  return node.properties.flatMap((member) => {
    if (member.type !== AST_NODE_TYPES.Property) return [];
    const name = member.key.type === AST_NODE_TYPES.Identifier ? member.key.name : '';
    return [[name, member.value] as const];
  });
}

function isClosed(sourceCode: Readonly<TSESLint.SourceCode>, field: TSESTree.Node): boolean {
  return field.type === AST_NODE_TYPES.CallExpression && CLOSED.has(runtimeFunction(sourceCode, field) ?? '');
}

/** The type of the values that a handler may give, where it has no end. */
function openType({ program, nodes }: TypedFile, field: TSESTree.Node): string | undefined {
  const checker = program.getTypeChecker();
  const type = checker.getTypeAtLocation(nodes.get(field));
  const given = checker.getPropertyOfType(type, 'given');
  if (given === undefined) return undefined;
  const parts = checker.typeToString(checker.getTypeOfSymbol(given)).split(' | ');
  return parts.find((part) => OPEN.has(part));
}

const OPEN: ReadonlySet<string> = new Set(['string', 'number', 'bigint', 'unknown', 'any', 'object']);
