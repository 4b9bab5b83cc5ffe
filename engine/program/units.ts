/** Units: what the engine summarises one by one. A function with a body, the construction of a class, the code of a module. */
import { visitBelow } from './syntax.ts';
import ts from 'typescript';
import type { FunctionNode } from '../values/value.ts';

export type UnitNode = FunctionNode | ts.ClassLikeDeclaration | ts.SourceFile;

/** A function-like node that has code to run. Constructors belong to the unit of their class. */
export function isFunctionNode(node: ts.Node): node is FunctionNode {
  return (
    ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && !ts.isConstructorDeclaration(node)
  );
}

/** The unit that runs a node: itself excluded, so that the unit of a function's node is the one that makes the function. */
export function unitAround(node: ts.Node): UnitNode {
  let child = node;
  if (ts.isSourceFile(node)) return node;
  for (let parent = node.parent; ; child = parent, parent = parent.parent) {
    if (ts.isSourceFile(parent)) return parent;
    if (ts.isConstructorDeclaration(parent)) return parent.parent;
    if (isFunctionNode(parent)) return runsOutside(parent, child) ? unitAround(parent) : parent;
    if (ts.isPropertyDeclaration(parent) && child === parent.initializer && !isStatic(parent)) {
      if (ts.isClassLike(parent.parent)) return parent.parent;
    }
  }
}

/** Decorators and computed names of a method are run by whoever runs the class. */
function runsOutside(parent: FunctionNode, child: ts.Node): boolean {
  return child === parent.name || ts.isDecorator(child);
}

export function isStatic(member: ts.ClassElement): boolean {
  return (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0;
}

/** All units of a file or of a part of it, outer before inner, in the order of the text. */
export function unitsIn(part: ts.Node): readonly UnitNode[] {
  const units: UnitNode[] = [];
  visitBelow(part, (node) => {
    if (ts.isSourceFile(node) || isFunctionNode(node) || ts.isClassLike(node)) units.push(node);
    return true;
  });
  return units;
}

export function constructorOf(node: ts.ClassLikeDeclaration): ts.ConstructorDeclaration | undefined {
  return node.members.find((member): member is ts.ConstructorDeclaration => {
    return ts.isConstructorDeclaration(member) && member.body !== undefined;
  });
}

/** The parameters of a function that arguments are given for. */
export function namedParameters(
  parameters: readonly ts.ParameterDeclaration[],
): readonly ts.ParameterDeclaration[] {
  return parameters.filter(({ name }) => !(ts.isIdentifier(name) && name.text === 'this'));
}
