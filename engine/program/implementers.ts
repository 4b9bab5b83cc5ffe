/** The code behind a type: classes and object literals that have all members that an interface can be called by. */
import ts from 'typescript';
import { type ProgramIndex, nameText } from './program-index.ts';

type Implementer = ts.ClassLikeDeclaration | ts.ObjectLiteralExpression;

/** Told from names alone, and told too often rather than too seldom. Other nodes than types have none. */
export function implementersOf(index: ProgramIndex, node: ts.Node): readonly Implementer[] {
  if (!ts.isInterfaceDeclaration(node) && !ts.isTypeLiteralNode(node)) return [];
  const names = node.members.flatMap((member) => calledName(member) ?? []);
  const byName = names.map((name) => declaring(index, name)).sort((a, b) => a.length - b.length);
  const [fewest, ...others] = byName;
  const rest = others.map((list) => new Set(list));
  return (fewest ?? []).filter((one) => rest.every((list) => list.has(one)));
}

/** The name of a member that is a function, and that nobody may leave out. */
function calledName(member: ts.TypeElement): string | undefined {
  if (member.name === undefined || member.questionToken !== undefined) return undefined;
  const isCalled =
    ts.isMethodSignature(member) ||
    (ts.isPropertySignature(member) && member.type !== undefined && ts.isFunctionTypeNode(member.type));
  return isCalled ? nameText(member.name) : undefined;
}

function declaring(
  { classesByMember, literalsByMember }: ProgramIndex,
  name: string,
): readonly Implementer[] {
  return [...(classesByMember.get(name) ?? []), ...(literalsByMember.get(name) ?? [])];
}
