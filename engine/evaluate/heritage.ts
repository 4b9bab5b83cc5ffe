/** Heritage: superclasses, and where a member with code is found. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { declaredKey } from './member-names.ts';
import { isStatic } from '../program/units.ts';

/** A member of a class: a parameter property counts as one. */
export type ClassMember = ts.ClassElement | ts.ParameterDeclaration;

/** What declares a field: a member, or in plain JavaScript the place that first writes to `this.name`. */
export type FieldDeclaration = ClassMember | ts.BinaryExpression | ts.PropertyAccessExpression;

/** The class and its superclasses, nearest first. */
export function ancestorsOf(
  activation: Activation,
  node: ts.ClassLikeDeclaration,
): readonly ts.ClassLikeDeclaration[] {
  const ancestors: ts.ClassLikeDeclaration[] = [];
  for (
    let next: ts.ClassLikeDeclaration | undefined = node;
    next !== undefined && !ancestors.includes(next);
  ) {
    ancestors.push(next);
    next = superclassOf(activation, next);
  }
  return ancestors;
}

export function superclassOf(
  activation: Activation,
  node: ts.ClassLikeDeclaration,
): ts.ClassLikeDeclaration | undefined {
  const expression = superExpression(node);
  if (expression === undefined) return undefined;
  const { checker } = activation.engine;
  const symbol = checker.getSymbolAtLocation(expression);
  const target =
    symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0
      ? checker.getAliasedSymbol(symbol)
      : symbol;
  const declaration = target?.valueDeclaration;
  return declaration !== undefined &&
    ts.isClassLike(declaration) &&
    !declaration.getSourceFile().isDeclarationFile
    ? declaration
    : undefined;
}

export function superExpression(node: ts.ClassLikeDeclaration): ts.Expression | undefined {
  return node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0]
    ?.expression;
}

/** What code `super` has a meaning in: members of classes, and methods and accessors of literals. */
const isSuperHome = (node: ts.Node): boolean =>
  ts.isClassElement(node) || ts.isMethodDeclaration(node) || ts.isAccessor(node);

/** The class or the object literal whose code `super` stands in: a literal inside a method is no such thing. */
export function superOwner(node: ts.Node): ts.Node | undefined {
  return ts.findAncestor(node, isSuperHome)?.parent;
}

/** The declaration with code under a name, in the class or above it. */
export function findMember(
  activation: Activation,
  node: ts.ClassLikeDeclaration,
  name: string,
  wantsStatic: boolean,
): ClassMember | undefined {
  for (const owner of ancestorsOf(activation, node)) {
    const member = owner.members.find(
      (one) => isMemberNamed(activation, one, name) && isStatic(one) === wantsStatic,
    );
    if (member !== undefined) return member;
  }
  return undefined;
}

function isMemberNamed(activation: Activation, member: ts.ClassElement, name: string): boolean {
  const hasCode =
    (ts.isMethodDeclaration(member) || ts.isGetAccessorDeclaration(member)) && member.body !== undefined;
  return hasCode && declaredKey(activation, member.name) === name;
}

/** The declaration of the class field (or accessor) that an access reads or writes. */
export function fieldDeclaration(activation: Activation, node: ts.Node): FieldDeclaration | undefined {
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const declaration = activation.engine.checker.getSymbolAtLocation(node.name)?.valueDeclaration;
  if (declaration === undefined || declaration.getSourceFile().isDeclarationFile) return undefined;
  if (ts.isParameter(declaration) && ts.isConstructorDeclaration(declaration.parent)) return declaration;
  const isMember = ts.isClassElement(declaration) && ts.isClassLike(declaration.parent);
  if (isMember) return declaration;
  return isWrittenField(declaration) ? declaration : undefined;
}

function isWrittenField(node: ts.Declaration): node is ts.BinaryExpression | ts.PropertyAccessExpression {
  const target = ts.isBinaryExpression(node) ? node.left : node;
  return ts.isPropertyAccessExpression(target) && target.expression.kind === ts.SyntaxKind.ThisKeyword;
}
