/** Edits of a file's text that change nothing that the program does, and no line's number. */
import ts from 'typescript';
import { edited, visit, type Edit } from './text-edits.ts';

/** Every variable and parameter that a function declares gets another name. */
export function withOtherNames(file: ts.SourceFile, checker: ts.TypeChecker): string {
  const edits: Edit[] = [];
  visitWithComments(file, (node) => {
    if (!ts.isIdentifier(node) || (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node))
      return;
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);
    if (symbol?.valueDeclaration === undefined || !isLocal(symbol.valueDeclaration, file)) return;
    const edit = renaming(node, symbol.name);
    if (edit !== undefined) edits.push(edit);
  });
  return edited(file, edits);
}

/** The comments of plain JavaScript name parameters too. */
function visitWithComments(file: ts.SourceFile, each: (node: ts.Node) => void): void {
  const isPlain = /\.[cm]?js$/.test(file.fileName);
  visit(file, (node) => {
    each(node);
    if (!isPlain) return;
    for (const tag of ts.getJSDocTags(node)) {
      // A parameter's own tag is that of its function, which comes by itself.
      if (tag.parent.parent === node && ts.isJSDocParameterTag(tag) && ts.isIdentifier(tag.name))
        each(tag.name);
    }
  });
}

function isLocal(declaration: ts.Declaration, file: ts.SourceFile): boolean {
  if (declaration.getSourceFile() !== file) return false;
  if (ts.isParameter(declaration)) return isOfCode(declaration);
  if (!ts.isVariableDeclaration(declaration) && !ts.isBindingElement(declaration)) return false;
  return ts.findAncestor(declaration, ts.isFunctionLike) !== undefined;
}

/** A parameter property is a member; one of a signature alone belongs to a type. */
function isOfCode(declaration: ts.ParameterDeclaration): boolean {
  const { parent } = declaration;
  return (
    !ts.isParameterPropertyDeclaration(declaration, parent) &&
    'body' in parent &&
    parent.body !== undefined &&
    declaration.name.getText() !== 'this'
  );
}

function renaming(node: ts.Identifier, name: string): Edit | undefined {
  const { parent } = node;
  const [from, to] = [node.getStart(), node.getEnd()];
  const text = `${name}Too`;
  if (ts.isShorthandPropertyAssignment(parent)) return { from, to, text: `${name}: ${text}` };
  if (!ts.isBindingElement(parent)) return { from, to, text };
  if (parent.propertyName === node) return undefined;
  const isShort =
    parent.name === node &&
    parent.propertyName === undefined &&
    ts.isObjectBindingPattern(parent.parent) &&
    parent.dotDotDotToken === undefined;
  return { from, to, text: isShort ? `${name}: ${text}` : text };
}

/** Arguments that are a name or a member stand in parentheses, and others on the right of an assignment too. */
export function withParentheses(file: ts.SourceFile): string {
  return edited(
    file,
    wrapped(file, '(', ')', () => true),
  );
}

/** What is printed goes through a function that gives back what it is given. Elsewhere a guard would see another value. */
export function throughIdentity(file: ts.SourceFile): string {
  const through = edited(file, wrapped(file, 'sameValue(', ')', isPrinting));
  return `${through}\nfunction sameValue<Value>(value: Value): Value { return value; }\n`;
}

const isPrinting = ({ expression }: ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(expression) && expression.expression.getText() === 'console';

function wrapped(
  file: ts.SourceFile,
  open: string,
  close: string,
  isMeant: (call: ts.CallExpression) => boolean,
): readonly Edit[] {
  const edits: Edit[] = [];
  visit(file, (node) => {
    if (!ts.isCallExpression(node) || node.expression.kind === ts.SyntaxKind.ImportKeyword) return;
    if (!isMeant(node)) return;
    for (const argument of node.arguments) {
      if (!ts.isIdentifier(argument) && !ts.isPropertyAccessExpression(argument)) continue;
      edits.push({ from: argument.getStart(), to: argument.getStart(), text: open });
      edits.push({ from: argument.getEnd(), to: argument.getEnd(), text: close });
    }
  });
  return edits;
}
