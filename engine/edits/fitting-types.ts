/** Whether an edit of a call's arguments leaves a program that compiles: what a place asks for, by the type checker. */
import ts from 'typescript';

/** Whether a value of a type may stand where an expression stands now. */
export function isFitting(checker: ts.TypeChecker, place: ts.Node, type: ts.Type): boolean {
  const asked = ts.isExpression(place) ? askedAt(checker, place) : undefined;
  return asked === undefined || checker.isTypeAssignableTo(type, asked);
}

/** Whether a variable may be of a type that is inferred: what was written may be wider, with other members, or `any`. */
export function isUsableAs(checker: ts.TypeChecker, use: ts.Node, inferred: ts.Type): boolean {
  const { parent } = use;
  if (ts.isPropertyAccessExpression(parent) && parent.expression === use)
    return checker.getPropertyOfType(inferred, parent.name.text) !== undefined;
  const isCallee = (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === use;
  const isTaken = ts.isElementAccessExpression(parent) && parent.expression === use;
  return !isCallee && !isTaken && isFitting(checker, use, inferred);
}

/** The type of a data member that anyone may read. */
export function findReadable(checker: ts.TypeChecker, of: ts.Node, name: string): ts.Type | undefined {
  const member = checker.getTypeAtLocation(of).getProperty(name);
  if (member === undefined || member.declarations?.some(isHidden) === true) return undefined;
  const type = checker.getTypeOfSymbolAtLocation(member, of);
  return type.getCallSignatures().length === 0 ? type : undefined;
}

const isHidden = (declaration: ts.Declaration): boolean =>
  (ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0;

/** Whether an object literal may be written without a member. */
export function isDispensable(checker: ts.TypeChecker, object: ts.Node, name: string): boolean {
  if (!ts.isObjectLiteralExpression(object)) return false;
  const asked = askedAt(checker, object);
  return asked === undefined || !isRequired(checker.getPropertyOfType(asked, name));
}

/** Whether an object literal may have one member of a type in the place of a spread: neither too little nor too much. */
export function isSpreadReplaceable(
  checker: ts.TypeChecker,
  object: ts.Node,
  name: string,
  type: ts.Type,
): boolean {
  if (!ts.isObjectLiteralExpression(object)) return false;
  const asked = askedAt(checker, object);
  if (asked === undefined || (asked.flags & OPEN) !== 0) return true;
  const written = new Set([name, ...object.properties.map((one) => one.name?.getText() ?? '')]);
  if (asked.getProperties().some((one) => isRequired(one) && !written.has(one.name))) return false;
  const member = checker.getPropertyOfType(asked, name);
  if (member !== undefined)
    return checker.isTypeAssignableTo(type, checker.getTypeOfSymbolAtLocation(member, object));
  const index = asked.getStringIndexType();
  return index === undefined ? asked.getProperties().length === 0 : checker.isTypeAssignableTo(type, index);
}

const OPEN = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive;

const isRequired = (member: ts.Symbol | undefined): boolean =>
  member !== undefined && (member.flags & ts.SymbolFlags.Optional) === 0;

/**
 * What a place asks for, from the call's argument down. A parameter whose type is inferred asks for the type's bound
 * only: what was inferred is the argument's own type.
 */
function askedAt(checker: ts.TypeChecker, place: ts.Expression): ts.Type | undefined {
  const { parent } = place;
  if (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent))
    return memberAsked(checker, parent);
  if (ts.isArrayLiteralExpression(parent)) return askedAt(checker, parent)?.getNumberIndexType();
  const declared = parameterOf(checker, place);
  const type = declared === undefined ? undefined : checker.getTypeAtLocation(declared);
  if (type !== undefined && (type.flags & ts.TypeFlags.Instantiable) !== 0)
    return checker.getBaseConstraintOfType(type);
  return checker.getContextualType(place);
}

function memberAsked(
  checker: ts.TypeChecker,
  { name, parent }: ts.PropertyAssignment | ts.ShorthandPropertyAssignment,
): ts.Type | undefined {
  const object = askedAt(checker, parent);
  if (object === undefined || !(ts.isIdentifier(name) || ts.isStringLiteralLike(name))) return undefined;
  const member = checker.getPropertyOfType(object, name.text);
  return member === undefined
    ? object.getStringIndexType()
    : checker.getTypeOfSymbolAtLocation(member, parent);
}

function parameterOf(
  checker: ts.TypeChecker,
  place: ts.Expression,
): ts.SignatureDeclaration['parameters'][number] | undefined {
  const { parent } = place;
  if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) return undefined;
  const index = parent.arguments?.indexOf(place) ?? -1;
  const declaration = checker.getResolvedSignature(parent)?.getDeclaration();
  return index < 0 ? undefined : declaration?.parameters[index];
}
