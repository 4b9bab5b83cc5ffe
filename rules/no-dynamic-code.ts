/** Code that is made or chosen while the program runs: no analysis can see what it does with plaintext. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { ASTUtils, AST_NODE_TYPES } from '@typescript-eslint/utils';
import { analysisOf } from './analysed-file.ts';
import { createRule } from './create-rule.ts';
import { moduleListeners } from './module-listeners.ts';
import type { AnyRuleContext } from './typed-file.ts';
import { findTypedFile } from './typed-file.ts';

type MessageId = 'made' | 'chosen';

/** Reports code that is made from text, and modules that are chosen at run time, where plaintext is handled. */
export const noDynamicCode: TSESLint.RuleModule<MessageId, readonly []> = createRule<readonly [], MessageId>({
  name: 'no-dynamic-code',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow code that is made or chosen at run time where plaintext is handled' },
    messages: {
      made: "'{{name}}' runs code that is made at run time: nothing can tell what it does with plaintext.",
      chosen: 'The module to load is chosen at run time: nothing can tell what it does with plaintext.',
    },
    schema: [],
  },
  create(context) {
    const file = findTypedFile(context);
    if (file === undefined) return {};
    const found: { node: TSESTree.Node; messageId: MessageId; name: string }[] = [];
    const add = (messageId: MessageId) => (node: TSESTree.Node, name: string) => {
      found.push({ node, messageId, name });
    };
    return {
      ...moduleListeners((node, name) => MAKERS.has(name) && add('made')(node, name)),
      ...chosenListeners(add('chosen')),
      ...textListeners(add('made')),
      'Program:exit'(program) {
        for (const { node, name } of makers(context, program)) add('made')(node, name);
        if (found.length === 0 || !analysisOf(context, file).handlesPlaintext(file.sourceFile)) return;
        for (const { node, messageId, name } of found) context.report({ node, messageId, data: { name } });
      },
    };
  },
});

/** Modules that run text as code. */
const MAKERS: ReadonlySet<string> = new Set(['node:vm', 'vm', 'node:repl', 'repl', 'vm2', 'isolated-vm']);

type Found = (node: TSESTree.Node, name: string) => void;

function chosenListeners(found: Found): TSESLint.RuleListener {
  return {
    'ImportExpression:exit'(node: TSESTree.ImportExpression) {
      if (isChosen(node.source)) found(node, 'import()');
    },
    'CallExpression[callee.name="require"]'(node: TSESTree.CallExpression) {
      if (isChosen(node.arguments[0])) found(node, 'require()');
    },
  };
}

function isChosen(node: TSESTree.Node | undefined): boolean {
  if (node === undefined || node.type === AST_NODE_TYPES.Literal) return false;
  return node.type !== AST_NODE_TYPES.TemplateLiteral || node.expressions.length > 0;
}

/** `setTimeout('send()')`, and `work.constructor('return send')`. */
function textListeners(found: Found): TSESLint.RuleListener {
  return {
    'CallExpression[callee.name=/^set(?:Timeout|Interval|Immediate)$/]'(node: TSESTree.CallExpression) {
      const [first] = node.arguments;
      if (first?.type === AST_NODE_TYPES.Literal && typeof first.value === 'string')
        found(node, 'a timer with a text');
    },
    'CallExpression[callee.property.name="constructor"]'(node: TSESTree.CallExpression) {
      if (node.arguments.length > 0) found(node, 'constructor()');
    },
  };
}

const { ReferenceTracker } = ASTUtils;

const TRACED = {
  eval: { [ReferenceTracker.READ]: true },
  Function: { [ReferenceTracker.CALL]: true, [ReferenceTracker.CONSTRUCT]: true },
} as const;

function makers({ sourceCode }: AnyRuleContext, program: TSESTree.Program) {
  const tracker = new ReferenceTracker(sourceCode.getScope(program));
  return [...tracker.iterateGlobalReferences(TRACED)].map(({ node, path }) => ({
    node,
    name: path.join('.'),
  }));
}
