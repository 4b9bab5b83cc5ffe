/** How steps and findings call functions and calls. */
import ts from 'typescript';

/** What a finding calls the sink: the last two names of what is called or assigned. */
export function sinkName(node: ts.Node): string {
  if (ts.isCallExpression(node)) return `${shortName(node.expression)}()`;
  if (ts.isNewExpression(node)) return `new ${shortName(node.expression)}()`;
  if (ts.isTaggedTemplateExpression(node)) return shortName(node.tag);
  if (ts.isBinaryExpression(node)) return shortName(node.left);
  return shortName(node);
}

function shortName(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text;
  if (node.kind === ts.SyntaxKind.ThisKeyword) return 'this';
  if (ts.isPropertyAccessExpression(node)) {
    const { expression } = node;
    const owner = ts.isPropertyAccessExpression(expression) ? expression.name.text : shortName(expression);
    return owner === '' ? node.name.text : `${owner}.${node.name.text}`;
  }
  return ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node) ? shortName(node.expression) : '';
}

/** The name that a step gives to a function. */
export function nameOf(node: ts.Node): string {
  const named = ts.isFunctionLike(node) || ts.isClassLike(node) ? node.name : undefined;
  if (named !== undefined) return named.getText();
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent))
    return parent.name.getText();
  return ts.isClassLike(node) ? 'class' : 'function';
}
