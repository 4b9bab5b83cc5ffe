/** Whether each run of a unit makes a call, as far as its syntax tells. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';

/** No condition, loop or `try` stands around the call, nothing has left the unit before, and it has one callee. */
export function isSurelyMade({ unit, unsure, handlers, exit }: Activation, node: ts.Node): boolean {
  if (unsure.calls > 0 || handlers.length > 0 || !exit.isDead) return false;
  for (let at = node; at !== unit && !ts.isSourceFile(at) && !ts.isFunctionLike(at); at = at.parent)
    if (isOptional(at, at.parent)) return false;
  return true;
}

/** Whether a part of the code may be left out, for where it stands in its parent. */
function isOptional(node: ts.Node, parent: ts.Node): boolean {
  if (ts.isIfStatement(parent) || ts.isSwitchStatement(parent)) return node !== parent.expression;
  if (ts.isConditionalExpression(parent)) return node !== parent.condition;
  if (ts.isBinaryExpression(parent)) return node !== parent.left && mayEndEarly(parent.operatorToken.kind);
  if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) return node !== parent.expression;
  if (ts.isForStatement(parent)) return node !== parent.initializer;
  if (ts.isIterationStatement(parent, false)) return true;
  return ts.isOptionalChain(node) || (ts.isOptionalChain(parent) && node !== parent.expression);
}

function mayEndEarly(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.AmpersandAmpersandToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken ||
    kind === ts.SyntaxKind.AmpersandAmpersandEqualsToken ||
    kind === ts.SyntaxKind.BarBarEqualsToken ||
    kind === ts.SyntaxKind.QuestionQuestionEqualsToken
  );
}
