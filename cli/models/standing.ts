/** Where a walk along an access path stands: the types of the value there, and what it constructs or declares. */
import ts from 'typescript';

export interface Standing {
  readonly values: readonly ts.Type[];
  readonly instances: readonly ts.Type[];
}

/** What a declared symbol stands for, its aliases followed. */
export function placeOf(checker: ts.TypeChecker, declared: ts.Symbol): Standing {
  const symbol = declared.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(declared) : declared;
  const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0;
  const isType = (symbol.flags & ts.SymbolFlags.Type) !== 0;
  const value = isValue ? checker.getTypeOfSymbol(symbol) : undefined;
  const instances = isType ? [checker.getDeclaredTypeOfSymbol(symbol)] : [];
  const constructed =
    value?.getConstructSignatures().map((each) => checker.getReturnTypeOfSignature(each)) ?? [];
  return { values: value === undefined ? [] : [value], instances: [...instances, ...constructed] };
}

/** The exports of a namespace symbol. */
export function namespaceOf(checker: ts.TypeChecker, declared: ts.Symbol): ts.Symbol[] {
  const symbol = declared.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(declared) : declared;
  return (symbol.flags & ts.SymbolFlags.Namespace) === 0 ? [] : checker.getExportsOfModule(symbol);
}

/** The types of a member by name, of every constituent that has it. A hit through an index signature or `any` is none. */
export function memberOf(checker: ts.TypeChecker, at: Standing, name: string): Standing {
  const found = at.values
    .flatMap((value) => constituents(checker, value))
    .flatMap((value) => {
      const symbol = checker.getPropertyOfType(value, name);
      return symbol === undefined || !isPublic(symbol) ? [] : [placeOf(checker, symbol)];
    });
  return {
    values: found.flatMap((place) => place.values),
    instances: found.flatMap((place) => place.instances),
  };
}

/** The signatures of the values, called or constructed. */
export function signaturesOf(checker: ts.TypeChecker, at: Standing): readonly ts.Signature[] {
  return at.values
    .flatMap((value) => constituents(checker, value))
    .flatMap((value) => [...value.getCallSignatures(), ...value.getConstructSignatures()]);
}

/** The type of a signature's parameter at an index, through a rest parameter too. */
export function parameterAt(
  checker: ts.TypeChecker,
  signature: ts.Signature,
  index: number,
): ts.Type | undefined {
  const { parameters, declaration } = signature;
  const last = parameters.at(-1);
  const node = last?.valueDeclaration;
  const isRest = node !== undefined && ts.isParameter(node) && node.dotDotDotToken !== undefined;
  const parameter = parameters[index];
  if (isRest && index >= parameters.length - 1)
    return elementOf(checker, checker.getTypeOfSymbol(last ?? raise()));
  if (parameter === undefined) return undefined;
  return checker.getTypeOfSymbolAtLocation(parameter, declaration ?? parameter.valueDeclaration ?? raise());
}

/** What an array or a tuple holds. */
export function elementOf(checker: ts.TypeChecker, list: ts.Type): ts.Type | undefined {
  const whole = checker.getApparentType(checker.getNonNullableType(list));
  return whole.getNumberIndexType() ?? (isOpen(whole) ? whole : iteratedBy(checker, whole));
}

/** What a generic iterator or set yields: its first type argument. */
function iteratedBy(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  const isIterated = /Iterator|Iterable|Generator|Set/.test(type.getSymbol()?.name ?? '');
  if (isIterated && isReference(type)) return checker.getTypeArguments(type)[0];
  // A stream says that it can be iterated, and not what it gives.
  const isAsync = checker.getPropertiesOfType(type).some(({ name }) => name.startsWith('__@asyncIterator'));
  return isAsync ? checker.getAnyType() : undefined;
}

function isReference(type: ts.Type): type is ts.TypeReference {
  return (type.flags & ts.TypeFlags.Object) !== 0 && 'target' in type;
}

/** The parts of a union or of a constraint, `null` and `undefined` left out. */
export function constituents(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  const whole = checker.getApparentType(checker.getNonNullableType(type));
  return whole.isUnion() ? whole.types.flatMap((part) => constituents(checker, part)) : [whole];
}

/** A type that says nothing of its members. */
export const isOpen = (type: ts.Type): boolean =>
  (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;

function isPublic(symbol: ts.Symbol): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return symbol.declarations?.every((node) => (ts.getCombinedModifierFlags(node) & hidden) === 0) ?? true;
}

function raise(): never {
  throw new Error('A parameter without a declaration.');
}
