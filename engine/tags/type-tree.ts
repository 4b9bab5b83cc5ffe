/** The label tree of a type: its own tags, and below them those of its members, elements and results, on demand. */
import ts from 'typescript';
import { AWAITED, ELEMENT, isIndex, MAP_KEY, MAP_VALUE } from '../keys.ts';
import { NOTHING, tellsSomething, type Declarations, type Told } from './declarations.ts';
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
   * The tree of a value of a type. `context` names tags that have no name of their own; `told` is what the value has
   * besides its type: its declaration's tags, and those of the object that it is read from.
   */
  of(type: ts.Type, context?: Naming, told?: Told): LabelTree | undefined;
}

export interface TreeParts {
  readonly checker: ts.TypeChecker;
  readonly tags: TypeTags;
  readonly edges: Edges;
  readonly reach: Reach;
  readonly declared: DeclaredTags;
  readonly declarations: Declarations;
}

export function createTypeTrees(parts: TreeParts): TypeTrees {
  const { checker, tags, edges, reach } = parts;
  const bare = new WeakMap<ts.Type, LabelTree>();

  const of = (type: ts.Type, context?: Naming, told = NOTHING): LabelTree | undefined => {
    const isTold = tellsSomething(told);
    if (!isTold && !reach.hasTag(type)) return undefined;
    if (isTold || context !== undefined) return build(branchOf(type, context, told));
    let tree = bare.get(type);
    if (tree === undefined) bare.set(type, (tree = build(branchOf(type, undefined, NOTHING))));
    return tree;
  };

  const build = (branch: Branch): LabelTree => {
    const children = new Map<string, LabelTree | undefined>();
    const child = (key: string): LabelTree | undefined => {
      if (!children.has(key)) children.set(key, childOf(branch, key));
      return children.get(key);
    };
    return { own: branch.own, child, deep: () => deepTags(branch, { edges, below, isTagged }) };
  };

  /** A function holds no content, and a promise's tag is that of what it resolves to. */
  const branchOf = (type: ts.Type, context: Naming | undefined, { tags: given, noted }: Told): Branch => {
    const told = oneEach([...given, ...(noted?.own ?? [])]);
    const isPending = told.length > 0 && edges.of(type).some((edge) => edge.key === AWAITED);
    const held = isPending || isCallable(type) ? [] : told;
    const found = tags
      .own(type)
      .filter(({ label }) => !held.some((tag) => tag.label === label))
      .map(({ label, naming, isBare }) => parts.declared.tag(label, isBare ? (context ?? naming) : naming));
    const own = [...held, ...found];
    return { type: checker.getNonNullableType(type), context, own, pending: isPending ? told : [], noted };
  };

  const below = (branch: Branch, edge: Edge): Branch => {
    const inherited = [...branch.own, ...(edge.key === AWAITED ? branch.pending : [])];
    const above = branch.noted?.child(edge.key);
    if (edge.member === undefined)
      return branchOf(edge.type, branch.context, { tags: inherited, noted: above });
    const { tags: declared, noted } = parts.declarations.ofValue(edge.member);
    const told = { tags: [...inherited, ...declared], noted: joinTrees([above, noted]) };
    return branchOf(edge.type, namingOf(edge.member), told);
  };

  const isTagged = ({ type, own, pending, noted }: Branch): boolean =>
    own.length > 0 || pending.length > 0 || noted !== undefined || reach.hasTag(type);

  const childOf = (branch: Branch, key: string): LabelTree | undefined => {
    const matching = edgesUnder(edges.of(branch.type), key).map((edge) => below(branch, edge));
    if (matching.length > 0) return joinTrees(matching.filter(isTagged).map(build));
    if (key === ELEMENT) return entryOf(branch);
    const isMethod =
      ((checker.getPropertyOfType(branch.type, key)?.flags ?? 0) & ts.SymbolFlags.Method) !== 0;
    if (isMethod) return undefined;
    return joinTrees([branch.noted?.child(key), branch.own.length === 0 ? undefined : leafTree(branch.own)]);
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
  const exact = edges.filter(
    (edge) => edge.key === key || (key === ELEMENT && isIndex(edge.key) && edge.member === undefined),
  );
  if (exact.length > 0 || (key.startsWith('<') && key !== ELEMENT) || key.startsWith('#')) return exact;
  return edges.filter((edge) => edge.covers === 'names' || (isIndex(key) && edge.covers === 'indexes'));
}

/** The first tag of each label: a label that an object gives its members is theirs already. */
function oneEach(tags: readonly Tag[]): readonly Tag[] {
  return tags.filter((tag, index) => tags.findIndex(({ label }) => label === tag.label) === index);
}
