/** What lies directly below a type: members, elements, map entries, awaited values, as edges to further types. */
import ts from 'typescript';
import { ANY_MEMBER, AWAITED, ELEMENT, MAP_KEY, MAP_VALUE, privateKey } from '../keys.ts';
import {
  constraintOf,
  isDeclarationObject,
  isLibraryType,
  isUntaggable,
  replacesMembers,
  tupleFlags,
  typeArgumentsOf,
} from './type-kinds.ts';
import { iteratedTypes, memberSignatureTypes } from './iteration.ts';

export interface Edge {
  readonly key: string;
  readonly type: ts.Type;
  /** The member that the edge stands for. */
  readonly member?: ts.Symbol;
  /** Whether who prints the value prints this: not so for a promise's result, `#private` fields, a class's accessors. */
  readonly isShown: boolean;
  /** Which keys the edge stands for besides its own: those of an array's elements, or any (an index signature). */
  readonly covers: 'nothing' | 'indexes' | 'names';
}

export interface Edges {
  of(type: ts.Type): readonly Edge[];
}

/** Members that are the brand itself are no data: `isBrand` leaves them out. */
export function createEdges(program: ts.Program, isBrand: (member: ts.Symbol) => boolean): Edges {
  const checker = program.getTypeChecker();
  const known = new WeakMap<ts.Type, readonly Edge[]>();
  const compute = (type: ts.Type): readonly Edge[] => {
    if (isUntaggable(type)) return [];
    if (type.isUnionOrIntersection()) return type.types.flatMap(of);
    if ((type.flags & ts.TypeFlags.Object) === 0) {
      const constraint = constraintOf(checker, type);
      return constraint === undefined ? [] : of(constraint);
    }
    return objectEdges(program, type, isBrand);
  };
  // A type that is asked for while its own edges are being found adds nothing new to them.
  const of = (type: ts.Type): readonly Edge[] => {
    const edges = known.get(type);
    if (edges !== undefined) return edges;
    known.set(type, []);
    const found = compute(type);
    known.set(type, found);
    return found;
  };
  return { of };
}

function objectEdges(
  program: ts.Program,
  type: ts.Type,
  isBrand: (member: ts.Symbol) => boolean,
): readonly Edge[] {
  const checker = program.getTypeChecker();
  if (checker.isTupleType(type)) return tupleEdges(checker, type);
  if (checker.isArrayType(type)) return argumentEdges(checker, type, [ELEMENT]);
  const keys = isLibraryType(program, type) ? COLLECTIONS.get(type.symbol.name) : undefined;
  if (keys !== undefined) return argumentEdges(checker, type, keys);
  // The constants of an enum and the prototype of a class are code; what is read from them is told by its own type.
  if (isDeclarationObject(type) && (type.symbol.flags & ts.SymbolFlags.Enum) !== 0) return [];
  const members = checker
    .getPropertiesOfType(type)
    .filter((member) => !isBrand(member) && (member.flags & ts.SymbolFlags.Prototype) === 0);
  return [
    ...members.flatMap((member) => memberEdges(program, type, member)),
    ...checker.getIndexInfosOfType(type).map(indexEdge),
  ];
}

function indexEdge({ keyType, type }: ts.IndexInfo): Edge {
  const isNumeric = (keyType.flags & ts.TypeFlags.NumberLike) !== 0;
  return isNumeric ? edge(ELEMENT, type, { covers: 'indexes' }) : edge(ANY_MEMBER, type, { covers: 'names' });
}

/** The library's own collections, by the order of their type arguments. */
const COLLECTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ...['Map', 'ReadonlyMap', 'WeakMap'].map((name): [string, string[]] => [name, [MAP_KEY, MAP_VALUE]]),
  ...['Promise', 'PromiseLike'].map((name): [string, string[]] => [name, [AWAITED]]),
  ...[
    'Set',
    'ReadonlySet',
    'WeakSet',
    'Iterable',
    'IterableIterator',
    'Iterator',
    'IteratorObject',
    'Generator',
  ].map((name): [string, string[]] => [name, [ELEMENT]]),
  ...['AsyncIterable', 'AsyncIterableIterator', 'AsyncIterator', 'AsyncIteratorObject', 'AsyncGenerator'].map(
    (name): [string, string[]] => [name, [ELEMENT]],
  ),
]);

function argumentEdges(checker: ts.TypeChecker, type: ts.Type, keys: readonly string[]): readonly Edge[] {
  const types = typeArgumentsOf(checker, type);
  return keys.flatMap((key, index) => {
    const argument = types[index];
    if (argument === undefined) return [];
    return edge(key, argument, { isShown: key !== AWAITED, covers: key === ELEMENT ? 'indexes' : 'nothing' });
  });
}

/** `[id: string, body: P, ...rest: P[]]`: '0', '1', and ELEMENT for what follows. */
function tupleEdges(checker: ts.TypeChecker, type: ts.Type): readonly Edge[] {
  const types = typeArgumentsOf(checker, type);
  const flags = tupleFlags(type);
  const firstVariable = flags.findIndex((flag) => (flag & ts.ElementFlags.Variable) !== 0);
  const fixed = firstVariable === -1 ? types.length : firstVariable;
  return types.map((element, index) => {
    if (index < fixed) return edge(String(index), element);
    const isSpread = ((flags[index] ?? 0) & ts.ElementFlags.Variadic) !== 0;
    const spread = isSpread ? (element.getNumberIndexType() ?? element) : element;
    return edge(ELEMENT, spread, { covers: 'indexes' });
  });
}

function memberEdges(program: ts.Program, type: ts.Type, member: ts.Symbol): readonly Edge[] {
  const checker = program.getTypeChecker();
  const declaration = member.declarations?.[0];
  if ((member.flags & ts.SymbolFlags.Method) !== 0) return methodEdges(program, type, member, declaration);
  const isPrivate = declaration !== undefined && hasPrivateName(declaration);
  const isAccessor = declaration !== undefined && isClassAccessor(declaration);
  const isShown = !isPrivate && !isAccessor && !isForTools(member.name);
  const key = isPrivate ? privateKey(declaration.name.text) : member.name;
  const value = checker.getTypeOfSymbol(member);
  return [edge(key, value, replacesMembers(type) ? { isShown } : { member, isShown })];
}

/** `~standard`, `~types`: by the convention of Standard Schema, types that a schema tells tools, and no value of it. */
const isForTools = (name: string): boolean => name.startsWith('~');

function hasPrivateName(
  node: ts.Declaration,
): node is ts.Declaration & { readonly name: ts.PrivateIdentifier } {
  const name = ts.getNameOfDeclaration(node);
  return name !== undefined && ts.isPrivateIdentifier(name);
}

/** It stands on the prototype: no printer, serializer or spread reads it. */
function isClassAccessor(node: ts.Declaration): boolean {
  return ts.isAccessor(node) && ts.isClassLike(node.parent);
}

/** Methods hold no content, but those of the library's protocols tell what iterating, awaiting and looking up gives. */
function methodEdges(
  program: ts.Program,
  type: ts.Type,
  member: ts.Symbol,
  declaration: ts.Declaration | undefined,
): readonly Edge[] {
  const checker = program.getTypeChecker();
  const name = declaration === undefined ? undefined : protocolName(declaration);
  if (name === 'iterator' || name === 'asyncIterator') {
    return iteratedTypes(checker, checker.getTypeOfSymbol(member)).map((item) =>
      edge(ELEMENT, item, { covers: 'indexes' }),
    );
  }
  if (member.name === 'then') {
    const awaited = checker.getAwaitedType(type);
    return awaited === undefined || awaited === type ? [] : [edge(AWAITED, awaited, { isShown: false })];
  }
  if (member.name === 'get' && declaration !== undefined && isLibraryMap(program, declaration)) {
    const { parameters, results } = memberSignatureTypes(checker, checker.getTypeOfSymbol(member));
    return [
      ...parameters.map((key) => edge(MAP_KEY, key)),
      ...results.map((value) => edge(MAP_VALUE, value)),
    ];
  }
  return [];
}

/** `iterator` for `[Symbol.iterator]`. */
function protocolName(declaration: ts.Declaration): string | undefined {
  const name = ts.getNameOfDeclaration(declaration);
  if (name === undefined || !ts.isComputedPropertyName(name)) return undefined;
  const { expression } = name;
  const isWellKnown =
    ts.isPropertyAccessExpression(expression) && expression.expression.getText() === 'Symbol';
  return isWellKnown ? expression.name.text : undefined;
}

function isLibraryMap(program: ts.Program, declaration: ts.Declaration): boolean {
  const { parent } = declaration;
  return (
    ts.isInterfaceDeclaration(parent) &&
    COLLECTIONS.get(parent.name.text)?.includes(MAP_VALUE) === true &&
    program.isSourceFileDefaultLibrary(parent.getSourceFile())
  );
}

function edge(
  key: string,
  type: ts.Type,
  { member, isShown = true, covers = 'nothing' }: Partial<Omit<Edge, 'key' | 'type'>> = {},
): Edge {
  return { key, type, isShown, covers, ...(member === undefined ? {} : { member }) };
}
