/** Narrowing: what a type guard has told about a name, where the name is read. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { typedValue } from '../inputs.ts';
import { isKnownClean } from '../values/clean.ts';
import { type Value, isNothing, join, mapAtoms } from '../values/value.ts';

/** The value of a name as its type is at this place: a tagged type speaks up, a clean part of a union is silent. */
export function narrowed(
  activation: Activation,
  value: Value,
  node: ts.Identifier,
  declaration: ts.Declaration,
): Value {
  const { oracle, scopes } = activation.engine;
  if (!oracle.hasTags || !scopes.isTested(activation.unit, node.text)) return value;
  const name = ts.getNameOfDeclaration(declaration);
  const declared = name === undefined ? undefined : oracle.treeAt(name);
  const here = oracle.treeAt(node);
  if (here !== undefined)
    return declared === undefined ? join(value, typedValue(activation, node, !isNothing(value))) : value;
  if (!isTypeTagged(activation, name) || isOpenType(activation, node)) return value;
  return mapAtoms(value, (atom) =>
    atom.reach === 'content' || atom.origin.kind === 'source' ? atom : undefined,
  );
}

/** Only where the type itself has the tag does its absence here tell anything: a tag that a declaration gives stays. */
function isTypeTagged({ engine }: Activation, name: ts.Node | undefined): boolean {
  const { checker, oracle } = engine;
  return name !== undefined && oracle.treeOf(checker.getTypeAtLocation(name)) !== undefined;
}

function isOpenType(activation: Activation, node: ts.Node): boolean {
  return (
    (activation.engine.checker.getTypeAtLocation(node).flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !==
    0
  );
}

/** A member of a tested name may have been narrowed itself. */
export function narrowedMember(
  activation: Activation,
  value: Value,
  node: ts.PropertyAccessExpression,
): Value {
  const { oracle, scopes } = activation.engine;
  const root = rootName(node);
  if (!oracle.hasTags || root === undefined || isKnownClean(value)) return value;
  if (!scopes.isTested(activation.unit, root)) return value;
  return join(value, typedValue(activation, node, !isNothing(value)));
}

function rootName(node: ts.PropertyAccessExpression): string | undefined {
  let root: ts.Expression = node;
  while (ts.isPropertyAccessExpression(root)) root = root.expression;
  if (root.kind === ts.SyntaxKind.ThisKeyword) return 'this';
  return ts.isIdentifier(root) ? root.text : undefined;
}
