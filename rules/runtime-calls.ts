/** Calls of the runtime's public functions, by the import that their name comes from. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { AST_NODE_TYPES } from '@typescript-eslint/utils';

const RUNTIME = 'stateless-runtime';

/** The name under which the runtime exports what a call calls, or undefined for any other callee. */
export function runtimeFunction(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { callee }: TSESTree.CallExpression,
): string | undefined {
  if (callee.type !== AST_NODE_TYPES.Identifier) return undefined;
  const reference = sourceCode.getScope(callee).references.find(({ identifier }) => identifier === callee);
  const definition = reference?.resolved?.defs[0];
  if (definition?.node.type !== AST_NODE_TYPES.ImportSpecifier) return undefined;
  const { imported, parent } = definition.node;
  if (parent.type !== AST_NODE_TYPES.ImportDeclaration || parent.source.value !== RUNTIME) return undefined;
  return imported.type === AST_NODE_TYPES.Identifier ? imported.name : imported.value;
}

/** A member of the object that a call is given. */
export function optionOf(
  { arguments: [options] }: TSESTree.CallExpression,
  name: string,
): TSESTree.Node | undefined {
  if (options?.type !== AST_NODE_TYPES.ObjectExpression) return undefined;
  for (const member of options.properties) {
    if (member.type !== AST_NODE_TYPES.Property || member.key.type !== AST_NODE_TYPES.Identifier) continue;
    if (member.key.name === name) return member.value;
  }
  return undefined;
}
