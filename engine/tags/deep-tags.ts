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

/** Edges that one answer follows at most: types that refer to each other in many ways have more paths than tags. */
const MAX_STEPS = 5_000;

interface Walk {
  readonly found: Map<string, TaggedPath>;
  /** Types on the way down. A type inside itself adds nothing: its tags are those that it has above. */
  readonly above: Set<ts.Type>;
  steps: number;
}

/** In the order of declaration. A path that is cut, by depth or by number, gives its tags to the place of the cut. */
export function deepTags(root: Branch, descent: Descent): readonly TaggedPath[] {
  const walk: Walk = { found: new Map(), above: new Set(), steps: 0 };
  visit(root, [], [], walk, descent);
  return [...walk.found.values()];
}

function visit(
  branch: Branch,
  path: readonly string[],
  labels: readonly string[],
  walk: Walk,
  descent: Descent,
): void {
  const added = branch.own.filter((tag) => !labels.includes(tag.label));
  for (const tag of added) add(walk, path, tag);
  if (walk.above.has(branch.type) || !descent.isTagged(branch)) return;
  if (path.length >= MAX_DEPTH) return collapse(branch, path, walk, descent);
  const known = [...labels, ...added.map((tag) => tag.label)];
  walk.above.add(branch.type);
  for (const edge of descent.edges.of(branch.type)) {
    if (!edge.isShown) continue;
    if (++walk.steps > MAX_STEPS) break;
    visit(descent.below(branch, edge), [...path, edge.key], known, walk, descent);
  }
  walk.above.delete(branch.type);
}

function add(walk: Walk, path: readonly string[], tag: Tag): void {
  const place = walk.found.size < MAX_PATHS ? path : [];
  const key = JSON.stringify([place, tag.label, tag.name]);
  if (!walk.found.has(key)) walk.found.set(key, { path: place, tag });
}

/** The tags below a place that is too deep are its own: those nearest to it. */
function collapse(branch: Branch, path: readonly string[], walk: Walk, descent: Descent): void {
  const seen = new Set<ts.Type>();
  const pending = [branch];
  for (const next of pending) {
    if (next.own.length > 0) return next.own.forEach((tag) => add(walk, path, tag));
    if (seen.has(next.type) || !descent.isTagged(next)) continue;
    seen.add(next.type);
    const shown = descent.edges.of(next.type).filter((edge) => edge.isShown);
    if ((walk.steps += shown.length) > MAX_STEPS) return;
    pending.push(...shown.map((edge) => descent.below(next, edge)));
  }
}
