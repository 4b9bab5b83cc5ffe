/** The calls that made what a call is made on: `create({ baseURL }).post()`, `request(url).on().end()`. */
import ts from 'typescript';
import { constantOf } from './constant-values.ts';

export type Call = ts.CallExpression | ts.NewExpression;

/** A chain of builders and clients is followed so far. */
const MAX_CALLS = 32;

/**
 * The calls behind one, the last made first: all of them, or only the one that a chain starts with. `unknown` stands for
 * those that are made elsewhere: by who hands the client over.
 */
export function callsBehind(
  checker: ts.TypeChecker,
  call: Call,
  which: 'clients' | 'start',
): readonly (Call | 'unknown')[] {
  const calls: Call[] = [];
  let next = receiverOf(checker, call);
  while (next !== undefined && next !== 'unknown' && calls.length < MAX_CALLS) {
    calls.push(next);
    next = receiverOf(checker, next);
  }
  const all = next === undefined ? calls : [...calls, 'unknown' as const];
  return which === 'clients' ? all : all.slice(-1);
}

/** The call that made the receiver. Undefined where it is a module's own, or a name of the platform. */
function receiverOf(checker: ts.TypeChecker, { expression }: Call): Call | 'unknown' | undefined {
  let node = constantOf(checker, expression);
  while (ts.isPropertyAccessExpression(node)) node = constantOf(checker, node.expression);
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return node;
  return ts.isIdentifier(node) && isForeign(checker, node) ? undefined : 'unknown';
}

function isForeign(checker: ts.TypeChecker, node: ts.Identifier): boolean {
  const symbol = checker.getSymbolAtLocation(node);
  if (symbol === undefined) return true;
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const { declarations = [] } = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  return declarations.every((one) => one.getSourceFile().isDeclarationFile || isMadeAbove(checker, one));
}

/** A class of one's own is made with what its package's class is made with, unless its constructor says otherwise. */
function isMadeAbove(checker: ts.TypeChecker, declaration: ts.Declaration): boolean {
  if (!ts.isClassLike(declaration) || declaration.members.some(ts.isConstructorDeclaration)) return false;
  const above = declaration.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  const name = above?.types[0]?.expression;
  return name !== undefined && ts.isIdentifier(name) && isForeign(checker, name);
}
