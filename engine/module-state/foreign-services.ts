/** Objects that a module makes of other people's code: what they keep inside is for the rows of their package to say. */
import ts from 'typescript';
import type { Engine } from '../activation.ts';
import { isAssignment } from '../program/scopes.ts';
import { unitAround } from '../program/units.ts';
import type { AbstractObject } from '../values/value.ts';

/** Whether an object is made once, by a class or a function that neither the program nor the language declares. */
export function isForeignService({ program, checker }: Engine, { node, classNode }: AbstractObject): boolean {
  if (classNode !== undefined || !(ts.isNewExpression(node) || ts.isCallExpression(node))) return false;
  if (!ts.isSourceFile(unitAround(node))) return false;
  const file = checker.getResolvedSignature(node)?.declaration?.getSourceFile();
  return file === undefined || (file.isDeclarationFile && !program.isSourceFileDefaultLibrary(file));
}

/** A member that the program itself assigns is its own doing, whoever made the object. */
export const isAssigned = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind);
