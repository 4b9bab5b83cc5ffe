/** What a function uses of a variable that it takes from around it: the whole, or only some members. */
import ts from 'typescript';
import { variableSymbol } from './scopes.ts';
import { visitBelow } from './syntax.ts';

/** Paths of members. An empty path is the whole. */
export type UsedPaths = readonly (readonly string[])[];

/** `() => send(message.body)` uses `body` of `message`; `() => send(message)` uses it whole. */
export function usedPaths(checker: ts.TypeChecker, user: ts.Node, declaration: ts.Node): UsedPaths {
  const paths: (readonly string[])[] = [];
  visitBelow(user, (node) => {
    if (!ts.isIdentifier(node)) return !ts.isTypeNode(node);
    if (declaration !== node.parent && variableSymbol(checker, node)?.valueDeclaration === declaration)
      paths.push(pathFrom(node));
    return true;
  });
  return paths;
}

function pathFrom(identifier: ts.Identifier): readonly string[] {
  const path: string[] = [];
  let node: ts.Expression = identifier;
  for (;;) {
    const outer: ts.Node = node.parent;
    if (ts.isNonNullExpression(outer) || ts.isParenthesizedExpression(outer)) {
      node = outer;
      continue;
    }
    const isRead = ts.isPropertyAccessExpression(outer) && outer.expression === node && !isCallee(outer);
    if (!isRead) return [...path, ...destructured(node)];
    path.push(outer.name.text);
    node = outer;
  }
}

/** A method is called on the whole of what it belongs to. */
const isCallee = (node: ts.Expression): boolean =>
  ts.isCallExpression(node.parent) && node.parent.expression === node;

/** `const { id } = message` uses one member. */
function destructured({ parent }: ts.Expression): readonly string[] {
  if (!ts.isVariableDeclaration(parent) || !ts.isObjectBindingPattern(parent.name)) return [];
  const [only, ...others] = parent.name.elements;
  if (only === undefined || others.length > 0 || only.dotDotDotToken !== undefined) return [];
  const name = only.propertyName ?? only.name;
  return ts.isIdentifier(name) ? [name.text] : [];
}
