/** What a function uses of a variable that it takes from around it: the whole, or only some members. */
import ts from 'typescript';
import { variableSymbol } from './scopes.ts';
import { visitBelow } from './syntax.ts';
import { unitAround } from './units.ts';

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

function pathFrom(start: ts.Expression): readonly string[] {
  const path: string[] = [];
  let node = start;
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

/** What an arrow function, and the methods of the class that it calls, read of the object around it. */
export function usedPathsOfThis(user: ts.Node, seen = new Set<ts.Node>()): UsedPaths {
  const paths: (readonly string[])[] = [];
  seen.add(user);
  visitBelow(user, (node) => {
    if (node.kind === ts.SyntaxKind.ThisKeyword) paths.push(...pathsFromThis(node, seen));
    return !ts.isTypeNode(node);
  });
  return paths;
}

function pathsFromThis(self: ts.Node, seen: Set<ts.Node>): UsedPaths {
  const access = self.parent;
  if (!ts.isPropertyAccessExpression(access)) return [[]];
  if (!isCallee(access)) return [[access.name.text, ...pathFrom(access)]];
  const method = ts
    .findAncestor(self, ts.isClassLike)
    ?.members.find((one) => ts.isMethodDeclaration(one) && one.name.getText() === access.name.getText());
  return method === undefined || seen.has(method) ? [] : usedPathsOfThis(method, seen);
}

/** The constants of its module that a function names. */
export function moduleConstantsIn(checker: ts.TypeChecker, user: ts.Node): readonly ts.VariableDeclaration[] {
  const found = new Set<ts.VariableDeclaration>();
  visitBelow(user, (node) => {
    const declaration = ts.isIdentifier(node) ? variableSymbol(checker, node)?.valueDeclaration : undefined;
    if (declaration !== undefined && isModuleConstant(declaration, user)) found.add(declaration);
    return !ts.isTypeNode(node);
  });
  return [...found];
}

function isModuleConstant(declaration: ts.Declaration, user: ts.Node): declaration is ts.VariableDeclaration {
  return (
    ts.isVariableDeclaration(declaration) &&
    declaration.getSourceFile() === user.getSourceFile() &&
    (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0 &&
    ts.isSourceFile(unitAround(declaration))
  );
}
