/** Places where a value becomes plaintext: what it was made of is plaintext too, from there on. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { assignTo } from './patterns.ts';
import { quietly } from './quietly.ts';
import { typedValue } from '../inputs.ts';
import { evaluate } from '../interpreter.ts';
import { unwrap } from '../program/syntax.ts';
import { join } from '../values/value.ts';

/** `raw as Plaintext<string>`: from here on `raw` is plaintext. `node` is what has the tagged type. */
export function markOperand(activation: Activation, operand: ts.Expression, node: ts.Expression): void {
  const target = unwrap(operand);
  if (!ts.isIdentifier(target) && !ts.isPropertyAccessExpression(target)) return;
  const { oracle } = activation.engine;
  if (!oracle.hasTags || !isTagged(activation, node) || isTagged(activation, target)) return;
  const before = quietly(activation, () => evaluate(activation, target));
  assignTo(activation, target, join(before, typedValue(activation, node, false)));
}

const isTagged = ({ engine }: Activation, node: ts.Node): boolean =>
  (engine.oracle.treeAt(node)?.own.length ?? 0) > 0;

/** `tag(raw)`, by a function without a body that gives back what it is given under a tagged type: `<T>(value: T) => Plaintext<T>`. */
export function markArguments(activation: Activation, node: ts.CallExpression): void {
  const { checker, oracle } = activation.engine;
  if (!oracle.hasTags || !node.arguments.some((one) => ts.isIdentifier(unwrap(one)))) return;
  const declaration = checker.getResolvedSignature(node)?.declaration;
  if (declaration?.typeParameters === undefined || declaration.type === undefined) return;
  const given = nameInside(declaration.type);
  declaration.parameters.forEach((parameter, index) => {
    const argument = node.arguments[index];
    if (argument === undefined || given === undefined || !ts.isParameter(parameter)) return;
    if (nameOf(parameter.type) !== given) return;
    markOperand(activation, argument, node);
  });
}

/** The `T` of `Plaintext<T>`. */
function nameInside(type: ts.Node): string | undefined {
  if (!ts.isTypeReferenceNode(type)) return undefined;
  return nameOf(type.typeArguments?.[0]);
}

function nameOf(type: ts.Node | undefined): string | undefined {
  if (type === undefined || !ts.isTypeReferenceNode(type) || type.typeArguments !== undefined)
    return undefined;
  return ts.isIdentifier(type.typeName) ? type.typeName.text : undefined;
}
