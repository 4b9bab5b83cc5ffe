/** The JSDoc tag `@plaintext [label]` above a declaration, read from the text: parsers may leave comments out. */
import ts from 'typescript';
import { fileMentions } from './file-text.ts';

export const DEFAULT_LABEL = 'plaintext';

/** The labels that a declaration's own doc comment gives, empty when it is not tagged. */
export function documentedLabels(declaration: ts.Node): readonly string[] {
  if (!mentionsTag(declaration.getSourceFile())) return [];
  return carriersOf(declaration).flatMap((carrier) => labelsIn(docComment(carrier)));
}

/** Whether a file has the tag's text at all: without it no comment needs to be looked for. */
export function mentionsTag(file: ts.SourceFile): boolean {
  return fileMentions(file, '@plaintext');
}

/** The doc comments that speak of a declaration. */
export function docCommentsOf(declaration: ts.Node): readonly string[] {
  return carriersOf(declaration).flatMap((carrier) => docComment(carrier) ?? []);
}

/** The declaration and what it stands in, where one comment speaks of both: `const open = async () => ...`. */
function carriersOf(declaration: ts.Node): readonly ts.Node[] {
  const carriers = [declaration];
  let node = declaration;
  while (isInsideCarrier(node)) {
    node = node.parent;
    if (!ts.isVariableDeclarationList(node)) carriers.push(node);
  }
  return carriers;
}

function isInsideCarrier(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isVariableDeclaration(node)) return ts.isVariableDeclarationList(parent);
  if (ts.isVariableDeclarationList(node)) return ts.isVariableStatement(parent);
  if (ts.isTypeNode(node)) return isTypeHolder(parent) && parent.type === node;
  if (ts.isFunctionExpression(node) || ts.isArrowFunction(node) || ts.isClassExpression(node)) {
    return isValueHolder(parent);
  }
  if (ts.isParenthesizedExpression(node) || ts.isPropertyAccessExpression(node)) return isValueHolder(parent);
  return ts.isBinaryExpression(node) && ts.isExpressionStatement(parent);
}

type TypeHolder =
  | ts.TypeAliasDeclaration
  | ts.PropertySignature
  | ts.PropertyDeclaration
  | ts.VariableDeclaration
  | ts.ParameterDeclaration
  | ts.ParenthesizedTypeNode;

function isTypeHolder(node: ts.Node): node is TypeHolder {
  return (
    ts.isTypeAliasDeclaration(node) ||
    ts.isPropertySignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isParenthesizedTypeNode(node)
  );
}

function isValueHolder(node: ts.Node): boolean {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isParenthesizedExpression(node) ||
    ts.isExportAssignment(node) ||
    (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken)
  );
}

function docComment(node: ts.Node): string | undefined {
  const { text } = node.getSourceFile();
  const start = node.getStart();
  return text
    .slice(leadingStart(text, node.pos, start), start)
    .match(/\/\*\*[^]*?\*\//g)
    ?.at(-1);
}

/** A comment that ends the line of the member before is not this one's. */
function leadingStart(text: string, pos: number, start: number): number {
  const opensList = pos === 0 || '({[<,'.includes(text.charAt(pos - 1));
  const newline = text.indexOf('\n', pos);
  return opensList || newline === -1 || newline >= start ? pos : newline;
}

/** `@plaintext`, `@plaintext prompt`, `@plaintext prompt - why`: what follows is a label only when it is one word. */
function labelsIn(comment: string | undefined): readonly string[] {
  if (comment === undefined) return [];
  const tags = comment.matchAll(
    /(?:(?:^\/\*\*|\n)[ \t]*\**[ \t]*|\s(?=@plaintext(?:[ \t]+[\w.-]+)?[ \t]*\*\/$))@plaintext(?![\w-])([^\n]*)/g,
  );
  return [...tags].map(
    ([, rest = '']) => /^[ \t]+([A-Za-z][\w.-]*)[ \t]*(?:-[ \t]|\*\/|\r?$)/.exec(rest)?.[1] ?? DEFAULT_LABEL,
  );
}
