/** Trees of written types, by the shape of the type: lists, tuples, the library's own generics, members on demand. */
import { AWAITED, ELEMENT, isIndex, MAP_KEY, MAP_VALUE } from '../keys.ts';
import { joinTrees, mappedTree } from './join-trees.ts';
import type { LabelTree } from './tree.ts';

type Part = LabelTree | undefined;

/** The library's types, by what their type arguments are the parts of. */
export function libraryTree(name: string, [first, second]: readonly Part[]): Part {
  if (/Map$/.test(name)) return mappedTree([], { [MAP_KEY]: first, [MAP_VALUE]: second });
  if (name === 'Promise' || name === 'PromiseLike') return mappedTree([], { [AWAITED]: first });
  if (name === 'Awaited') return first?.child(AWAITED) ?? first;
  if (name === 'Record') return everyMember(second);
  return TRANSPARENT.has(name) ? first : elementsTree(first);
}

/** Utility types that keep the parts of their first argument. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  'Partial',
  'Required',
  'Readonly',
  'Pick',
  'Omit',
  'NonNullable',
  'Exclude',
  'Extract',
  'NoInfer',
  'Uppercase',
  'Lowercase',
  'Capitalize',
  'Uncapitalize',
]);

export function elementsTree(element: Part): Part {
  const tree = mappedTree([], { [ELEMENT]: element });
  return tree && { ...tree, child: (key) => (key === ELEMENT || isIndex(key) ? element : undefined) };
}

export function tupleTree(elements: readonly Part[]): Part {
  const children = Object.fromEntries(elements.map((element, index) => [String(index), element]));
  return mappedTree([], { ...children, [ELEMENT]: joinTrees(elements) });
}

/**
 * Members that are read when they are asked for: a generic type may hold itself.
 * As a whole it shows what its type arguments hold.
 */
export function membersTree(
  members: ReadonlyMap<string, () => LabelTree | undefined>,
  given: readonly LabelTree[],
): Part {
  if (members.size === 0) return undefined;
  return {
    own: [],
    child: (key) => members.get(key)?.(),
    deep: () => given.flatMap((tree) => tree.deep()).map(({ tag }) => ({ path: [], tag })),
  };
}

function everyMember(member: Part): Part {
  const tree = elementsTree(member);
  return tree && { ...tree, child: () => member };
}
