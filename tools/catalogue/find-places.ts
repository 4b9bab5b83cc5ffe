/** Finds where a package's functions and members give values that rows speak of: what types tell, as paths that a text can follow. */
import ts from 'typescript';
import { compareTexts } from '../../engine/models/path-node.ts';
import { type Given, givenBy } from './given-values.ts';
import { type Known, joined, wholePath } from './known-places.ts';

/** The value at `path` of a module is what rows know at `is`: a module and a path. */
export interface FoundPlace {
  readonly path: string;
  readonly is: string;
}

/** What leads from the module's own exports to a value is followed so far. */
const MAX_DEPTH = 7;
const MAX_STEPS = 6;
const MAX_TYPES = 1500;

interface Visited {
  readonly place: string;
  readonly depth: number;
  readonly type: ts.Type;
  readonly known: readonly string[];
}

interface Edge {
  readonly from: Visited;
  readonly step: string;
  readonly to: Visited;
}

interface Search {
  readonly checker: ts.TypeChecker;
  readonly known: Known;
  /** The names under which a module exports classes and interfaces. */
  readonly names: ReadonlyMap<ts.Symbol, string>;
  readonly visited: Map<Key, Visited>;
  readonly module: string;
  readonly edges: Edge[];
}

/** The places of a module, in the order of their paths. */
export function findPlaces(
  checker: ts.TypeChecker,
  known: Known,
  module: string,
  symbol: ts.Symbol,
): readonly FoundPlace[] {
  const exported = checker.getExportsOfModule(symbol).filter(({ name }) => isPlain(name));
  const names = new Map(
    exported.map((one) => [resolved(checker, one), `Member[${one.name}].Instance`] as const).reverse(),
  );
  const search: Search = { checker, known, names, module, visited: new Map(), edges: [] };
  const direct = exported.flatMap((one) => directPlaces(search, one));
  const whole = symbol.exports?.get(ts.InternalSymbolName.ExportEquals);
  const root: Visited = { place: '', depth: 0, type: checker.getTypeOfSymbol(symbol), known: [] };
  if (whole !== undefined) {
    const type = checker.getTypeOfSymbol(resolved(checker, whole));
    const value = enter(search, type, '', 0, known.ofType(type));
    if (value !== undefined) search.edges.push({ from: root, step: '', to: value });
  }
  for (const one of exported) {
    const target = resolved(checker, one);
    if ((target.flags & ts.SymbolFlags.Value) === 0) continue;
    const type = checker.getTypeOfSymbol(target);
    const value = enter(search, type, `Member[${one.name}]`, 1, known.ofType(type));
    if (value !== undefined) search.edges.push({ from: root, step: `Member[${one.name}]`, to: value });
  }
  // A map grows while it is walked.
  for (const one of search.visited.values()) if (one.depth < MAX_DEPTH) follow(search, one);
  return distinct(module, [...direct, ...linksOf(module, search)]);
}

/** An export that another module's rows speak of as well. */
function directPlaces({ checker, known }: Search, symbol: ts.Symbol): readonly FoundPlace[] {
  const path = `Member[${symbol.name}]`;
  return known.ofSymbol(resolved(checker, symbol)).map((is) => ({ path, is }));
}

function follow(search: Search, from: Visited): void {
  const { checker, known } = search;
  if (known.isForeign(from.type)) return;
  for (const given of givenBy(checker, from.type))
    for (const to of entered(search, from, given)) search.edges.push({ from, step: given.step, to });
}

function entered(
  search: Search,
  from: Visited,
  { step, type, isCalled, isHanded }: Given,
): readonly Visited[] {
  return partsOf(search.checker, type).flatMap((part) => {
    const known = search.known.ofType(part);
    if (known.length === 0 && (isCalled === true || (isHanded === true && !isInterface(part)))) return [];
    return enter(search, part, joined(from.place, step), from.depth + 1, known) ?? [];
  });
}

/** Of a type that depends on a parameter, what it is at most: either branch of a condition. */
function partsOf(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  const isOpen = (type.flags & ts.TypeFlags.Instantiable) !== 0;
  const whole = isOpen ? (checker.getBaseConstraintOfType(type) ?? type) : type;
  return whole.isUnion() ? whole.types : [whole];
}

function enter(
  search: Search,
  type: ts.Type,
  path: string,
  depth: number,
  known: readonly string[],
): Visited | undefined {
  if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return undefined;
  const { visited } = search;
  const key = keyOf(search, type, known);
  const before = visited.get(key);
  const place = placeOf(search, key, known) ?? path;
  if (before !== undefined || visited.size > MAX_TYPES || isLong(place)) return before;
  const one = { place, depth, type, known };
  visited.set(key, one);
  return one;
}

type Key = ts.Type | ts.Symbol | string;

/** An export's own name, or where rows of the module know the value. */
function placeOf({ names, module }: Search, key: Key, known: readonly string[]): string | undefined {
  if (typeof key === 'object' && 'escapedName' in key) return names.get(key);
  const own = known.find((is) => is.startsWith(`${module} `));
  return typeof key === 'string' ? own?.slice(module.length + 1) : undefined;
}

/** What a callback hands to a callback, and what only a long way leads to, nobody writes. */
const isLong = (place: string): boolean =>
  place.split('.').length > MAX_STEPS || place.split('Parameter').length > 2;

/** Instantiations of one class are one, and so are types without a name that rows know at one place. */
function keyOf({ checker, names }: Search, type: ts.Type, known: readonly string[]): Key {
  const symbol = type.getSymbol();
  if (symbol !== undefined && (checker.isArrayType(type) || symbol.name === 'Promise')) return type;
  const isNamed =
    symbol !== undefined && (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) !== 0;
  if (isNamed && (type.isClassOrInterface() || 'target' in type) && (names.has(symbol) || known.length === 0))
    return symbol;
  return known.length > 0 ? known.join() : type;
}

function linksOf(module: string, { visited, edges }: Search): readonly FoundPlace[] {
  const alive = aliveOf([...visited.values()], edges);
  const steps = edges
    .filter(({ to }) => alive.has(to))
    .map(({ from, step, to }) => ({ path: joined(from.place, step), is: wholePath(module, to.place) }));
  const known = [...alive].flatMap((one) => one.known.map((is) => ({ path: one.place, is })));
  return [...steps, ...known];
}

/** Values from which some value that rows know can be reached. */
function aliveOf(all: readonly Visited[], edges: readonly Edge[]): ReadonlySet<Visited> {
  const into = new Map<Visited, Visited[]>();
  for (const { from, to } of edges) into.set(to, [...(into.get(to) ?? []), from]);
  const alive = new Set(all.filter(({ known }) => known.length > 0));
  for (const one of alive) for (const from of into.get(one) ?? []) alive.add(from);
  return alive;
}

function distinct(module: string, links: readonly FoundPlace[]): readonly FoundPlace[] {
  const byText = new Map(links.map((link) => [`${link.path} ${link.is}`, link]));
  return [...byText.values()]
    .filter(({ path, is }) => wholePath(module, path) !== is)
    .sort((a, b) => compareTexts(a.is, b.is) || compareTexts(a.path, b.path));
}

function resolved(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

/** A client that is handed over, such as that of a transaction, is told by what it gives. */
const isInterface = (type: ts.Type): boolean =>
  ((type.getSymbol()?.flags ?? 0) & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class)) !== 0;

const isPlain = (name: string): boolean => /^[\w$]+$/.test(name);
