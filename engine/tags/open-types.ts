/** Types of parameters that each call makes something else: `event: Events[Name]`. */
import ts from 'typescript';
import type { TypeOracle } from './tree.ts';

/**
 * Whether only some of what a parameter's type leaves open is tagged: then who calls knows, and the type alone says
 * nothing.
 */
export function isOpenType(
  checker: ts.TypeChecker,
  oracle: TypeOracle,
  parameter: ts.ParameterDeclaration,
): boolean {
  if (!oracle.hasTags || !mentionsTypeParameter(parameter)) return false;
  const type = checker.getTypeAtLocation(parameter.name);
  if ((type.flags & (ts.TypeFlags.IndexedAccess | ts.TypeFlags.Conditional)) === 0) return false;
  const constraint = checker.getBaseConstraintOfType(type);
  if (constraint === undefined) return false;
  const parts = constraint.isUnion() ? constraint.types : [constraint];
  return parts.some((part) => oracle.treeOf(part) === undefined);
}

/** By syntax alone, since few parameters have such a type. */
function mentionsTypeParameter({ type, parent }: ts.ParameterDeclaration): boolean {
  if (type === undefined || !(ts.isIndexedAccessTypeNode(type) || ts.isTypeReferenceNode(type))) return false;
  const names = parent.typeParameters?.map(({ name }) => name.text) ?? [];
  if (names.length === 0) return false;
  const parts = ts.isIndexedAccessTypeNode(type) ? [type.indexType] : (type.typeArguments ?? []);
  return parts.some(
    (part) =>
      ts.isTypeReferenceNode(part) && ts.isIdentifier(part.typeName) && names.includes(part.typeName.text),
  );
}
