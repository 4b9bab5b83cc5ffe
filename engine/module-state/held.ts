/** Which ids of the global heap are module state: what module-level names, classes and functions lead to. */
import ts from 'typescript';
import type { Engine } from '../activation.ts';
import { isPassed, PROTOTYPE, SPREAD } from '../keys.ts';
import { CELL } from '../labels.ts';
import { usedPaths, type UsedPaths } from '../program/used-members.ts';
import type { AbstractObject } from '../values/value.ts';
import { type Kept, isObject } from './kept.ts';

/** Ids of module-level names, classes, functions and modules, of prototypes, and of members of foreign objects. */
const ROOT = /^(?:[vkfmM]\d|P|global:)/;

/** How an id is held. */
export interface Holding {
  /** The roots that lead to it. */
  readonly roots: Set<string>;
  /** What its holders use of it: a function that takes a variable from around it may read one member only. */
  readonly paths: Map<string, readonly string[]>;
}

export type Held = ReadonlyMap<string, Holding>;

interface Edge {
  readonly key: string;
  readonly object: AbstractObject;
}

/** Follows objects from what is held for good to what they hold. */
export function heldIds(engine: Engine, kept: readonly Kept[]): Held {
  const edges = edgesOf(kept);
  const held = new Map<string, Holding>();
  const roots = new Set(kept.flatMap(({ id }) => (ROOT.test(id) ? [id] : [])));
  for (const root of roots) hold(engine, edges, held, root);
  return held;
}

function edgesOf(kept: readonly Kept[]): ReadonlyMap<string, readonly Edge[]> {
  const edges = new Map<string, Edge[]>();
  for (const { id, key, what } of kept) {
    if (!isObject(what) || isPassed(key)) continue;
    const known = edges.get(id);
    if (known === undefined) edges.set(id, [{ key, object: what }]);
    else known.push({ key, object: what });
  }
  return edges;
}

interface Step {
  readonly id: string;
  readonly object: AbstractObject | undefined;
  readonly paths: UsedPaths;
}

const WHOLE: UsedPaths = [[]];

function hold(
  engine: Engine,
  edges: ReadonlyMap<string, readonly Edge[]>,
  held: Map<string, Holding>,
  root: string,
): void {
  const pending: Step[] = [{ id: root, object: undefined, paths: WHOLE }];
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    if (!isNews(held, root, step)) continue;
    for (const { key, object } of edges.get(step.id) ?? []) {
      const paths = isWeak(engine, object) ? [] : pathsInto(engine, step, key, object);
      if (paths.length === 0) continue;
      pending.push({ id: object.id, object, paths });
      for (const id of fieldsOf(engine, object)) pending.push({ id, object: undefined, paths: WHOLE });
    }
  }
}

function isNews(held: Map<string, Holding>, root: string, { id, paths }: Step): boolean {
  const known = held.get(id) ?? { roots: new Set<string>(), paths: new Map<string, readonly string[]>() };
  held.set(id, known);
  const before = known.roots.size + known.paths.size;
  known.roots.add(root);
  for (const path of paths) known.paths.set(path.join('/'), path);
  return known.roots.size + known.paths.size > before;
}

function pathsInto(
  engine: Engine,
  { object: holder, paths }: Step,
  key: string,
  object: AbstractObject,
): UsedPaths {
  const user = holder?.functionNode;
  if (object.kind === 'cell' && user !== undefined) return usedPaths(engine.checker, user, object.node);
  return pathsBelow(paths, key);
}

/** What is used of the child under a key, where these paths are used of its parent. */
export function pathsBelow(paths: UsedPaths, key: string): UsedPaths {
  if (key === CELL || key === SPREAD || key === PROTOTYPE) return paths;
  return paths.flatMap((path) => {
    if (path.length === 0) return [path];
    return path[0] === key ? [path.slice(1)] : [];
  });
}

/** What a WeakMap, a WeakSet or a WeakRef holds lives as long as something else holds it. */
function isWeak({ checker, program }: Engine, { node }: AbstractObject): boolean {
  if (!ts.isNewExpression(node)) return false;
  const symbol = checker.getTypeAtLocation(node).getSymbol();
  const isOfLanguage = symbol?.declarations?.some((one) =>
    program.isSourceFileDefaultLibrary(one.getSourceFile()),
  );
  return isOfLanguage === true && WEAK.has(symbol?.name ?? '');
}

const WEAK: ReadonlySet<string> = new Set(['WeakMap', 'WeakSet', 'WeakRef']);

/** Fields that are written through objects nobody has seen being made: they are those of every instance. */
function fieldsOf({ checker, numbers }: Engine, { classNode, kind }: AbstractObject): readonly string[] {
  if (classNode === undefined || kind !== 'instance') return [];
  const type = checker.getTypeAtLocation(classNode);
  const members = type.getProperties().flatMap(({ declarations }) => declarations ?? []);
  const hidden = classNode.members.filter(({ name }) => name !== undefined && ts.isPrivateIdentifier(name));
  return [...members, ...hidden].map((declaration) => `field${numbers.of(declaration)}`);
}
