/** No module keeps state: what is cached hangs on a program or a source file in a `WeakMap`. */
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { parse, sourceFiles } from './imports.ts';

const mutators = /^(?:set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin)$/;

describe.each(['engine', 'catalogue', 'rules', 'cli', 'runtime'])('modules of %s', (folder) => {
  test('declare no variable that can be assigned again', () => {
    expect(sourceFiles(folder).flatMap((file) => reassignable(parse(file)))).toEqual([]);
  });

  test('never change an array, map, set or object that they declare at their top level', () => {
    expect(sourceFiles(folder).flatMap((file) => mutations(parse(file)))).toEqual([]);
  });

  test('have no static field that can be assigned', () => {
    expect(sourceFiles(folder).flatMap((file) => staticFields(parse(file)))).toEqual([]);
  });
});

test('the search sees a counter, a filled map and a static field', () => {
  const source = ts.createSourceFile(
    'sessions.ts',
    `let opened = 0;
     const byId = new Map<string, number>();
     const sizes = { last: 0 };
     export function open(id: string) { opened += 1; byId.set(id, opened); sizes.last = opened; }
     export class Session { static count = 0; }`,
    ts.ScriptTarget.Latest,
    true,
  );
  expect(reassignable(source)).toEqual(['sessions.ts:1 opened']);
  expect(mutations(source)).toEqual(['sessions.ts:4 byId', 'sessions.ts:4 sizes']);
  expect(staticFields(source)).toEqual(['sessions.ts:5 count']);
});

function reassignable(source: ts.SourceFile): readonly string[] {
  return topLevelDeclarations(source)
    .filter(({ parent }) => (parent.flags & ts.NodeFlags.Const) === 0)
    .map((declaration) => at(source, declaration, declaration.name.getText(source)));
}

function mutations(source: ts.SourceFile): readonly string[] {
  const names = new Set(
    topLevelDeclarations(source)
      .filter(({ initializer }) => initializer !== undefined && !isWeak(initializer))
      .map(({ name }) => name.getText(source)),
  );
  return nodesOf(source)
    .map((node) => ({ node, target: mutatedBy(node) }))
    .filter(({ target }) => target !== undefined && names.has(target) && !isShadowed(target, source))
    .map(({ node, target = '' }) => at(source, node, target));
}

function staticFields(source: ts.SourceFile): readonly string[] {
  return nodesOf(source)
    .filter(ts.isPropertyDeclaration)
    .filter((field) => ts.getModifiers(field)?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword))
    .filter((field) => !ts.getModifiers(field)?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword))
    .map((field) => at(source, field, field.name.getText(source)));
}

function topLevelDeclarations(source: ts.SourceFile): readonly ts.VariableDeclaration[] {
  return source.statements
    .filter(ts.isVariableStatement)
    .filter(
      (statement) => !ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword),
    )
    .flatMap(({ declarationList }) => declarationList.declarations);
}

/** A `WeakMap` holds nothing that its keys' owner does not hold. */
function isWeak(initializer: ts.Expression): boolean {
  return ts.isNewExpression(initializer) && /^Weak(?:Map|Set)$/.test(initializer.expression.getText());
}

/** The name of the variable whose content a node changes: `byId.set(...)`, `sizes.last = ...`, `counts[0] += 1`. */
function mutatedBy(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    return mutators.test(node.expression.name.text) ? rootName(node.expression.expression) : undefined;
  }
  if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind))
    return accessedRoot(node.left);
  if (ts.isDeleteExpression(node)) return accessedRoot(node.expression);
  if (ts.isPostfixUnaryExpression(node)) return accessedRoot(node.operand);
  if (ts.isPrefixUnaryExpression(node) && isStepOperator(node.operator)) return accessedRoot(node.operand);
  return undefined;
}

function isAssignmentOperator(operator: ts.SyntaxKind): boolean {
  return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
}

function isStepOperator(operator: ts.PrefixUnaryOperator): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}

function accessedRoot(target: ts.Expression): string | undefined {
  const isAccess = ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target);
  return isAccess ? rootName(target.expression) : undefined;
}

function rootName(expression: ts.Expression): string | undefined {
  if (ts.isIdentifier(expression)) return expression.text;
  return accessedRoot(expression);
}

/** A local variable or parameter of the same name: the syntax alone cannot tell them apart, so neither is judged. */
function isShadowed(name: string, source: ts.SourceFile): boolean {
  const declarations = nodesOf(source).filter(
    (node) =>
      (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) &&
      ts.isIdentifier(node.name) &&
      node.name.text === name,
  );
  return declarations.length > 1;
}

function nodesOf(source: ts.SourceFile): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return nodes;
}

function at(source: ts.SourceFile, node: ts.Node, name: string): string {
  return `${source.fileName}:${String(source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1)} ${name}`;
}
