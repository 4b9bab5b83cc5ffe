/** Trees put together: a value that may be one thing or another has the tags of both. */
import type { LabelTree, Tag, TaggedPath } from './tree.ts';

/** The tree of a value that has all the tags of some trees. */
export function joinTrees(trees: readonly (LabelTree | undefined)[]): LabelTree | undefined {
  const present = [...new Set(trees)].filter((tree) => tree !== undefined);
  if (present.length < 2) return present[0];
  return {
    own: [...new Set(present.flatMap((tree) => tree.own))],
    child: (key) => joinTrees(present.map((tree) => tree.child(key))),
    deep: () => distinct(present.flatMap((tree) => tree.deep())),
  };
}

/** A tree whose tags hold for all below. */
export function leafTree(own: readonly Tag[]): LabelTree {
  const tree: LabelTree = { own, child: () => tree, deep: () => own.map((tag) => ({ path: [], tag })) };
  return tree;
}

/** A tree with given children, and `own` tags for all of it. */
export function mappedTree(
  own: readonly Tag[],
  children: Readonly<Record<string, LabelTree | undefined>>,
): LabelTree | undefined {
  const present = Object.entries(children).filter(
    (entry): entry is [string, LabelTree] => entry[1] !== undefined,
  );
  if (own.length + present.length === 0) return undefined;
  return {
    own,
    child: (key) => children[key] ?? (own.length === 0 ? undefined : leafTree(own)),
    deep: () =>
      distinct([
        ...own.map((tag) => ({ path: [], tag })),
        ...present.flatMap(([key, tree]) =>
          tree.deep().map(({ path, tag }) => ({ path: [key, ...path], tag })),
        ),
      ]),
  };
}

function distinct(paths: readonly TaggedPath[]): readonly TaggedPath[] {
  const byKey = new Map<string, TaggedPath>();
  for (const tagged of paths) {
    const key = JSON.stringify([tagged.path, tagged.tag.label, tagged.tag.name]);
    if (!byKey.has(key)) byKey.set(key, tagged);
  }
  return [...byKey.values()];
}
