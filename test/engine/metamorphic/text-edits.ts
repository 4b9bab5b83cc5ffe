/** Replacing ranges of a file's text, and walking the nodes that say where. */
import ts from 'typescript';

export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The file's text with each edit made; edits that insert at one place stand in the order given. */
export function edited(file: ts.SourceFile, edits: readonly Edit[]): string {
  const ordered = edits.toReversed().sort((a, b) => b.from - a.from);
  return ordered.reduce(
    (text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to),
    file.text,
  );
}

/** Calls `each` for the node and all below it, parents first. */
export function visit(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node);
  node.forEachChild((child) => {
    visit(child, each);
  });
}

/** Where the node begins with the comments that stand above it; at a file's top, with those that document it. */
export function startWithComments(node: ts.Node, file: ts.SourceFile): number {
  const from = node.getFullStart();
  if (from === 0) return node.getStart(file, true);
  return ts.getLeadingCommentRanges(file.text, from)?.[0]?.pos ?? node.getStart(file);
}

/** Whether the declaration holds wherever its scope begins: a function, an interface, a type alias. */
export function isHoisted(
  node: ts.Node,
): node is ts.FunctionDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  return ts.isFunctionDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}
