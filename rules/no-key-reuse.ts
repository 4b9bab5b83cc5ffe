/** Keys, contexts and sessions that outlive their session: kept by a module or an object, or used after their end. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { ASTUtils, AST_NODE_TYPES } from '@typescript-eslint/utils';
import { analysisOf } from './analysed-file.ts';
import { createRule } from './create-rule.ts';
import { isKey, mayHoldKeys } from './key-labels.ts';
import { clipped, locOf } from './loc.ts';
import { askFor } from './policy-of-file.ts';
import { awaitedType, ENDINGS, isSessionType } from './runtime-types.ts';
import type { TypedFile } from './typed-file.ts';
import { findTypedFile } from './typed-file.ts';

type MessageId = 'kept' | 'usedAfter';
type Context = Readonly<TSESLint.RuleContext<MessageId, readonly []>>;

/** Reports keys, contexts and sessions that are kept beyond their session, and those that are used after teardown. */
export const noKeyReuse: TSESLint.RuleModule<MessageId, readonly []> = createRule<readonly [], MessageId>({
  name: 'no-key-reuse',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow keys, contexts and sessions that are kept beyond their session or used after its end',
    },
    messages: {
      kept: "'{{name}}' belongs to one session and is kept beyond it.",
      usedAfter: "'{{name}}' is used after it was ended.",
    },
    schema: [],
  },
  create(context) {
    const file = findTypedFile(context);
    if (file === undefined) return {};
    if (mayHoldKeys(file.program)) askFor('module-state', file.program);
    return {
      Program() {
        reportKeptKeys(context, file);
      },
      AssignmentExpression(node) {
        if (isKeptPlace(context, node.left)) reportKept(context, file, node, node.right);
      },
      'CallExpression[callee.property.name=/^(?:add|push|set|unshift)$/]'(node: TSESTree.CallExpression) {
        const { callee } = node;
        if (callee.type !== AST_NODE_TYPES.MemberExpression || !isKeptPlace(context, callee.object)) return;
        for (const argument of node.arguments) reportKept(context, file, node, argument);
      },
      VariableDeclarator(node) {
        reportUsesAfterEnd(context, file, node);
      },
    };
  },
});

/** Keys by their label, wherever the value flow takes them. */
function reportKeptKeys(context: Context, file: TypedFile): void {
  if (!mayHoldKeys(file.program)) return;
  for (const { kind, labels, source, sink } of analysisOf(context, file).flowsIn(file.sourceFile))
    if (kind === 'module-state' && labels.includes('key'))
      context.report({ messageId: 'kept', data: { name: clipped(source.name) }, loc: locOf(sink.place) });
}

/** Sessions and contexts by their type. */
function reportKept(context: Context, file: TypedFile, node: TSESTree.Node, value: TSESTree.Node): void {
  const { program, nodes, sourceFile } = file;
  if (!analysisOf(context, file).handlesPlaintext(sourceFile)) return;
  if (isSessionType(program, awaitedType(program.getTypeChecker(), nodes.get(value))))
    context.report({ node, messageId: 'kept', data: { name: clipped(context.sourceCode.getText(value)) } });
}

/** A name of the module, or a member of the one object that it makes of a class: it outlives the session. */
function isKeptPlace(context: Context, target: TSESTree.Node): boolean {
  const { sourceCode } = context;
  let first = target;
  while (first.type === AST_NODE_TYPES.MemberExpression) first = first.object;
  if (first.type === AST_NODE_TYPES.ThisExpression) return first !== target && isMadeOnce(context, first);
  if (first.type !== AST_NODE_TYPES.Identifier) return false;
  const { name } = first;
  let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(first);
  while (scope !== null && !scope.set.has(name)) scope = scope.upper;
  return scope === null || isOutermost(scope);
}

/** Whether the module makes an instance of the class around `this` in a statement of its own. */
function isMadeOnce({ sourceCode }: Context, self: TSESTree.Node): boolean {
  let owner: TSESTree.Node | undefined = self;
  // A program's parent is null, whatever its type says: `this` of a function stands in no class.
  while (owner && !ASTUtils.isNodeOfType(AST_NODE_TYPES.ClassDeclaration)(owner)) owner = owner.parent;
  const variable = owner && sourceCode.getDeclaredVariables(owner)[0];
  return (
    variable?.references.some(({ identifier, from }) => {
      const isMade = identifier.parent.type === AST_NODE_TYPES.NewExpression;
      return isMade && isOutermost(from);
    }) === true
  );
}

/** `context.close()` as a statement, and the name again behind it in the same block. */
function reportUsesAfterEnd(context: Context, file: TypedFile, node: TSESTree.VariableDeclarator): void {
  if (node.id.type !== AST_NODE_TYPES.Identifier || node.init === null) return;
  const [variable] = context.sourceCode.getDeclaredVariables(node);
  const ends = variable?.references.flatMap(({ identifier }) => endOf(identifier) ?? []) ?? [];
  if (variable === undefined || ends.length === 0 || !isOfSession(context, file, node.id)) return;
  for (const { identifier } of variable.references)
    if (ends.some((end) => isBehind(identifier, end)))
      context.report({ node: identifier, messageId: 'usedAfter', data: { name: variable.name } });
}

function isOfSession(context: Context, file: TypedFile, id: TSESTree.Identifier): boolean {
  if (!analysisOf(context, file).handlesPlaintext(file.sourceFile)) return false;
  const type = file.program.getTypeChecker().getTypeAtLocation(file.nodes.get(id));
  return isSessionType(file.program, type) || isKey(file, analysisOf(context, file), id);
}

function endOf(identifier: TSESTree.Node): TSESTree.ExpressionStatement | undefined {
  const access = identifier.parent;
  if (access?.type !== AST_NODE_TYPES.MemberExpression || access.object !== identifier) return undefined;
  const isEnding = access.property.type === AST_NODE_TYPES.Identifier && ENDINGS.has(access.property.name);
  const isDisposal = access.computed && access.property.type === AST_NODE_TYPES.MemberExpression;
  const call = access.parent;
  if (!(isEnding || isDisposal) || call.type !== AST_NODE_TYPES.CallExpression) return undefined;
  const outer = call.parent.type === AST_NODE_TYPES.AwaitExpression ? call.parent.parent : call.parent;
  return outer.type === AST_NODE_TYPES.ExpressionStatement ? outer : undefined;
}

function isBehind(identifier: TSESTree.Node, end: TSESTree.ExpressionStatement): boolean {
  const block = end.parent;
  if (identifier.range[0] <= end.range[1] || identifier.range[0] > block.range[1]) return false;
  return endOf(identifier) === undefined;
}

const isOutermost = ({ type }: TSESLint.Scope.Scope): boolean => ['module', 'global'].includes(type);
