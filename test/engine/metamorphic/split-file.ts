/** A module in two: every second function, interface and type alias moves to a file beside it, and each imports what it needs of the other. */
import { basename, extname } from 'node:path';
import ts from 'typescript';
import { edited, isHoisted, startWithComments, visit } from './text-edits.ts';

type Named = (ts.FunctionDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration) & {
  readonly name: ts.Identifier;
};

/** The texts of the two halves by file name; undefined where nothing may move. */
export function splitInTwo(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): ReadonlyMap<string, string> | undefined {
  const moved = file.statements
    .filter((node) => isMovable(node, file, checker))
    .filter((_, at) => at % 2 === 1);
  const ending = extname(file.fileName);
  if (moved.length === 0 || !ts.isExternalModule(file) || !ending.startsWith('.ts')) return undefined;
  const second = `${file.fileName.slice(0, -ending.length)}.second${ending}`;
  const rest = file.statements.filter((node) => !moved.some((one) => one === node));
  return new Map([
    [file.fileName, firstHalf(file, moved, rest, checker, `./${basename(second)}`)],
    [second, secondHalf(file, moved, checker)],
  ]);
}

function isMovable(
  node: ts.Statement,
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): node is Named & ts.Statement {
  if (!isHoisted(node) || node.name === undefined) return false;
  const isDefault = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true;
  // Overloads and merged declarations stay together; what assigns to a variable of the module stays with it.
  const isOne = checker.getSymbolAtLocation(node.name)?.declarations?.length === 1;
  return isOne && !isDefault && namedIn([node], file, checker).every((symbol) => !isVariable(symbol));
}

function isVariable({ valueDeclaration }: ts.Symbol): boolean {
  return (
    valueDeclaration !== undefined &&
    ts.isVariableDeclaration(valueDeclaration) &&
    (ts.getCombinedNodeFlags(valueDeclaration) & ts.NodeFlags.Const) === 0
  );
}

/** The symbols of the file's top level that the nodes name. */
function namedIn(
  nodes: readonly ts.Node[],
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): readonly ts.Symbol[] {
  const found = new Set<ts.Symbol>();
  const each = (node: ts.Node): void => {
    if (!ts.isIdentifier(node)) return;
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);
    if (symbol?.declarations?.some((one) => isOfTop(one, file)) === true) found.add(symbol);
  };
  for (const node of nodes) visit(node, each);
  return [...found].sort((a, b) => a.name.localeCompare(b.name));
}

/** Imports are copied to both halves, so that they are no one's own. */
function isOfTop(node: ts.Declaration, file: ts.SourceFile): boolean {
  if (ts.isVariableDeclaration(node) || ts.isBindingElement(node)) {
    const statement = ts.findAncestor(node, ts.isVariableStatement);
    return statement?.parent === file;
  }
  const isDeclared =
    isHoisted(node) ||
    ts.isClassDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isModuleDeclaration(node);
  return isDeclared && node.parent === file;
}

function firstHalf(
  file: ts.SourceFile,
  moved: readonly Named[],
  rest: readonly ts.Statement[],
  checker: ts.TypeChecker,
  from: string,
): string {
  const needed = namedIn(moved, file, checker).filter(
    (symbol) => !isAmong(symbol, moved) && !isExported(symbol, file, checker),
  );
  const used = namedIn(rest, file, checker).filter((symbol) => isAmong(symbol, moved));
  const passedOn = moved
    .filter((node) => isExportedItself(node))
    .map(({ name }) => checker.getSymbolAtLocation(name));
  const edits = moved.map((node) => ({ from: startWithComments(node, file), to: node.end, text: '' }));
  const lines = [
    named('import', used, from),
    named(
      'export',
      passedOn.filter((symbol) => symbol !== undefined),
      from,
    ),
    named('export', needed),
  ];
  return `${edited(file, edits)}\n${lines.join('')}`;
}

function secondHalf(file: ts.SourceFile, moved: readonly Named[], checker: ts.TypeChecker): string {
  const imports = file.statements
    .filter((node) => ts.isImportDeclaration(node))
    .map((node) => node.getText(file));
  const needed = namedIn(moved, file, checker).filter((symbol) => !isAmong(symbol, moved));
  const own = moved
    .filter((node) => !isExportedItself(node))
    .map(({ name }) => checker.getSymbolAtLocation(name));
  return [
    // What a file says of its JSX it says above everything.
    file.text.slice(0, file.statements[0]?.getStart(file)),
    ...imports,
    named('import', needed, `./${basename(file.fileName)}`),
    ...moved.map((node) => file.text.slice(startWithComments(node, file), node.end)),
    named(
      'export',
      own.filter((symbol) => symbol !== undefined),
    ),
  ].join('\n');
}

const isAmong = (symbol: ts.Symbol, nodes: readonly ts.Node[]): boolean =>
  symbol.declarations?.some((one) => nodes.includes(one)) === true;

const isExportedItself = (node: ts.Declaration): boolean =>
  (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) !== 0;

function isExported(symbol: ts.Symbol, file: ts.SourceFile, checker: ts.TypeChecker): boolean {
  const module = checker.getSymbolAtLocation(file);
  return module?.exports?.has(symbol.escapedName) === true;
}

function named(keyword: 'import' | 'export', symbols: readonly ts.Symbol[], from?: string): string {
  if (symbols.length === 0) return '';
  const names = symbols.map(({ name, flags }) =>
    (flags & ts.SymbolFlags.Value) === 0 ? `type ${name}` : name,
  );
  return `${keyword} { ${names.join(', ')} }${from === undefined ? '' : ` from '${from}'`};\n`;
}
