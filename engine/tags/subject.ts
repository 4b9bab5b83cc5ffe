/** Which node a question is about: cheap syntax that spares the checker nodes without a type or without content. */
import ts from 'typescript';

export type Subject = ts.Expression | ts.PrivateIdentifier | ts.BindingPattern;

/** The expression or name that tells a node's labels, or undefined for nodes that can have none. */
export function subjectOf(node: ts.Node): Subject | undefined {
  if (node.pos < 0 || EMPTY.has(node.kind)) return undefined;
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return subjectOf(node.expression);
  if (ts.isBinaryExpression(node)) return PASSING.has(node.operatorToken.kind) ? node : undefined;
  if (isNaming(node)) return subjectOf(node.name);
  if (ts.isPrivateIdentifier(node) || ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node))
    return node;
  return ts.isExpression(node) ? node : undefined;
}

/** Their value is fixed, code, or a new primitive whose type no tag survives: the value flow alone knows of them. */
const EMPTY: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateExpression,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.BigIntLiteral,
  ts.SyntaxKind.RegularExpressionLiteral,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.SuperKeyword,
  ts.SyntaxKind.ImportKeyword,
  ts.SyntaxKind.MetaProperty,
  ts.SyntaxKind.OmittedExpression,
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.ClassExpression,
  ts.SyntaxKind.TypeOfExpression,
  ts.SyntaxKind.VoidExpression,
  ts.SyntaxKind.DeleteExpression,
  ts.SyntaxKind.PrefixUnaryExpression,
  ts.SyntaxKind.PostfixUnaryExpression,
]);

/** Operators that give one of their operands; all others make a new primitive. */
const PASSING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.CommaToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

type NamingDeclaration =
  | ts.VariableDeclaration
  | ts.ParameterDeclaration
  | ts.BindingElement
  | ts.PropertyDeclaration
  | ts.PropertySignature;

function isNaming(node: ts.Node): node is NamingDeclaration {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertySignature(node)
  );
}
