/** The code behind an interface: object literals that are written where it is asked for. */
import ts from 'typescript';
import { type ProgramIndex, declaredName } from './program-index.ts';

/** Object literals of the type of an interface that have all members that it can be called by. Other nodes have none. */
export function literalsOfType(
  { literalsByMember }: ProgramIndex,
  checker: ts.TypeChecker,
  node: ts.Node,
): readonly ts.ObjectLiteralExpression[] {
  if (!ts.isInterfaceDeclaration(node)) return [];
  const names = node.members.flatMap((member) => calledName(member) ?? []);
  const byName = names.map((name) => literalsByMember.get(name) ?? []).sort((a, b) => a.length - b.length);
  const [fewest, ...others] = byName;
  return (fewest ?? []).filter(
    (one) => others.every((list) => list.includes(one)) && isAskedFor(checker, node, one),
  );
}

/** Whether an interface says what a literal is to be. */
export function isAskedFor(
  checker: ts.TypeChecker,
  node: ts.InterfaceDeclaration,
  literal: ts.ObjectLiteralExpression,
): boolean {
  return checker.getContextualType(literal)?.getSymbol()?.declarations?.includes(node) === true;
}

/** The name of a member that is a function, and that nobody may leave out. */
function calledName(member: ts.TypeElement): string | undefined {
  if (member.name === undefined || member.questionToken !== undefined) return undefined;
  const isCalled =
    ts.isMethodSignature(member) ||
    (ts.isPropertySignature(member) && member.type !== undefined && ts.isFunctionTypeNode(member.type));
  return isCalled ? declaredName(member.name) : undefined;
}
