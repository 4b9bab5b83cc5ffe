/** Finds the `create` functions of rules, to hold how long they are. */
import ts from 'typescript';

export interface CreateFunction {
  readonly file: string;
  readonly lines: number;
}

export function createFunctionsOf(source: ts.SourceFile): readonly CreateFunction[] {
  const found: CreateFunction[] = [];
  const visit = (node: ts.Node): void => {
    if (isCreate(node)) found.push({ file: source.fileName, lines: linesOf(node, source) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isCreate(node: ts.Node): boolean {
  const isMember = ts.isMethodDeclaration(node) || ts.isPropertyAssignment(node);
  return isMember && ts.isIdentifier(node.name) && node.name.text === 'create';
}

function linesOf(node: ts.Node, source: ts.SourceFile): number {
  const line = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
  return line(node.getEnd()) - line(node.getStart(source)) + 1;
}
