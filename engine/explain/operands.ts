/** What an expression is made of: the expressions whose labels might be its own. */
import ts from 'typescript';
import { isAssignment } from '../program/scopes.ts';
import { unwrap } from '../program/syntax.ts';
import { isFunctionNode } from '../program/units.ts';
import { receiverOf, returnsOf, returnsOfCallee, writesOfMember, writesOfName } from './writes.ts';

export function operandsOf(checker: ts.TypeChecker, node: ts.Expression): readonly ts.Expression[] {
  const inner = unwrap(node);
  if (inner !== node) return [inner];
  if (ts.isIdentifier(node)) return writesOfName(checker, node);
  if (ts.isPropertyAccessExpression(node)) return [node.expression, ...writesOfMember(checker, node)];
  if (ts.isElementAccessExpression(node)) return [node.expression, node.argumentExpression];
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const given = (node.arguments ?? []).map(withoutSpread);
    return [...receiverOf(node), ...given, ...resultsIn(checker, node)];
  }
  if (ts.isBinaryExpression(node))
    return isAssignment(node.operatorToken.kind) ? [node.right] : [node.left, node.right];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse, node.condition];
  return partsOf(node);
}

/** What the functions give back that a call is made of: the one that it calls, and those that are written in it. */
export function resultsIn(checker: ts.TypeChecker, node: ts.Expression): readonly ts.Expression[] {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return [];
  const callbacks = (node.arguments ?? []).flatMap((one) => (isFunctionNode(one) ? returnsOf(one) : []));
  return [...returnsOfCallee(checker, node), ...callbacks];
}

/** The expressions directly below one that passes on all of them. */
function partsOf(node: ts.Expression): readonly ts.Expression[] {
  const parts: ts.Expression[] = [];
  const collect = (child: ts.Node): void => {
    if (ts.isTypeNode(child) || ts.isFunctionLike(child) || isNameOfProperty(child)) return;
    if (ts.isShorthandPropertyAssignment(child)) parts.push(child.name);
    else if (ts.isExpression(child)) parts.push(withoutSpread(child));
    else ts.forEachChild(child, collect);
  };
  if (!ts.isFunctionLike(node) && !ts.isClassLike(node)) ts.forEachChild(node, collect);
  return parts;
}

const isNameOfProperty = (node: ts.Node): boolean =>
  ts.isPropertyAssignment(node.parent) && node.parent.name === node;

const withoutSpread = (node: ts.Expression): ts.Expression =>
  ts.isSpreadElement(node) ? node.expression : node;

/** An explanation looks at this many expressions at most. */
const MAX_EXPRESSIONS = 400;

/** An expression and all that it may be made of, nearest first. */
export function sliceOf(checker: ts.TypeChecker, node: ts.Expression): ReadonlySet<ts.Expression> {
  const slice = new Set([node]);
  for (const one of slice) {
    for (const operand of operandsOf(checker, one)) if (slice.size < MAX_EXPRESSIONS) slice.add(operand);
  }
  return slice;
}
