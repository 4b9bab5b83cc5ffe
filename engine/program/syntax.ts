/** Small questions to the syntax. */
import ts from 'typescript';

/** The expression inside parentheses, assertions, `satisfies` and `!`. */
export function unwrap(node: ts.Expression): ts.Expression {
  let inner = node;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isTypeAssertionExpression(inner) ||
    ts.isNonNullExpression(inner) ||
    ts.isSatisfiesExpression(inner)
  ) {
    inner = inner.expression;
  }
  return inner;
}

/**
 * Visits a node and what is below it, in the order of the text; `visit` says whether to go below a node. With a stack of
 * its own, since a generated text of a thousand pieces is a thousand nodes deep.
 */
export function visitBelow(root: ts.Node, visit: (node: ts.Node) => boolean): void {
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!visit(node)) continue;
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => {
      children.push(child);
    });
    pending.push(...children.reverse());
  }
}
