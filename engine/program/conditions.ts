/** Names that a unit's conditions and assertions speak of: the only ones whose type may be narrower where they are read. */
import { visitBelow } from './syntax.ts';
import ts from 'typescript';
import { type UnitNode, isFunctionNode } from './units.ts';

export function testedNames(unit: UnitNode): ReadonlySet<string> {
  const names = new Set<string>();
  visitBelow(unit, (node) => {
    if (node !== unit && isFunctionNode(node)) return false;
    for (const tested of testedBy(node)) addNames(tested, names);
    return true;
  });
  return names;
}

/** The expressions that a node decides by. */
function testedBy(node: ts.Node): readonly ts.Node[] {
  if (
    ts.isIfStatement(node) ||
    ts.isWhileStatement(node) ||
    ts.isDoStatement(node) ||
    ts.isSwitchStatement(node)
  )
    return [node.expression];
  if (ts.isForStatement(node)) return node.condition === undefined ? [] : [node.condition];
  if (ts.isConditionalExpression(node)) return [node.condition];
  if (ts.isBinaryExpression(node)) return isLogical(node.operatorToken.kind) ? [node.left] : [];
  // An assertion function tells what its arguments are.
  return ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)
    ? node.expression.arguments
    : [];
}

function isLogical(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.AmpersandAmpersandToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken
  );
}

function addNames(root: ts.Node, names: Set<string>): void {
  visitBelow(root, (node) => {
    if (ts.isIdentifier(node)) names.add(node.text);
    else if (node.kind === ts.SyntaxKind.ThisKeyword) names.add('this');
    return true;
  });
}
