/** The label tree of a type: its own tags, and below them those of its members, elements and results, on demand. */
import ts from 'typescript';
import { AWAITED, ELEMENT, MAP_KEY, MAP_VALUE } from '../keys.ts';
import type { DeclaredTags } from './declared-tags.ts';
import { deepTags, type Branch } from './deep-tags.ts';
import type { Edge, Edges } from './edges.ts';
import { joinTrees, leafTree, mappedTree } from './join-trees.ts';
import { namingOf, type Naming } from './names.ts';
import type { Reach } from './reach.ts';
import type { LabelTree, Tag } from './tree.ts';
import { isCallable } from './type-kinds.ts';
import type { TypeTags } from './type-tags.ts';

export interface TypeTrees {
  /**
   * The tree of a value of a type. `context` names tags that have no name of their own; `declared` are the tags that
   * the value has besides its type: its declaration's, and those of the object that it is read from.
   */
  of(type: ts.Type, context?: Naming, declared?: readonly Tag[]): LabelTree | undefined;
}

export interface TreeParts {
  readonly checker: ts.TypeChecker;
  readonly tags: TypeTags;
  readonly edges: Edges;
  readonly reach: Reach;
  readonly declared: DeclaredTags;
}

export function createTypeTrees(parts: TreeParts): TypeTrees {
  const { checker, tags, edges, reach } = parts;
  const bare = new WeakMap<ts.Type, LabelTree>();

  const of = (type: ts.Type, context?: Naming, declared: readonly Tag[] = []): LabelTree | undefined => {
    if (declared.length === 0 && !reach.hasTag(type)) return undefined;
    if (declared.length > 0 || context !== undefined) return build(branchOf(type, context, declared));
    let tree = bare.get(type);
    if (tree === undefined) bare.set(type, (tree = build(branchOf(type, undefined, []))));
    return tree;
  };

  const build = (branch: Branch): LabelTree => {
    const children = new Map<string, LabelTree | undefined>();
    const child = (key: string): LabelTree | undefined => {
      if (!children.has(key)) children.set(key, childOf(branch, key));
      return children.get(key);
    };
    return {
      own: branch.own,
      child,
      deep: () => deepTags(branch, { edges, below, hasTag: (below) => reach.hasTag(below) }),
    };
  };

  /** A function holds no content, and a promise's tag is that of what it resolves to. */
  const branchOf = (type: ts.Type, context: Naming | undefined, declared: readonly Tag[]): Branch => {
    const isPending = declared.length > 0 && edges.of(type).some((edge) => edge.key === AWAITED);
    const held = isPending || isCallable(type) ? [] : declared;
    const found = tags
      .own(type)
      .filter(({ label }) => !held.some((tag) => tag.label === label))
      .map(({ label, naming, isBare }) => parts.declared.tag(label, isBare ? (context ?? naming) : naming));
    return {
      type: checker.getNonNullableType(type),
      context,
      own: [...held, ...found],
      pending: isPending ? declared : [],
    };
  };

  const below = (branch: Branch, edge: Edge): Branch => {
    const { member } = edge;
    const inherited = [...branch.own, ...(edge.key === AWAITED ? branch.pending : [])];
    if (member === undefined) return branchOf(edge.type, branch.context, inherited);
    const own = parts.declared
      .ofValue(member)
      .filter((tag) => !inherited.some(({ label }) => label === tag.label));
    return branchOf(edge.type, namingOf(member), [...inherited, ...own]);
  };

  const childOf = (branch: Branch, key: string): LabelTree | undefined => {
    const matching = edgesUnder(edges.of(branch.type), key);
    if (matching.length > 0) return joinTrees(matching.map((edge) => treeBelow(branch, edge)));
    if (key === ELEMENT) return entryOf(branch);
    const isMethod =
      ((checker.getPropertyOfType(branch.type, key)?.flags ?? 0) & ts.SymbolFlags.Method) !== 0;
    return branch.own.length === 0 || isMethod ? undefined : leafTree(branch.own);
  };

  const treeBelow = (branch: Branch, edge: Edge): LabelTree | undefined => {
    const next = below(branch, edge);
    const isTagged = next.own.length + next.pending.length > 0 || reach.hasTag(next.type);
    return isTagged ? build(next) : undefined;
  };

  /** Iterating a map gives its entries. */
  const entryOf = (branch: Branch): LabelTree | undefined => {
    const isMap = edges.of(branch.type).some((edge) => edge.key === MAP_VALUE);
    if (!isMap) return branch.own.length === 0 ? undefined : leafTree(branch.own);
    return mappedTree(branch.own, { 0: childOf(branch, MAP_KEY), 1: childOf(branch, MAP_VALUE) });
  };

  return { of };
}

/** The edges that a key may lead along: its own, else those that stand for it. */
function edgesUnder(edges: readonly Edge[], key: string): readonly Edge[] {
  const isIndex = /^\d+$/.test(key);
  const exact = edges.filter(
    (edge) => edge.key === key || (key === ELEMENT && /^\d+$/.test(edge.key) && edge.member === undefined),
  );
  if (exact.length > 0 || (key.startsWith('<') && key !== ELEMENT) || key.startsWith('#')) return exact;
  return edges.filter((edge) => edge.covers === 'names' || (isIndex && edge.covers === 'indexes'));
}
