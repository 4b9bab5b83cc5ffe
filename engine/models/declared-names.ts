/** What rows say of a declared symbol by where it is declared: an export of its file, a member of its container, a global. */
import ts from 'typescript';
import type { NameSource } from './name-source.ts';
import { membersOf, nodesOfName } from './name-source.ts';
import type { PathNode } from './path-node.ts';
import { typedNodes, writtenNodes } from './written-places.ts';

/** The nodes that the place of one declaration gives its symbol. */
export function declaredNodes(
  symbol: ts.Symbol,
  declaration: ts.Declaration,
  source: NameSource,
): readonly PathNode[] {
  const { parent } = declaration;
  if (ts.isSourceFile(declaration)) return [];
  const ofMember = (holders: readonly PathNode[]): readonly PathNode[] => membersOf(holders, symbol.name);
  if (ts.isClassLike(parent) || ts.isInterfaceDeclaration(parent)) {
    return ofMember(isStatic(declaration) ? classNodes(parent, source) : ownInstanceNodes(parent, source));
  }
  if (ts.isParameterPropertyDeclaration(declaration, parent)) {
    return ofMember(ownInstanceNodes(declaration.parent.parent, source));
  }
  if (ts.isTypeLiteralNode(parent)) return ofMember(typedNodes(parent, source));
  if (ts.isObjectLiteralExpression(parent)) return ofMember(writtenNodes(parent, source));
  if (ts.isEnumDeclaration(parent)) return ofMember(nodesOfName(parent.name, source));
  return topLevelNodes(symbol, declaration, source);
}

function isStatic(declaration: ts.Declaration): boolean {
  return (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Static) !== 0;
}

function classNodes(
  node: ts.ClassLikeDeclaration | ts.InterfaceDeclaration,
  source: NameSource,
): readonly PathNode[] {
  const symbol = typeSymbol(node, source.checker);
  return symbol === undefined ? [] : source.symbolNodes(symbol);
}

/** A member of a class or interface also overrides or implements what its bases declare. */
function ownInstanceNodes(
  node: ts.ClassLikeDeclaration | ts.InterfaceDeclaration,
  source: NameSource,
): readonly PathNode[] {
  const symbol = typeSymbol(node, source.checker);
  return symbol === undefined ? [] : source.instanceNodes(source.checker.getDeclaredTypeOfSymbol(symbol));
}

function typeSymbol(
  node: ts.ClassLikeDeclaration | ts.InterfaceDeclaration,
  checker: ts.TypeChecker,
): ts.Symbol | undefined {
  return node.name === undefined
    ? checker.getTypeAtLocation(node).getSymbol()
    : checker.getSymbolAtLocation(node.name);
}

function topLevelNodes(
  symbol: ts.Symbol,
  declaration: ts.Declaration,
  source: NameSource,
): readonly PathNode[] {
  const holder = holderOf(declaration);
  if (holder === undefined) return [];
  if (ts.isSourceFile(holder)) {
    if (source.checker.getSymbolAtLocation(holder) === undefined)
      return [...ambientNodes(symbol, source), ...packageNodes(holder, symbol, source)];
    return source.exportNodes(holder, symbol);
  }
  if ((holder.flags & ts.NodeFlags.GlobalAugmentation) !== 0) return ambientNodes(symbol, source);
  const container = source.checker.getSymbolAtLocation(holder.name);
  if (container === undefined || container === symbol) return [];
  return membersOf(source.symbolNodes(container), symbol.name);
}

/** The module or namespace that a declaration stands in directly; none for what a function body declares. */
function holderOf(declaration: ts.Node): ts.SourceFile | ts.ModuleDeclaration | undefined {
  let node: ts.Node = declaration.parent;
  while (isWithinStatement(node)) node = node.parent;
  if (ts.isSourceFile(node)) return node;
  if (ts.isModuleDeclaration(node)) return node;
  return ts.isModuleBlock(node) ? node.parent : undefined;
}

function isWithinStatement(node: ts.Node): boolean {
  return (
    ts.isVariableDeclarationList(node) ||
    ts.isVariableStatement(node) ||
    ts.isBindingElement(node) ||
    ts.isObjectBindingPattern(node) ||
    ts.isArrayBindingPattern(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isBinaryExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isExpressionStatement(node)
  );
}

/** Types that a package declares for everyone are that package's, though it exports nothing. */
function packageNodes(file: ts.SourceFile, symbol: ts.Symbol, source: NameSource): readonly PathNode[] {
  return file.isDeclarationFile ? source.exportNodes(file, symbol.name) : [];
}

/** A global is what is declared to be there, never what a script of the program makes itself. */
function ambientNodes(symbol: ts.Symbol, source: NameSource): readonly PathNode[] {
  const { valueDeclaration } = symbol;
  const isAmbient = valueDeclaration === undefined || isAmbientDeclaration(valueDeclaration);
  return isAmbient ? source.globalNodes(symbol.name) : [];
}

function isAmbientDeclaration(declaration: ts.Declaration): boolean {
  if (declaration.getSourceFile().isDeclarationFile) return true;
  if ((ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Ambient) !== 0) return true;
  return (
    ts.findAncestor(declaration, (node) => (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0) !== undefined
  );
}
