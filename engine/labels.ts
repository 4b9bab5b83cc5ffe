/** Turns what a value may hold into labels: the place where the lazy atoms are finally asked. */
import type { Origin } from './values/atom.ts';
import type ts from 'typescript';
import type { Activation, Engine } from './activation.ts';
import { AWAITED, CHUNK, ELEMENT, isAnyMember, isIndex } from './keys.ts';
import type { SinkPoint } from './summary.ts';
import { type Atom, makeAtom, repeatedKeys } from './values/atom.ts';
import { contentOf } from './values/content.ts';
import { type Value, valueOfAtoms } from './values/value.ts';
import type { LabelTree, Tag, TaggedPath } from './tags/tree.ts';

/** The key under which a captured variable keeps its value. */
export const CELL = '<cell>';

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
    labelled.push({ tag, atom });
    return;
  }
  const declared = origin.kind === 'typed' ? origin.node : origin.root.declared;
  const trees = declared === undefined ? [] : treesAt(engine, declared, origin.path);
  const tagged = trees.flatMap((tree) => tree.deep()).filter(({ path }) => !isExcepted(atom.except, path));
  for (const { tag } of tagged) labelled.push({ tag, atom });
  if (origin.kind === 'input') addInput(engine, atom, tagged, inputs);
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
  const joined = path.join('/');
  return except.some((prefix) => joined === prefix || joined.startsWith(`${prefix}/`));
}

/** The labels that a static type gives to the child at a path: one tree, or several where the path goes round. */
function treesAt(engine: Engine, node: ts.Node, path: readonly string[]): readonly LabelTree[] {
  const tree = engine.oracle.hasTags ? engine.oracle.treeAt(node) : undefined;
  let trees: readonly LabelTree[] = tree === undefined ? [] : [tree];
  for (const key of path) {
    if (trees.length === 0) return trees;
    if (key !== CELL) trees = stepInto(trees, key === CHUNK ? ELEMENT : key);
  }
  return trees;
}

function stepInto(trees: readonly LabelTree[], key: string): readonly LabelTree[] {
  const repeated = repeatedKeys(key);
  if (repeated === undefined) return trees.flatMap((tree) => childOf(tree, key) ?? []);
  return [...new Set([...trees, ...repeated.reduce(stepInto, trees)])];
}

/** A value that is no promise is awaited as itself, any member may be each of them, and pieces of plaintext are plaintext. */
function childOf(tree: LabelTree, key: string): LabelTree | undefined {
  const child = tree.child(key);
  if (child !== undefined || key === AWAITED || isAnyMember(key)) return child ?? tree;
  return tree.own.length > 0 && (isIndex(key) || key === ELEMENT) ? tree : undefined;
}

/** Whether the static type leaves any room for a label: an input always may have one from its caller. */
export function mayHoldLabel(engine: Engine, { origin }: Atom): boolean {
  return origin.kind !== 'typed' || treesAt(engine, origin.node, origin.path).length > 0;
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
