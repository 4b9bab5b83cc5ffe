/** Questions about a type's kind that its flags answer, without resolving anything. */
import ts from 'typescript';

/** Intrinsic types: no declaration and no brand can tag them, and nothing lies below them. */
const INTRINSIC =
  ts.TypeFlags.Any |
  ts.TypeFlags.Unknown |
  ts.TypeFlags.String |
  ts.TypeFlags.Number |
  ts.TypeFlags.BigInt |
  ts.TypeFlags.Boolean |
  ts.TypeFlags.BooleanLiteral |
  ts.TypeFlags.ESSymbolLike |
  ts.TypeFlags.VoidLike |
  ts.TypeFlags.Null |
  ts.TypeFlags.Never |
  ts.TypeFlags.NonPrimitive;

const LITERAL = ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral | ts.TypeFlags.BigIntLiteral;

/** A type that no tag can lie at or below. Members of an enum are literals too, and an enum can be tagged. */
export function isUntaggable(type: ts.Type): boolean {
  if ((type.flags & ts.TypeFlags.EnumLike) !== 0) return false;
  return (type.flags & (INTRINSIC | LITERAL)) !== 0;
}

/** A class or interface, or a reference to one with type arguments. */
export function isNamedObject(type: ts.Type): boolean {
  return (
    (objectFlagsOf(type) & (ts.ObjectFlags.ClassOrInterface | ts.ObjectFlags.Reference)) !== 0 &&
    hasSymbol(type)
  );
}

/** Named by the language's own library, and extended nowhere else. */
export function isLibraryType(program: ts.Program, type: ts.Type): boolean {
  const declarations = isNamedObject(type) ? type.symbol.declarations : undefined;
  return declarations?.every((node) => program.isSourceFileDefaultLibrary(node.getSourceFile())) === true;
}

/** `typeof Prompt`, the class or enum itself: it holds no value of its type. */
export function isDeclarationObject(type: ts.Type): boolean {
  if ((type.flags & ts.TypeFlags.Object) === 0 || isNamedObject(type) || !hasSymbol(type)) return false;
  return (type.symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Enum)) !== 0;
}

/** Declared in such files alone, so that nothing but its type arguments can come from elsewhere. */
export function isWhole(type: ts.Type, isThere: (file: ts.SourceFile) => boolean): boolean {
  const isClosed = isNamedObject(type) || (objectFlagsOf(type) & OPEN) === 0;
  if (!isClosed || (type.flags & ts.TypeFlags.Object) === 0 || !hasSymbol(type)) return false;
  return type.symbol.declarations?.every((node) => isThere(node.getSourceFile())) === true;
}

/** Types that hold what a generic alias was given, out of sight. */
const OPEN = ts.ObjectFlags.Mapped | ts.ObjectFlags.Instantiated;

export function isCallable(type: ts.Type): boolean {
  return type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0;
}

export function typeArgumentsOf(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  return isReference(type) ? checker.getTypeArguments(type) : [];
}

/** How the elements of a tuple type stand: required, optional, rest, variadic. */
export function tupleFlags(type: ts.Type): readonly ts.ElementFlags[] {
  return isReference(type) && isTuple(type.target) ? type.target.elementFlags : [];
}

/** A mapped type whose members are other values than those that they are named after: `{ [K in keyof T]: boolean }`. */
export function replacesMembers(type: ts.Type): boolean {
  if ((objectFlagsOf(type) & ts.ObjectFlags.Mapped) === 0) return false;
  const mapped = type.symbol.declarations?.find(ts.isMappedTypeNode);
  return mapped?.type !== undefined && !mentionsName(mapped.type, mapped.typeParameter.name.text);
}

/** Whether a written type names something, by its text alone. */
export function mentionsName(node: ts.Node, name: string): boolean {
  if (ts.isIdentifier(node)) return node.text === name;
  return ts.forEachChild(node, (child) => mentionsName(child, name)) ?? false;
}

/** What a type parameter, an indexed access or a deferred conditional type is at most. */
export function constraintOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  const constraint = checker.getBaseConstraintOfType(type);
  return constraint === type ? undefined : constraint;
}

function isReference(type: ts.Type): type is ts.TypeReference {
  return (objectFlagsOf(type) & ts.ObjectFlags.Reference) !== 0;
}

function isTuple(type: ts.Type): type is ts.TupleType {
  return (objectFlagsOf(type) & ts.ObjectFlags.Tuple) !== 0;
}

function objectFlagsOf(type: ts.Type): ts.ObjectFlags {
  if ((type.flags & ts.TypeFlags.Object) === 0) return 0;
  return 'objectFlags' in type && typeof type.objectFlags === 'number' ? type.objectFlags : 0;
}

function hasSymbol(type: ts.Type): boolean {
  return type.getSymbol() !== undefined;
}

/** The number of a tuple's elements, where it has one. */
export function tupleLength(type: ts.Type, checker: ts.TypeChecker): number | undefined {
  if (!checker.isTupleType(type)) return undefined;
  const flags = tupleFlags(type);
  return flags.every((flag) => (flag & ts.ElementFlags.Required) !== 0) ? flags.length : undefined;
}
