/** Promises that are kept in a variable which nobody reads: as left alone as if they had no name. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { isLookedFor, languageSink } from '../language-sinks.ts';
import { unwrap, visitBelow } from '../program/syntax.ts';
import { isFunctionNode } from '../program/units.ts';
import { checkFloating } from './floating.ts';

const DEFERRED = languageSink('deferred-work');

/** Checks a declaration that begins work: nothing waits for it where the variable is not read, or only to be dropped. */
export function checkDropped(
  activation: Activation,
  { name, initializer, parent }: ts.VariableDeclaration,
): void {
  if (initializer === undefined || !ts.isIdentifier(name) || !isLookedFor(activation.engine, DEFERRED))
    return;
  if (!ts.isCallExpression(unwrap(initializer)) || !isLocal(parent)) return;
  if (readsOf(activation.engine.checker, name).every(isIdle)) checkFloating(activation, initializer);
}

/** What a module exports, others may wait for; `using` waits itself. */
function isLocal(list: ts.VariableDeclarationList | ts.CatchClause): boolean {
  if (!ts.isVariableDeclarationList(list) || !ts.isVariableStatement(list.parent)) return false;
  const isUsing = (list.flags & ts.NodeFlags.Using) !== 0;
  const isExported = list.parent.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
  return !isUsing && !isExported;
}

/** Every other mention of the name in the function or module that declares it. */
function readsOf(checker: ts.TypeChecker, name: ts.Identifier): readonly ts.Identifier[] {
  const owner = ts.findAncestor(name, (one) => isFunctionNode(one) || ts.isSourceFile(one));
  const symbol = checker.getSymbolAtLocation(name);
  const found: ts.Identifier[] = [];
  if (owner !== undefined)
    visitBelow(owner, (node) => {
      if (ts.isIdentifier(node) && node !== name && node.text === name.text && isOf(checker, node, symbol))
        found.push(node);
      return true;
    });
  return found;
}

function isOf(checker: ts.TypeChecker, node: ts.Identifier, symbol: ts.Symbol | undefined): boolean {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent))
    return checker.getShorthandAssignmentValueSymbol(parent) === symbol;
  if (ts.isExportSpecifier(parent)) return checker.getExportSpecifierLocalTargetSymbol(parent) === symbol;
  return checker.getSymbolAtLocation(node) === symbol;
}

/** `void sent;`, `sent;`, `sent.catch(report);`: what they give is dropped too. */
function isIdle(node: ts.Identifier): boolean {
  let used: ts.Expression = node;
  while (isChained(used)) used = used.parent.parent;
  if (ts.isVoidExpression(used.parent)) used = used.parent;
  return ts.isExpressionStatement(used.parent);
}

const CHAINED: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

function isChained(node: ts.Expression): node is ts.Expression & {
  readonly parent: ts.PropertyAccessExpression & { readonly parent: ts.CallExpression };
} {
  const access = node.parent;
  return (
    ts.isPropertyAccessExpression(access) &&
    access.expression === node &&
    CHAINED.has(access.name.text) &&
    ts.isCallExpression(access.parent) &&
    access.parent.expression === access
  );
}
