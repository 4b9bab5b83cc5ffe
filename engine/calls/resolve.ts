/** Callees by symbol: methods through a declared type, its implementers and overrides. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { isAskedFor } from '../program/implementers.ts';
import { nameText } from '../program/program-index.ts';
import { unwrap } from '../program/syntax.ts';
import { isFunctionNode } from '../program/units.ts';
import type { FunctionNode } from '../values/value.ts';

export interface DeclaredFunctions {
  readonly functions: readonly FunctionNode[];
  /** No other function can be called than these. */
  readonly isComplete: boolean;
  /** The callee is declared by other people's code: a method that no caller gives a body. */
  readonly isForeign: boolean;
  /** A method of an interface for which the program has no code at all: others implement it. */
  readonly isAbsent: boolean;
}

const NONE: DeclaredFunctions = { functions: [], isComplete: false, isForeign: false, isAbsent: false };

/** The functions with a body that a call's callee declares. */
export function declaredFunctions(activation: Activation, node: ts.CallExpression): DeclaredFunctions {
  const callee = unwrap(node.expression);
  if (!ts.isPropertyAccessExpression(callee)) return NONE;
  const symbol = activation.engine.checker.getSymbolAtLocation(callee.name);
  const declarations = symbol?.declarations ?? [];
  if (symbol === undefined) return NONE;
  if (declarations.every((one) => one.getSourceFile().isDeclarationFile))
    return { ...NONE, isForeign: declarations.some(isMethod) };
  const own = declarations.flatMap(functionOf);
  const containers = declarations.map((one) => one.parent);
  const overrides = [
    ...implementersOf(activation, symbol.name, containers),
    ...literalsOf(activation, symbol.name, containers),
  ];
  const functions = [...new Set([...own, ...overrides])];
  return {
    functions,
    isComplete: own.length > 0 && containers.every(ts.isClassLike),
    isForeign: false,
    isAbsent: declarations.every(ts.isMethodSignature) && !hasCode(activation, symbol.name),
  };
}

/** Whether any class or object literal of the program has a member of the name with code. */
function hasCode({ engine: { index } }: Activation, name: string): boolean {
  return index.classesByMember.has(name) || index.literalsByMember.has(name);
}

const isMethod = (node: ts.Node): boolean =>
  ts.isMethodSignature(node) || ts.isMethodDeclaration(node) || ts.isFunctionDeclaration(node);

/** The code of a member: its body, or the function that initialises it. */
function functionOf(declaration: ts.Node): readonly FunctionNode[] {
  if (isFunctionNode(declaration)) return [declaration];
  const holds =
    ts.isPropertyDeclaration(declaration) ||
    ts.isPropertyAssignment(declaration) ||
    ts.isVariableDeclaration(declaration);
  const { initializer } = holds ? declaration : { initializer: undefined };
  return initializer !== undefined && isFunctionNode(initializer) ? [initializer] : [];
}

/** Members of the same name in classes that extend or implement one of the containers. */
function implementersOf(
  activation: Activation,
  name: string,
  containers: readonly ts.Node[],
): readonly FunctionNode[] {
  const { index, checker } = activation.engine;
  const targets = new Set(containers);
  return (index.classesByMember.get(name) ?? []).flatMap((owner) => {
    if (!inherits(checker, owner, targets, 0)) return [];
    return owner.members
      .filter((member) => member.name !== undefined && nameText(member.name) === name)
      .flatMap(functionOf);
  });
}

/** Members of the same name in object literals that are written where one of the containers is asked for. */
function literalsOf(
  activation: Activation,
  name: string,
  containers: readonly ts.Node[],
): readonly FunctionNode[] {
  const interfaces = containers.filter(ts.isInterfaceDeclaration);
  if (interfaces.length === 0) return [];
  const { index, checker } = activation.engine;
  return (index.literalsByMember.get(name) ?? []).flatMap((literal) => {
    if (!interfaces.some((one) => isAskedFor(checker, one, literal))) return [];
    return literal.properties
      .filter((one) => one.name !== undefined && nameText(one.name) === name)
      .flatMap(functionOf);
  });
}

const MAX_HERITAGE = 20;

function inherits(
  checker: ts.TypeChecker,
  node: ts.ClassLikeDeclaration | ts.InterfaceDeclaration,
  targets: ReadonlySet<ts.Node>,
  depth: number,
): boolean {
  if (depth > MAX_HERITAGE) return false;
  const types = (node.heritageClauses ?? []).flatMap((clause) => clause.types);
  return types.some(({ expression }) => {
    const declarations = declarationsOf(checker, expression);
    return declarations.some(
      (one) => targets.has(one) || (isHeir(one) && inherits(checker, one, targets, depth + 1)),
    );
  });
}

const isHeir = (node: ts.Node): node is ts.ClassLikeDeclaration | ts.InterfaceDeclaration =>
  ts.isClassLike(node) || ts.isInterfaceDeclaration(node);

function declarationsOf(checker: ts.TypeChecker, expression: ts.Expression): readonly ts.Declaration[] {
  const symbol = checker.getSymbolAtLocation(expression);
  if (symbol === undefined) return [];
  const target = (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
  return target.declarations ?? [];
}
