/** Every tag in a type's tree with its path: what a sink that prints the whole value would show. */
import type ts from 'typescript';
import { MAX_DEPTH } from '../keys.ts';
import type { Edge, Edges } from './edges.ts';
import type { Naming } from './names.ts';
import type { LabelTree, Tag, TaggedPath } from './tree.ts';

/** A place in a tree: the value's type, without null and undefined, and the tags that it has there. */
export interface Branch {
  readonly type: ts.Type;
  readonly context: Naming | undefined;
  readonly own: readonly Tag[];
  /** Tags that wait for the promise to be awaited. */
  readonly pending: readonly Tag[];
  /** What annotations tell of it. */
  readonly noted: LabelTree | undefined;
}

export interface Descent {
  readonly edges: Edges;
  below(branch: Branch, edge: Edge): Branch;
  isTagged(branch: Branch): boolean;
}

/** More paths than this collapse onto the whole value. */
const MAX_PATHS = 200;

/** Places that one answer looks at: types that refer to each other in many ways have more paths than tags. */
const MAX_PLACES = 2_000;

/** Further instances of generic types that the walk has met: types that make ever new ones have no end. */
const MAX_INSTANCES = 100;

/** A place that the walk has still to look at. */
interface Place {
  readonly branch: Branch;
  readonly path: readonly string[];
  /** Labels that hold for all of an object above: their tags have been given there. */
  readonly labels: readonly string[];
  /** Types on the way down. A type inside itself adds nothing: its tags are those that it has above. */
  readonly above: readonly ts.Type[];
}

type Found = Map<string, TaggedPath>;

/** What one walk has met so far. */
interface Met {
  readonly types: Set<ts.Type>;
  readonly symbols: Set<ts.Symbol>;
  instances: number;
}

/** Shortest paths first, then in the order of declaration. What is cut, by depth or by number, goes to the cut's place. */
export function deepTags(root: Branch, descent: Descent): readonly TaggedPath[] {
  const found: Found = new Map();
  const places: Place[] = [{ branch: root, path: [], labels: [], above: [] }];
  const met: Met = { types: new Set(), symbols: new Set(), instances: 0 };
  const isTooMuch = (): boolean => places.length > MAX_PLACES || met.instances > MAX_INSTANCES;
  for (const place of places) {
    if (isTooMuch()) break;
    places.push(...placesBelow(place, found, descent, met));
  }
  if (isTooMuch()) collapseAll(root, places, found, descent);
  return [...found.values()];
}

function meet(type: ts.Type, met: Met): void {
  const symbol = type.getSymbol();
  if (met.types.has(type) || symbol === undefined) return;
  met.types.add(type);
  if (met.symbols.has(symbol)) met.instances += 1;
  met.symbols.add(symbol);
}

function placesBelow(place: Place, found: Found, descent: Descent, met: Met): readonly Place[] {
  const { branch, path, labels, above } = place;
  const added = branch.own.filter((tag) => !labels.includes(tag.label));
  for (const tag of added) add(found, path, tag);
  if (above.includes(branch.type) || !descent.isTagged(branch)) return [];
  meet(branch.type, met);
  if (path.length >= MAX_DEPTH) {
    for (const tag of nearestTags(branch, descent)) add(found, path, tag);
    return [];
  }
  const known = { labels: [...labels, ...added.map((tag) => tag.label)], above: [...above, branch.type] };
  const shown = descent.edges.of(branch.type).filter((edge) => edge.isShown);
  return shown.map((edge) => ({ branch: descent.below(branch, edge), path: [...path, edge.key], ...known }));
}

/** A walk that was not finished leaves the whole value with each label that it has seen, or else with the nearest. */
function collapseAll(root: Branch, places: readonly Place[], found: Found, descent: Descent): void {
  const seen = places.flatMap(({ branch }) => branch.own);
  const byLabel = new Map(seen.toReversed().map((tag) => [tag.label, tag]));
  const tags = byLabel.size > 0 ? [...byLabel.values()] : nearestTags(root, descent);
  for (const tag of tags) add(found, [], tag);
}

function add(found: Found, path: readonly string[], tag: Tag): void {
  const place = found.size < MAX_PATHS ? path : [];
  const key = JSON.stringify([place, tag.label, tag.name]);
  if (!found.has(key)) found.set(key, { path: place, tag });
}

/** The tags below a place that are nearest to it: what the place itself is given when it is too deep. */
function nearestTags(branch: Branch, descent: Descent): readonly Tag[] {
  const seen = new Set<ts.Type>();
  const pending = [branch];
  for (const next of pending) {
    if (next.own.length > 0) return next.own;
    if (pending.length > MAX_PLACES) return [unnamedTag(branch)];
    if (seen.has(next.type) || !descent.isTagged(next)) continue;
    seen.add(next.type);
    const shown = descent.edges.of(next.type).filter((edge) => edge.isShown);
    pending.push(...shown.map((edge) => descent.below(next, edge)));
  }
  return [];
}

/** Somewhere below there is a tag, farther off than anyone has looked: the place speaks for it. */
function unnamedTag({ type, context }: Branch): Tag {
  const name = context?.name ?? type.getSymbol()?.name ?? 'plaintext';
  return { label: 'plaintext', name, declaration: context?.declaration };
}
