/** Tests of names: `key !== 'body'`, `HIDDEN.has(key)`. Which names a variable may hold where they come out one way. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { variableSymbol } from '../program/scopes.ts';
import { unwrap } from '../program/syntax.ts';
import { isBuiltIn } from './built-in-names.ts';
import { constantInitializer } from './constants.ts';
import { isChanged, listedNames } from './listed-names.ts';
import { keysOfExpression } from './member-names.ts';

/** What is known of a variable: it is one of the names, or none of them. */
export interface NameTest {
  readonly variable: ts.Symbol;
  readonly names: readonly string[];
  readonly isOne: boolean;
}

/** What `condition` tells of variables where it is `outcome`. Of others it may tell more. */
export function nameTests(
  activation: Activation,
  condition: ts.Expression,
  outcome: boolean,
): readonly NameTest[] {
  const node = unwrap(condition);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return nameTests(activation, node.operand, !outcome);
  if (ts.isCallExpression(node)) return listTests(activation, node, outcome);
  if (!ts.isBinaryExpression(node)) return [];
  const operator = node.operatorToken.kind;
  const isSame = EQUALITIES.get(operator);
  if (isSame !== undefined) return comparison(activation, node, isSame === outcome);
  const sides = [node.left, node.right].map((side) => () => nameTests(activation, side, outcome));
  if (operator === bothHold(outcome)) return sides.flatMap((tests) => tests());
  return operator === bothHold(!outcome) ? eitherOf(...sides.map((tests) => tests())) : [];
}

/** Both sides of `&&` hold where it is true; both sides of `||` fail where it is false. */
export const bothHold = (outcome: boolean): ts.SyntaxKind =>
  outcome ? ts.SyntaxKind.AmpersandAmpersandToken : ts.SyntaxKind.BarBarToken;

/** The operators that compare, and whether they are true of what is the same. */
export const EQUALITIES: ReadonlyMap<ts.SyntaxKind, boolean> = new Map([
  [ts.SyntaxKind.EqualsEqualsToken, true],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, true],
  [ts.SyntaxKind.ExclamationEqualsToken, false],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, false],
]);

function comparison(
  activation: Activation,
  { left, right }: ts.BinaryExpression,
  isOne: boolean,
): readonly NameTest[] {
  const [tested, name] = ts.isIdentifier(unwrap(left)) ? [left, right] : [right, left];
  const variable = variableOf(activation, tested);
  const names = variable && keysOfExpression(activation, name);
  return variable === undefined || names?.length !== 1 || !names.every(isPlain)
    ? []
    : [{ variable, names, isOne }];
}

/** `['id', 'at'].includes(key)`, `NAMES.has(key)`. */
function listTests(
  activation: Activation,
  { expression, arguments: [tested] }: ts.CallExpression,
  isOne: boolean,
): readonly NameTest[] {
  if (tested === undefined || !ts.isPropertyAccessExpression(expression)) return [];
  const variable = variableOf(activation, tested);
  const names = variable && listAsked(activation, expression);
  return variable === undefined || names?.every(isPlain) !== true ? [] : [{ variable, names, isOne }];
}

/** A name that paths can spell. */
const isPlain = (name: string): boolean => /^[\w.:-]{1,40}$/.test(name);

function listAsked(
  activation: Activation,
  { expression, name }: ts.PropertyAccessExpression,
): readonly string[] | undefined {
  if (name.text === 'includes') return listedNames(activation, expression);
  const set = unwrap(expression);
  if (name.text !== 'has' || !ts.isIdentifier(set) || isChanged(activation, set)) return undefined;
  const made = constantInitializer(activation, set);
  if (made === undefined || !ts.isNewExpression(made) || !isBuiltIn(activation, made.expression, 'Set'))
    return undefined;
  const [list] = made.arguments ?? [];
  return list && listedNames(activation, list);
}

/** The variable that an expression is, unless the unit changes it. */
function variableOf(activation: Activation, node: ts.Expression): ts.Symbol | undefined {
  const { engine, unit } = activation;
  const name = unwrap(node);
  if (!ts.isIdentifier(name) || engine.scopes.isRebound(unit, name.text)) return undefined;
  return variableSymbol(engine.checker, name);
}

/** What holds where one of two tests holds, nobody knows which. */
function eitherOf(left: readonly NameTest[] = [], right: readonly NameTest[] = []): readonly NameTest[] {
  return left.flatMap((one) => {
    const other = right.find(({ variable, isOne }) => variable === one.variable && isOne === one.isOne);
    if (other === undefined) return [];
    const names = one.isOne
      ? [...new Set([...one.names, ...other.names])]
      : one.names.filter((name) => other.names.includes(name));
    return [{ ...one, names }];
  });
}
