/** Uses of the platform's globals: by scope, so that a file's own names are none. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { AnyRuleContext } from './typed-file.ts';

export interface GlobalUse {
  readonly node: TSESTree.Node;
  readonly name: string;
}

/** Reads of the globals of a list, and of members of `process` that are not on another. */
export function globalUses(
  { sourceCode }: AnyRuleContext,
  program: TSESTree.Program,
  globals: readonly string[],
  processMembers: readonly string[],
): readonly GlobalUse[] {
  return globalReferences(sourceCode.getScope(program)).flatMap(
    ({ identifier: node }): readonly GlobalUse[] => {
      if (globals.includes(node.name)) return [{ node, name: node.name }];
      const access = memberOf(node);
      if (access === undefined) return [];
      if (node.name === 'process' && !processMembers.includes(access.name))
        return [{ node: access.node, name: `process.${access.name}` }];
      return GLOBAL_OBJECT.has(node.name) && globals.includes(access.name) ? [access] : [];
    },
  );
}

const GLOBAL_OBJECT: ReadonlySet<string> = new Set(['globalThis', 'global']);

/** Names that no scope of the file declares: known to the linter as globals, or to nobody. */
function globalReferences(
  scope: TSESLint.Scope.Scope,
): readonly (TSESLint.Scope.Reference & { readonly identifier: TSESTree.Identifier })[] {
  let outermost = scope;
  while (outermost.upper !== null) outermost = outermost.upper;
  const declared = [...outermost.set.values()].filter(({ defs }) => defs.length === 0);
  return [...outermost.through, ...declared.flatMap(({ references }) => references)].filter(isOfValue);
}

const isOfValue = (
  reference: TSESLint.Scope.Reference,
): reference is TSESLint.Scope.Reference & { readonly identifier: TSESTree.Identifier } =>
  reference.isValueReference && reference.identifier.type === AST_NODE_TYPES.Identifier;

function memberOf(node: TSESTree.Identifier): GlobalUse | undefined {
  const { parent } = node;
  if (parent.type !== AST_NODE_TYPES.MemberExpression || parent.computed || parent.object !== node)
    return undefined;
  return parent.property.type === AST_NODE_TYPES.Identifier
    ? { node: parent, name: parent.property.name }
    : undefined;
}
