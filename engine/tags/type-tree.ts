/** The label tree of a type: its own tags, and below them those of its members, elements and results, on demand. */
import ts from 'typescript';
import { AWAITED, ELEMENT, isAnyMember, isIndex, MAP_KEY, MAP_VALUE, namesLeft } from '../keys.ts';
import { NOTHING, tellsSomething, type Declarations, type Told } from './declarations.ts';
import type { DeclaredTags } from './declared-tags.ts';
import { deepTags, type Branch, type Descent } from './deep-tags.ts';
import type { Edge, Edges } from './edges.ts';
import { joinTrees, leafTree, mappedTree } from './join-trees.ts';
import { namingOf, type Naming } from './names.ts';
import type { Reach } from './reach.ts';
import type { LabelTree, Tag, TaggedPath } from './tree.ts';
import { isCallable } from './type-kinds.ts';
import type { TypeTags } from './type-tags.ts';

/** Stands for the name that the place of a value gives. No declaration can be called so. */
const UNNAMED: Naming = { name: '<unnamed>', declaration: undefined };

export interface TreeParts {
  readonly checker: ts.TypeChecker;
  readonly tags: TypeTags;
  readonly edges: Edges;
  readonly reach: Reach;
  readonly declared: DeclaredTags;
  readonly declarations: Declarations;
}

/** Makes the trees of one checker's types. The tree of a type alone is made once. */
export class TypeTrees {
  readonly #parts: TreeParts;
  readonly #descent: Descent;
  readonly #alone = new WeakMap<ts.Type, LabelTree>();
  readonly #paths = new WeakMap<ts.Type, readonly TaggedPath[]>();

  constructor(parts: TreeParts) {
    this.#parts = parts;
    this.#descent = {
      edges: parts.edges,
      below: (branch, edge) => this.#below(branch, edge),
      isTagged: (branch) => this.#isTagged(branch),
    };
  }

  /**
   * The tree of a value of a type. `context` names tags that have no name of their own; `told` is what the value has
   * besides its type: its declaration's tags, and those of the object that it is read from.
   */
  of(type: ts.Type, context?: Naming, told = NOTHING): LabelTree | undefined {
    const isTold = tellsSomething(told);
    if (!isTold && !this.#parts.reach.hasTag(type)) return undefined;
    if (isTold || context !== undefined) return this.#treeIfTagged(this.#branch(type, context, told));
    let tree = this.#alone.get(type);
    if (tree === undefined)
      this.#alone.set(type, (tree = this.#tree(this.#branch(type, undefined, NOTHING))));
    return tree;
  }

  #treeIfTagged(branch: Branch): LabelTree | undefined {
    return this.#isTagged(branch) ? this.#tree(branch) : undefined;
  }

  #tree(branch: Branch): LabelTree {
    const children = new Map<string, LabelTree | undefined>();
    const child = (key: string): LabelTree | undefined => {
      if (!children.has(key)) children.set(key, this.#child(branch, key));
      return children.get(key);
    };
    let deep: readonly TaggedPath[] | undefined;
    return { own: branch.own, child, deep: () => (deep ??= this.#deep(branch)) };
  }

  /** Found once for each type. What is known of the value besides only adds to it, or names it better. */
  #deep(branch: Branch): readonly TaggedPath[] {
    const { type, context, own, noted, pending } = branch;
    if (context === undefined || noted !== undefined || pending.length > 0)
      return deepTags(branch, this.#descent);
    let paths = this.#paths.get(type);
    if (paths === undefined) {
      paths = deepTags(this.#branch(type, UNNAMED, NOTHING), this.#descent);
      this.#paths.set(type, paths);
    }
    const below = paths.filter(({ tag }) => !own.some(({ label }) => label === tag.label));
    const named = below.map(({ path, tag }) => ({ path, tag: this.#named(tag, context) }));
    return [...own.map((tag) => ({ path: [], tag })), ...named];
  }

  #named(tag: Tag, context: Naming): Tag {
    return tag.name === UNNAMED.name ? this.#parts.declared.tag(tag.label, context) : tag;
  }

  /** A function holds no content, and a promise's tag is that of what it resolves to. */
  #branch(type: ts.Type, context: Naming | undefined, { tags, noted }: Told): Branch {
    const { checker, edges, declared } = this.#parts;
    const told = firstOfEachLabel([...tags, ...(noted?.own ?? [])]);
    const isPending = told.length > 0 && edges.of(type).some((edge) => edge.key === AWAITED);
    const held = isPending || isCallable(type) ? [] : told;
    const found = this.#parts.tags
      .own(type)
      .filter(({ label }) => !held.some((tag) => tag.label === label))
      .map(({ label, naming, isBare }) => declared.tag(label, isBare ? (context ?? naming) : naming));
    const own = [...held, ...found];
    const pending = isPending ? told : [];
    return { type: checker.getNonNullableType(type), context, own, pending, noted };
  }

  #below(branch: Branch, edge: Edge): Branch {
    const inherited = [...branch.own, ...(edge.key === AWAITED ? branch.pending : [])];
    const above = branch.noted?.child(edge.key);
    const { member } = edge;
    if (member === undefined)
      return this.#branch(edge.type, branch.context, { tags: inherited, noted: above });
    const { tags, noted } = this.#parts.declarations.ofValue(member);
    const told = { tags: [...inherited, ...tags], noted: joinTrees([above, noted]) };
    return this.#branch(edge.type, namingOf(member), told);
  }

  #isTagged({ type, own, pending, noted }: Branch): boolean {
    return own.length > 0 || pending.length > 0 || noted !== undefined || this.#parts.reach.hasTag(type);
  }

  #child(branch: Branch, key: string): LabelTree | undefined {
    const matching = edgesUnder(this.#parts.edges.of(branch.type), key).map((edge) =>
      this.#below(branch, edge),
    );
    if (matching.length > 0) {
      return joinTrees(matching.map((next) => this.#treeIfTagged(next)));
    }
    if (key === ELEMENT || isIndex(key)) return this.#entry(branch, key);
    const member = this.#parts.checker.getPropertyOfType(branch.type, key);
    const isMethod = member !== undefined && (member.flags & ts.SymbolFlags.Method) !== 0;
    return isMethod ? undefined : joinTrees([branch.noted?.child(key), ownTree(branch)]);
  }

  /** Iterating a map gives its entries. */
  #entry(branch: Branch, key: string): LabelTree | undefined {
    const isMap = this.#parts.edges.of(branch.type).some((edge) => edge.key === MAP_VALUE);
    if (!isMap) return joinTrees([branch.noted?.child(key), ownTree(branch)]);
    return mappedTree(branch.own, { 0: this.#child(branch, MAP_KEY), 1: this.#child(branch, MAP_VALUE) });
  }
}

function ownTree({ own }: Branch): LabelTree | undefined {
  return own.length === 0 ? undefined : leafTree(own);
}

/** The edges that a key may lead along: its own, else those that stand for it. */
function edgesUnder(edges: readonly Edge[], key: string): readonly Edge[] {
  if (isAnyMember(key)) {
    const left = namesLeft(key);
    return edges.filter((edge) => isOpenTo(edge) && isLeft(edge, left));
  }
  const exact = edges.filter(
    (edge) => edge.key === key || (key === ELEMENT && isIndex(edge.key) && edge.member === undefined),
  );
  if (exact.length > 0 || (key.startsWith('<') && key !== ELEMENT) || key.startsWith('#')) return exact;
  return edges.filter((edge) => edge.covers === 'names' || (isIndex(key) && edge.covers === 'indexes'));
}

/** Whether the type of the name leaves room for an edge. */
const isLeft = ({ key, covers }: Edge, left: readonly string[] | undefined): boolean =>
  left === undefined || covers !== 'nothing' || left.includes(key);

/** Whether a key that is not known may lead along an edge. */
const isOpenTo = ({ key, isShown }: Edge): boolean =>
  isShown && (!key.startsWith('<') || key === ELEMENT || isAnyMember(key));

/** A label that an object gives its members is theirs already. */
function firstOfEachLabel(tags: readonly Tag[]): readonly Tag[] {
  return tags.filter((tag, index) => tags.findIndex(({ label }) => label === tag.label) === index);
}
