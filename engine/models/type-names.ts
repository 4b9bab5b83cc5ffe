/** What rows say of an instance by its static type: its names, its bases, its constituents. */
import ts from 'typescript';
import type { NameSource } from './name-source.ts';
import { stepsOf } from './name-source.ts';
import type { PathNode } from './path-node.ts';
import { typedNodes, writtenNodes } from './written-places.ts';

/** The nodes of any value of the type; each named part gives what rows say of its instances. */
export function typeNodes(type: ts.Type, source: NameSource): readonly PathNode[] {
  const found = new Set<PathNode>();
  const seen = new Set<ts.Type>();
  const add = (nodes: readonly PathNode[]): void => nodes.forEach((node) => found.add(node));
  const visit = (each: ts.Type): void => {
    if (seen.has(each)) return;
    seen.add(each);
    add(ownNodes(each, source));
    partsOf(each, source.checker).forEach(visit);
  };
  visit(type);
  return [...found];
}

/** Types of the language that a row for another one speaks for as well. */
const SPOKEN_FOR: ReadonlyMap<string, string> = new Map([
  ['ReadonlyArray', 'Array'],
  ['ReadonlyMap', 'Map'],
  ['ReadonlySet', 'Set'],
  ['PromiseLike', 'Promise'],
]);

/** The common ancestor that the language gives typed arrays, and the library's declarations leave out. */
const TYPED_ARRAY = /^(?:Int|Uint|BigInt|BigUint|Float)\d+(?:Clamped)?Array$/;

/** Mapped types of the library that keep the members of their argument. */
const KEEPS_MEMBERS = new Set(['NonNullable', 'Omit', 'Partial', 'Pick', 'Readonly', 'Required']);

const PRIMITIVES: readonly (readonly [ts.TypeFlags, string])[] = [
  [ts.TypeFlags.StringLike, 'String'],
  [ts.TypeFlags.NumberLike, 'Number'],
  [ts.TypeFlags.BigIntLike, 'BigInt'],
  [ts.TypeFlags.BooleanLike, 'Boolean'],
  [ts.TypeFlags.ESSymbolLike, 'Symbol'],
];

/** What rows say of the type's own names. */
function ownNodes(type: ts.Type, source: NameSource): readonly PathNode[] {
  const alias = type.aliasSymbol === undefined ? [] : instancesOf(type.aliasSymbol, source);
  const primitive = PRIMITIVES.find(([flags]) => (type.flags & flags) !== 0);
  if (primitive !== undefined) return [...alias, ...globalInstances(primitive[1], source)];
  if (source.checker.isTupleType(type)) return [...alias, ...globalInstances('Array', source)];
  const symbol = type.getSymbol();
  return symbol === undefined ? alias : [...alias, ...symbolOwnNodes(type, symbol, source)];
}

function symbolOwnNodes(type: ts.Type, symbol: ts.Symbol, source: NameSource): readonly PathNode[] {
  if (isInstanceType(type)) return [...instancesOf(symbol, source), ...source.variableNodes(symbol)];
  // The type of a function, class or module itself: a value of that type is the very thing.
  if ((symbol.flags & SINGLE) !== 0) return source.symbolNodes(symbol);
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined) return [];
  return (symbol.flags & ts.SymbolFlags.ObjectLiteral) !== 0
    ? writtenNodes(declaration, source)
    : typedNodes(declaration, source);
}

const SINGLE =
  ts.SymbolFlags.Function |
  ts.SymbolFlags.Method |
  ts.SymbolFlags.Class |
  ts.SymbolFlags.ValueModule |
  ts.SymbolFlags.Enum;

function instancesOf(symbol: ts.Symbol, source: NameSource): readonly PathNode[] {
  const named = source.symbolNodes(symbol);
  const general = SPOKEN_FOR.get(symbol.name) ?? (TYPED_ARRAY.test(symbol.name) ? 'TypedArray' : undefined);
  const isLanguage = general !== undefined && isOfLanguage(symbol);
  return stepsOf(isLanguage ? [...named, ...source.globalNodes(general)] : named, 'Instance');
}

function globalInstances(name: string, source: NameSource): readonly PathNode[] {
  return stepsOf(source.globalNodes(name), 'Instance');
}

/** A global interface of a declaration file: nobody's own type of the same name. */
function isOfLanguage(symbol: ts.Symbol): boolean {
  const declaration = symbol.declarations?.[0];
  return (
    declaration !== undefined &&
    ts.isSourceFile(declaration.parent) &&
    !ts.isExternalModule(declaration.parent)
  );
}

/** The types that the value also is: constituents, constraint, bases, implemented interfaces, what an alias is made of. */
function partsOf(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  const parts = [...aliasParts(type, checker)];
  if (type.isUnionOrIntersection()) return [...parts, ...type.types];
  if ((type.flags & ts.TypeFlags.Instantiable) !== 0) {
    const constraint = checker.getBaseConstraintOfType(type);
    return constraint === undefined ? parts : [...parts, constraint];
  }
  const declared = declaredType(type);
  if (declared === undefined) return parts;
  return [...parts, ...checker.getBaseTypes(declared), ...implementedTypes(declared, checker)];
}

/** `type Log = pino.Logger & Extra` keeps no trace of `pino.Logger` in the type itself: the alias's text has it. */
function aliasParts(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  const { aliasSymbol, aliasTypeArguments } = type;
  if (aliasSymbol === undefined) return [];
  const [first] = aliasTypeArguments ?? [];
  if (first !== undefined && KEEPS_MEMBERS.has(aliasSymbol.name) && isOfLanguage(aliasSymbol)) return [first];
  const node = aliasSymbol.declarations?.find(ts.isTypeAliasDeclaration)?.type;
  return node === undefined ? [] : namedParts(node).map((part) => checker.getTypeAtLocation(part));
}

function namedParts(node: ts.TypeNode): readonly ts.TypeNode[] {
  if (ts.isParenthesizedTypeNode(node)) return namedParts(node.type);
  if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node)) return node.types.flatMap(namedParts);
  return ts.isTypeReferenceNode(node) || ts.isImportTypeNode(node) ? [node] : [];
}

function isInstanceType(type: ts.Type): boolean {
  return declaredType(type) !== undefined;
}

/** The class or interface that a type is, or is a reference to. */
function declaredType(type: ts.Type): ts.InterfaceType | undefined {
  if (type.isClassOrInterface()) return type;
  return isReference(type) && type.target.isClassOrInterface() ? type.target : undefined;
}

function isReference(type: ts.Type): type is ts.TypeReference {
  return (
    'target' in type && 'objectFlags' in type && (Number(type.objectFlags) & ts.ObjectFlags.Reference) !== 0
  );
}

function implementedTypes(type: ts.InterfaceType, checker: ts.TypeChecker): readonly ts.Type[] {
  const classes = type.symbol.declarations?.filter(ts.isClassLike) ?? [];
  const clauses = classes.flatMap(({ heritageClauses }) => heritageClauses ?? []);
  return clauses
    .filter(({ token }) => token === ts.SyntaxKind.ImplementsKeyword)
    .flatMap(({ types }) => types.map((each) => checker.getTypeAtLocation(each)));
}
