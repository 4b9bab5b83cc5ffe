/** All ways in which a file names a module: imports, re-exports, `import()`, `require`, `process.getBuiltinModule`. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { AST_NODE_TYPES } from '@typescript-eslint/utils';

/** Tells the node and the text of each. An import of types alone loads nothing. */
export function moduleListeners(
  found: (node: TSESTree.Node, name: string) => unknown,
): TSESLint.RuleListener {
  const tell = (node: TSESTree.Node, source: TSESTree.Node | null | undefined): void => {
    const text = source?.type === AST_NODE_TYPES.Literal ? source.value : undefined;
    if (typeof text === 'string') found(node, text);
  };
  return {
    ImportDeclaration(node) {
      if (node.importKind !== 'type') tell(node, node.source);
    },
    ExportNamedDeclaration(node) {
      if (node.exportKind !== 'type') tell(node, node.source);
    },
    ExportAllDeclaration(node) {
      if (node.exportKind !== 'type') tell(node, node.source);
    },
    ImportExpression(node) {
      tell(node, node.source);
    },
    TSImportEqualsDeclaration(node) {
      if (node.moduleReference.type === AST_NODE_TYPES.TSExternalModuleReference)
        tell(node, node.moduleReference.expression);
    },
    CallExpression(node) {
      if (LOADERS.has(nameOf(node.callee))) tell(node, node.arguments[0]);
    },
  };
}

const LOADERS: ReadonlySet<string> = new Set(['require', 'require.resolve', 'process.getBuiltinModule']);

function nameOf(callee: TSESTree.Node): string {
  if (callee.type === AST_NODE_TYPES.Identifier) return callee.name;
  if (callee.type !== AST_NODE_TYPES.MemberExpression || callee.computed) return '';
  const { object, property } = callee;
  if (object.type !== AST_NODE_TYPES.Identifier || property.type !== AST_NODE_TYPES.Identifier) return '';
  return `${object.name}.${property.name}`;
}
