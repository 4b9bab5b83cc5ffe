/** Turns what a value may hold into labels: the place where the lazy atoms are finally asked. */
import { DERIVED, isDerived } from './values/cleared.ts';
import type { Origin } from './values/atom.ts';
import type ts from 'typescript';
import type { Activation, Engine } from './activation.ts';
import {
  AWAITED,
  anywhere,
  CHUNK,
  ELEMENT,
  EVERYTHING_BELOW,
  isAnyMember,
  isIndex,
  isMeasure,
  kindOfKey,
  REJECTED,
} from './keys.ts';
import type { SinkPoint } from './summary.ts';
import { type Atom, makeAtom, repeatedKeys } from './values/atom.ts';
import { contentOf } from './values/content.ts';
import { type Value, valueOfAtoms } from './values/value.ts';
import type { LabelTree, Tag, TaggedPath } from './tags/tree.ts';

/** The key under which a captured variable keeps its value. */
export const CELL = '<cell>';

/** What a call hands out that writes the memory of its process: its source is no value of the program. */
export const EVERYTHING = 'process memory';

/** A label that is certainly there, and the atom that brought it. */
export interface Labelled {
  readonly tag: Tag;
  readonly atom: Atom;
}

/** A concrete source at a sink: what becomes a flow. */
export interface Finding {
  readonly labelled: Labelled;
  readonly point: SinkPoint;
  readonly place: ts.Node;
}

export interface Resolved {
  readonly labelled: readonly Labelled[];
  /** Inputs of the unit whose labels only the caller knows. */
  readonly inputs: readonly Atom[];
}

/** What a static type says of a child at a path. */
export interface DeclaredLabels {
  readonly trees: readonly LabelTree[];
  deep(): readonly TaggedPath[];
}

/** Everything that a value shows, as labels and as inputs. */
export function resolve(activation: Activation, value: Value): Resolved {
  return resolveAtoms(activation.engine, [...contentOf(activation, value).atoms.values()]);
}

/** Types that only repeat what flowed in (`fallback`) speak where nothing else does. */
export function resolveAtoms(engine: Engine, atoms: readonly Atom[]): Resolved {
  const labelled: Labelled[] = [];
  const inputs: Atom[] = [];
  const isFallback = (atom: Atom): boolean => atom.origin.kind === 'typed' && atom.origin.fallback;
  for (const atom of atoms) if (!isFallback(atom)) resolveAtom(engine, atom, labelled, inputs);
  if (labelled.length > 0) return { labelled, inputs };
  const fallbacks = atoms.filter(isFallback).sort((a, b) => orderOf(engine, a) - orderOf(engine, b));
  for (const atom of fallbacks) if (labelled.length === 0) resolveAtom(engine, atom, labelled, inputs);
  return { labelled, inputs };
}

/** What was evaluated first is nearest to the source. */
function orderOf(engine: Engine, { origin }: Atom): number {
  return origin.kind === 'typed' ? engine.numbers.of(origin.node) : 0;
}

function resolveAtom(engine: Engine, atom: Atom, labelled: Labelled[], inputs: Atom[]): void {
  const { origin } = atom;
  if (origin.kind === 'source') {
    const tag: Tag = { label: origin.label, name: origin.name, declaration: origin.node };
    labelled.push({ tag: told(tag, atom), atom });
    return;
  }
  const all = declaredBy(engine, origin)?.deep() ?? [];
  const tagged = all.filter(({ path }) => !isExcepted(atom.except, path));
  for (const { tag } of distinctTags(tagged)) labelled.push({ tag: told(tag, atom), atom });
  if (origin.kind === 'input') addInput(engine, atom, tagged, inputs);
}

/** What plaintext has only decided has a label of its own. */
const told = (tag: Tag, atom: Atom): Tag => (isDerived(atom) ? { ...tag, label: DERIVED } : tag);

/** A tag is told once, however many members have it. */
function distinctTags(tagged: readonly TaggedPath[]): Iterable<TaggedPath> {
  if (tagged.length < 2) return tagged;
  const distinct = new Map<string, TaggedPath>();
  for (const one of tagged) {
    const key = `${one.tag.label} ${one.tag.name}`;
    if (!distinct.has(key)) distinct.set(key, one);
  }
  return distinct.values();
}

/** What the declared type labels is reported inside; only the rest is the caller's. */
function addInput(engine: Engine, atom: Atom, tagged: readonly TaggedPath[], inputs: Atom[]): void {
  if (tagged.some(({ path }) => path.length === 0)) return;
  if (tagged.length === 0) inputs.push(atom);
  else {
    const except = new Set([...atom.except, ...tagged.map(({ path }) => path.join('/'))]);
    inputs.push(makeAtom(engine.numbers, { ...atom, except: [...except].sort() }));
  }
}

function isExcepted(except: readonly string[], path: readonly string[]): boolean {
  if (except.length === 0) return false;
  if (path.length > 0 && except.includes(EVERYTHING_BELOW)) return true;
  if (path.some((key) => except.includes(anywhere(key)))) return true;
  const joined = path.join('/');
  return except.some((prefix) => joined === prefix || joined.startsWith(`${prefix}/`));
}

/** What the static type of an origin says. Atoms that differ in their ways alone share their origin. */
function declaredBy(engine: Engine, origin: Exclude<Origin, { kind: 'source' }>): DeclaredLabels | undefined {
  const node = origin.kind === 'typed' ? origin.node : origin.root.declared;
  if (node === undefined) return undefined;
  const known = engine.declaredBy.get(origin);
  if (known !== undefined) return known;
  const declared = declaredAt(engine, node, origin.path);
  engine.declaredBy.set(origin, declared);
  return declared;
}

/** What a static type says of the child at a path, found out once for each place. */
function declaredAt(engine: Engine, node: ts.Node, path: readonly string[]): DeclaredLabels {
  const key = `${engine.numbers.of(node)}/${path.join('/')}`;
  const known = engine.declared.get(key);
  if (known !== undefined) return known;
  const trees = treesAt(engine, node, path);
  let deep: readonly TaggedPath[] | undefined;
  const found = { trees, deep: () => (deep ??= trees.flatMap((tree) => tree.deep())) };
  engine.declared.set(key, found);
  return found;
}

/** The labels that a static type gives to the child at a path: one tree, or several where the path goes round. */
function treesAt(engine: Engine, node: ts.Node, path: readonly string[]): readonly LabelTree[] {
  if (!engine.oracle.hasTags) return [];
  const key = path.at(-1);
  if (key === undefined) {
    const tree = engine.oracle.treeAt(node);
    return tree === undefined ? [] : [tree];
  }
  const { trees } = declaredAt(engine, node, path.slice(0, -1));
  if (trees.length === 0 || key === CELL) return trees;
  return stepInto(trees, key === CHUNK ? ELEMENT : kindOfKey(key));
}

function stepInto(trees: readonly LabelTree[], key: string): readonly LabelTree[] {
  const repeated = repeatedKeys(key);
  if (repeated === undefined) return trees.flatMap((tree) => childOf(tree, key) ?? []);
  return [...new Set([...trees, ...repeated.reduce(stepInto, trees)])];
}

/** A value that is no promise is awaited as itself, any member may be each of them, and pieces of plaintext are plaintext. */
function childOf(tree: LabelTree, key: string): LabelTree | undefined {
  if (tree.own.length > 0 && isMeasure(key)) return undefined;
  // A type does not tell what a promise is rejected with.
  if (key === REJECTED) return undefined;
  const child = tree.child(key);
  if (child !== undefined || key === AWAITED || isAnyMember(key)) return child ?? tree;
  return tree.own.length > 0 && (isIndex(key) || key === ELEMENT) ? tree : undefined;
}

/** Whether the static type leaves any room for a label: an input always may have one from its caller. */
export function mayHoldLabel(engine: Engine, { origin }: Atom): boolean {
  return origin.kind !== 'typed' || (declaredBy(engine, origin)?.trees.length ?? 0) > 0;
}

/**
 * Atoms of content without those that say nothing, or nothing but what another one says: of the types that only repeat
 * what flowed in the first that tells something, of the others the shortest way of each tag.
 */
// the labels that resolveAtoms finds in atoms, it finds in distinctAtoms(atoms)
export function distinctAtoms(engine: Engine, atoms: readonly Atom[]): readonly Atom[] {
  const distinct = new Map<string, Atom>();
  for (const atom of atoms) {
    const key = sayingOf(engine, atom);
    const known = key === undefined ? atom : distinct.get(key);
    if (key !== undefined && (known === undefined || isBefore(engine, atom, known))) distinct.set(key, atom);
  }
  return distinct.size === atoms.length ? atoms : [...distinct.values()];
}

/** What an atom says: equal texts say the same. Undefined for one that says nothing. */
function sayingOf(engine: Engine, atom: Atom): string | undefined {
  const { origin } = atom;
  if (origin.kind !== 'typed' || atom.reach !== 'content') return atom.key;
  const labelled: Labelled[] = [];
  resolveAtom(engine, atom, labelled, []);
  if (labelled.length === 0) return undefined;
  const cleared = atom.cleared.join(' ');
  if (origin.fallback) return `echo ${cleared}`;
  const names = labelled.map(({ tag }) => `${tag.label} ${tag.name}`);
  return `typed ${cleared} ${[...new Set(names)].sort().join(' ')}`;
}

function isBefore(engine: Engine, atom: Atom, other: Atom): boolean {
  if (atom.origin.kind !== 'typed') return false;
  if (atom.origin.fallback) return orderOf(engine, atom) < orderOf(engine, other);
  return (atom.trace?.length ?? 0) < (other.trace?.length ?? 0);
}

/** A value whose inputs are split: what their declared types label is this unit's own, the rest is the caller's. */
export function concretised(engine: Engine, value: Value): Value {
  const parts = [...value.atoms.values()].flatMap((atom) => {
    const { origin } = atom;
    if (origin.kind !== 'input' || origin.root.declared === undefined) return [atom];
    const labelled: Labelled[] = [];
    const inputs: Atom[] = [];
    resolveAtom(engine, atom, labelled, inputs);
    if (labelled.length === 0) return [atom];
    const typed: Origin = {
      kind: 'typed',
      node: origin.root.declared,
      path: origin.path.filter((key) => key !== CELL),
      fallback: false,
    };
    const own = makeAtom(engine.numbers, { ...atom, origin: typed });
    return [own, ...inputs];
  });
  return { ...value, atoms: valueOfAtoms(parts).atoms };
}
