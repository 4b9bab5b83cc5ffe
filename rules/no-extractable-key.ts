/** Session keys that can be taken out of the engine: then they can be stored, sent, and used after their session. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { JSONSchema } from '@typescript-eslint/utils';
import type ts from 'typescript';
import { analysisOf } from './analysed-file.ts';
import { createRule } from './create-rule.ts';
import { isKey } from './key-labels.ts';
import { findTypedFile, type TypedFile } from './typed-file.ts';

type MessageId = 'extractable' | 'exported' | 'makeFixed';

interface Options {
  /** `labelled`: keys whose type carries the label `key`. `all`: every key. */
  readonly keys?: 'labelled' | 'all';
}

const schema: JSONSchema.JSONSchema4 = {
  type: 'object',
  properties: {
    keys: { description: 'Which keys are held to it.', type: 'string', enum: ['labelled', 'all'] },
  },
  additionalProperties: false,
};

/** Where the argument `extractable` of the methods of SubtleCrypto stands. */
const EXTRACTABLE: ReadonlyMap<string, number> = new Map([
  ['generateKey', 1],
  ['importKey', 3],
  ['deriveKey', 3],
  ['unwrapKey', 5],
  ['decapsulateKey', 3],
]);

/** Which argument of a call is a key that leaves the engine. -1 is what the method is called on. */
const EXPORTING: ReadonlyMap<string, number> = new Map([
  ['exportKey', 1],
  ['wrapKey', 1],
  ['from', 0],
  ['toCryptoKey', -1],
  ['export', -1],
]);

/** Reports session keys that are made extractable, and those that are exported. */
export const noExtractableKey: TSESLint.RuleModule<MessageId, readonly [Options]> = createRule<
  readonly [Options],
  MessageId
>({
  name: 'no-extractable-key',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow session keys that are extractable, exported or wrapped' },
    messages: {
      extractable: "The session key that '{{method}}' makes is extractable: it can outlive its session.",
      exported: "'{{method}}' takes a session key out of the engine: it can outlive its session.",
      makeFixed: "Make it with 'extractable: false'.",
    },
    schema: [schema],
    defaultOptions: [{}],
    hasSuggestions: true,
  },
  create(context, [{ keys = 'labelled' }]) {
    const file = findTypedFile(context);
    if (file === undefined) return {};
    const isSessionKey = (node: TSESTree.Node): boolean =>
      keys === 'all' || isKey(file, analysisOf(context, file), node);
    return {
      CallExpression(node) {
        const method = methodOf(node);
        if (!METHODS.has(method) || isOfOthers(file, node, method)) return;
        const flag = node.arguments[EXTRACTABLE.get(method) ?? -1];
        if (flag?.type === AST_NODE_TYPES.Literal && flag.value === true && isSessionKey(node))
          context.report({ node, messageId: 'extractable', data: { method }, suggest: withFalse(flag) });
        const key = exportedBy(node, method);
        if (key !== undefined && isSessionKey(key))
          context.report({ node, messageId: 'exported', data: { method: nameOf(method) } });
      },
    };
  },
});

/** A method as a message names it. */
const nameOf = (method: string): string => (method === 'from' ? 'KeyObject.from' : method);

function methodOf({ callee }: TSESTree.CallExpression): string {
  if (callee.type !== AST_NODE_TYPES.MemberExpression || callee.property.type !== AST_NODE_TYPES.Identifier)
    return '';
  return callee.property.name;
}

const METHODS: ReadonlySet<string> = new Set([...EXTRACTABLE.keys(), ...EXPORTING.keys()]);

/** Whether a method is one of something else than keys and the engine's own interface. */
function isOfOthers(
  { program, nodes }: TypedFile,
  { callee }: TSESTree.CallExpression,
  method: string,
): boolean {
  if (callee.type !== AST_NODE_TYPES.MemberExpression) return true;
  const { declarations } = program.getTypeChecker().getSymbolAtLocation(nodes.get(callee.property)) ?? {};
  // What has no type may be the engine's; `from` is a name of many.
  return declarations === undefined ? method === 'from' : !declarations.some(isOfEngine);
}

function isOfEngine(declaration: ts.Declaration): boolean {
  if (!declaration.getSourceFile().isDeclarationFile) return false;
  const owner: ts.Node & { readonly name?: ts.Node } = declaration.parent;
  return OWNERS.has(owner.name?.getText() ?? '');
}

const OWNERS: ReadonlySet<string> = new Set(['SubtleCrypto', 'KeyObject']);

function exportedBy(
  { callee, arguments: given }: TSESTree.CallExpression,
  method: string,
): TSESTree.Node | undefined {
  const place = EXPORTING.get(method);
  if (place === undefined) return undefined;
  if (place >= 0) return given[place];
  return callee.type === AST_NODE_TYPES.MemberExpression ? callee.object : undefined;
}

function withFalse(flag: TSESTree.Node) {
  return [
    { messageId: 'makeFixed' as const, fix: (fixer: TSESLint.RuleFixer) => fixer.replaceText(flag, 'false') },
  ];
}
