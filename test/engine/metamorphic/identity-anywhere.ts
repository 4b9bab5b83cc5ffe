/** What a variable begins with, what a function gives back, and operands that are names or members go through an identity function. */
import ts from 'typescript';
import { edited, visit, type Edit } from './text-edits.ts';

const TYPED = `function sameValue<T>(value: T): T { return value; }`;
const PLAIN = `/** @template T @param {T} value @returns {T} */ function sameValue(value) { return value; }`;

const LOGICAL: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

export function throughIdentityAnywhere(file: ts.SourceFile): string {
  const isPlain = /\.[cm]?js$/.test(file.fileName);
  // Scripts share one scope: their functions of one name would be one function.
  if (!isPlain && !ts.isExternalModule(file)) return file.text;
  const edits: Edit[] = [];
  visit(file, (node) => {
    if (!isWrapped(node) || isAsked(node)) return;
    edits.push({ from: node.getStart(), to: node.getStart(), text: 'sameValue(' });
    edits.push({ from: node.getEnd(), to: node.getEnd(), text: ')' });
  });
  return `${edited(file, edits)}\n${isPlain ? PLAIN : TYPED}\n`;
}

function isWrapped(node: ts.Node): node is ts.Expression {
  const { parent } = node as { parent?: ts.Node };
  if (parent === undefined || !ts.isExpression(node) || !isValue(node)) return false;
  if (ts.isVariableDeclaration(parent))
    return parent.initializer === node && ts.findAncestor(parent, ts.isFunctionLike) !== undefined;
  if (ts.isReturnStatement(parent)) return true;
  return isOperand(node, parent) && isRead(node);
}

/** Where a type says more than the value: an empty list that grows, a symbol of its own, a module, a constant. */
function isValue(node: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(node)) return node.elements.length > 0;
  if (ts.isCallExpression(node)) return !/^(?:Symbol|require|import)$/.test(node.expression.getText());
  return !ts.isLiteralExpression(node) && !ts.isAsExpression(node);
}

function isOperand(node: ts.Expression, parent: ts.Node): boolean {
  if (ts.isTemplateSpan(parent)) return true;
  if (!ts.isBinaryExpression(parent)) return false;
  const { kind } = parent.operatorToken;
  const isAssigned = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
  return isAssigned ? parent.right === node : true;
}

const isRead = (node: ts.Expression): boolean => ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);

/** A condition tells about the variable that it names; through a call it names none. */
function isAsked(node: ts.Node): boolean {
  const { parent } = node as { parent?: ts.Node };
  if (parent === undefined || ts.isStatement(parent) || ts.isFunctionLike(parent))
    return isTest(node, parent);
  return isTest(node, parent) || isAsked(parent);
}

function isTest(node: ts.Node, parent: ts.Node | undefined): boolean {
  if (parent === undefined) return false;
  if (ts.isConditionalExpression(parent) || ts.isForStatement(parent)) return parent.condition === node;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent))
    return parent.expression === node;
  if (ts.isSwitchStatement(parent) || ts.isCaseClause(parent)) return parent.expression === node;
  return ts.isBinaryExpression(parent) && LOGICAL.has(parent.operatorToken.kind) && parent.left === node;
}
