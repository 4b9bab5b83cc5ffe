/** Narrowing: what a type guard has told about a name, where the name is read. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { restOf } from './rest-of.ts';
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
  if (!scopes.isTested(activation.unit, node.text)) return value;
  const name = ts.getNameOfDeclaration(declaration);
  if (name !== undefined && isHandedOn(node)) return partOf(activation, value, node, name);
  return oracle.hasTags ? byTag(activation, value, node, name) : value;
}

function byTag(activation: Activation, value: Value, node: ts.Identifier, name: ts.Node | undefined): Value {
  const { oracle } = activation.engine;
  const declared = name === undefined ? undefined : oracle.treeAt(name);
  const here = oracle.treeAt(node);
  if (here !== undefined)
    return declared === undefined ? join(value, typedValue(activation, node, !isNothing(value))) : value;
  if (!isTypeTagged(activation, name) || isOpenType(activation, node)) return value;
  return mapAtoms(value, (atom) =>
    atom.reach === 'content' || atom.origin.kind === 'source' ? atom : undefined,
  );
}

/** Whether a name is what its function or a choice gives back, as it is. */
function isHandedOn(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isConditionalExpression(parent)) return parent.condition !== node;
  return ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === node);
}

/** `result.ok ? ... : result`: a part of a union has none of the members that only the other parts have. */
function partOf(activation: Activation, value: Value, node: ts.Identifier, name: ts.Node): Value {
  const known = activation.engine.oracle.hasTags ? byTag(activation, value, node, name) : value;
  if (isNothing(known) || known.nodes.size > 0 || isKnownClean(known)) return known;
  const others = membersOfOthers(activation, node, name);
  return others.length === 0 ? known : restOf(activation, known, others, node);
}

function membersOfOthers(
  { engine: { checker } }: Activation,
  node: ts.Node,
  name: ts.Node,
): readonly string[] {
  const declared = checker.getTypeAtLocation(name);
  const here = checker.getTypeAtLocation(node);
  if (declared === here || !declared.isUnion()) return [];
  const left = here.isUnion() ? here.types : [here];
  const isPart = left.every((one) => declared.types.includes(one)) && declared.types.every(isRecord);
  if (!isPart) return [];
  const kept = new Set(left.flatMap((one) => checker.getPropertiesOfType(one).map(({ name: key }) => key)));
  const gone = declared.types.filter((one) => !left.includes(one));
  const names = gone.flatMap((one) => checker.getPropertiesOfType(one).map(({ name: key }) => key));
  return [...new Set(names)].filter((key) => !kept.has(key));
}

/** An object that is told by its members: no class, list or function. */
const isRecord = (type: ts.Type): boolean => {
  const flags = type.getSymbol()?.flags ?? 0;
  return (flags & (ts.SymbolFlags.TypeLiteral | ts.SymbolFlags.Interface)) !== 0;
};

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
