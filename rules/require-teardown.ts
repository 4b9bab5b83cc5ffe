/** Teardown: a session or a context ends on every way out of the code that opens it. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import { createRule } from './create-rule.ts';
import { awaitedType, disposalOf, ENDINGS, isSessionType } from './runtime-types.ts';
import { findTypedFile } from './typed-file.ts';

type MessageId = 'open' | 'dropped' | 'useUsing';

/** Reports sessions and contexts that are opened outside `using` and `try`-`finally`. */
export const requireTeardown: TSESLint.RuleModule<MessageId, readonly []> = createRule<
  readonly [],
  MessageId
>({
  name: 'require-teardown',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require that sessions and contexts are opened with `using`, or ended in `finally`',
    },
    messages: {
      open: "'{{name}}' stays open when the code below it throws: declare it with 'using', or end it in 'finally'.",
      dropped: "'{{name}}' is opened and dropped: nothing can end it.",
      useUsing: "Declare it with '{{form}}'.",
    },
    schema: [],
    hasSuggestions: true,
  },
  create(context) {
    const file = findTypedFile(context);
    if (file === undefined) return {};
    const { program, nodes } = file;
    const typeOf = (node: TSESTree.Node) => awaitedType(program.getTypeChecker(), nodes.get(node));
    return {
      VariableDeclarator(node) {
        if (node.init === null || !isOpening(node.init) || node.id.type !== AST_NODE_TYPES.Identifier) return;
        const type = typeOf(node.init);
        if (isSessionType(program, type) && !isEnded(context, node))
          context.report({
            node,
            messageId: 'open',
            data: { name: node.id.name },
            suggest: isReplaceable(context, node) ? withUsing(node, disposalOf(type)) : [],
          });
      },
      ExpressionStatement({ expression }) {
        if (isOpening(expression) && isMade(expression) && isSessionType(program, typeOf(expression)))
          context.report({ node: expression, messageId: 'dropped', data: { name: nameOf(expression) } });
      },
    };
  },
});

/** What is made, as a message gives it: `new ChatSession`. */
function nameOf(expression: TSESTree.Expression): string {
  const made = expression.type === AST_NODE_TYPES.AwaitExpression ? expression.argument : expression;
  if (made.type !== AST_NODE_TYPES.NewExpression || made.callee.type !== AST_NODE_TYPES.Identifier)
    return 'A session';
  return `new ${made.callee.name}`;
}

/** A call that makes something: what is merely read is somebody else's to end. */
function isOpening(node: TSESTree.Expression): boolean {
  const made = node.type === AST_NODE_TYPES.AwaitExpression ? node.argument : node;
  return made.type === AST_NODE_TYPES.NewExpression || made.type === AST_NODE_TYPES.CallExpression;
}

const isMade = (node: TSESTree.Expression): boolean => {
  const made = node.type === AST_NODE_TYPES.AwaitExpression ? node.argument : node;
  return made.type === AST_NODE_TYPES.NewExpression;
};

function isEnded(
  { sourceCode }: Readonly<TSESLint.RuleContext<MessageId, readonly []>>,
  node: TSESTree.VariableDeclarator,
): boolean {
  const { parent } = node;
  if (parent.kind.includes('using')) return true;
  const [variable] = sourceCode.getDeclaredVariables(node);
  return (
    variable?.references.some(
      ({ identifier }) => isHandedOver(identifier) || isEndedInFinally(identifier),
    ) === true
  );
}

/** Given back, given to a stack of disposables, or kept by another owner: then it is theirs to end. */
function isHandedOver(identifier: TSESTree.Node): boolean {
  const { parent } = identifier;
  if (isGivenBack(identifier)) return true;
  if (parent?.type !== AST_NODE_TYPES.CallExpression || parent.callee === identifier) return false;
  const { callee } = parent;
  return (
    callee.type === AST_NODE_TYPES.MemberExpression &&
    callee.property.type === AST_NODE_TYPES.Identifier &&
    (callee.property.name === 'use' || callee.property.name === 'adopt')
  );
}

/** As it is, or as a part of what is given back. */
function isGivenBack(identifier: TSESTree.Node): boolean {
  let node = identifier;
  while (node.parent !== undefined && PARTS.has(node.parent.type)) node = node.parent;
  const { parent } = node;
  if (parent?.type === AST_NODE_TYPES.ArrowFunctionExpression) return parent.body === node;
  return parent?.type === AST_NODE_TYPES.ReturnStatement;
}

const PARTS: ReadonlySet<string> = new Set([
  AST_NODE_TYPES.ArrayExpression,
  AST_NODE_TYPES.ObjectExpression,
  AST_NODE_TYPES.Property,
  AST_NODE_TYPES.TSAsExpression,
]);

function isEndedInFinally(identifier: TSESTree.Node): boolean {
  const access = identifier.parent;
  if (access?.type !== AST_NODE_TYPES.MemberExpression || access.object !== identifier) return false;
  if (
    !access.computed &&
    access.property.type === AST_NODE_TYPES.Identifier &&
    !ENDINGS.has(access.property.name)
  )
    return false;
  for (let node: TSESTree.Node = access; node.type !== AST_NODE_TYPES.Program; node = node.parent)
    if (node.parent.type === AST_NODE_TYPES.TryStatement && node.parent.finalizer === node) return true;
  return false;
}

/** `using` is a constant of a block or module, and nothing that is exported; `await` needs a place that may wait. */
function isReplaceable(
  { sourceCode }: Readonly<TSESLint.RuleContext<MessageId, readonly []>>,
  node: TSESTree.VariableDeclarator,
): boolean {
  const [variable] = sourceCode.getDeclaredVariables(node);
  const isConstant = variable?.references.every((use) => use.init === true || use.isReadOnly()) === true;
  const isVisibleOutside = node.parent.kind === 'var' || !BLOCKS.has(node.parent.parent.type);
  return isConstant && !isVisibleOutside;
}

const BLOCKS: ReadonlySet<string> = new Set([
  AST_NODE_TYPES.BlockStatement,
  AST_NODE_TYPES.Program,
  AST_NODE_TYPES.StaticBlock,
]);

/** Whether the code around a declaration may wait: an async function, or a module's own. */
function mayWait(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent === undefined || parent.type === AST_NODE_TYPES.Program) return true;
  if (parent.type === AST_NODE_TYPES.StaticBlock || parent.type === AST_NODE_TYPES.PropertyDefinition)
    return false;
  return 'async' in parent ? parent.async : mayWait(parent);
}

function withUsing(node: TSESTree.VariableDeclarator, form: 'using' | 'await using' | undefined) {
  const { parent } = node;
  if (form === undefined || parent.declarations.length > 1) return [];
  if (form === 'await using' && !mayWait(node)) return [];
  const range: TSESTree.Range = [parent.range[0], parent.range[0] + parent.kind.length];
  return [
    {
      messageId: 'useUsing' as const,
      data: { form },
      fix: (fixer: TSESLint.RuleFixer) => fixer.replaceTextRange(range, form),
    },
  ];
}
