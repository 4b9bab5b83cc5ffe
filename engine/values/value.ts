/** Abstract values: atoms at the root, objects whose children the heap holds, and the model nodes that the value stands at. */
import type ts from 'typescript';
import type { Atom } from './atom.ts';
import { type TraceStep, append } from './trace.ts';
import type { ModelNode } from '../models/index-face.ts';

/** A function with a body in the program. */
export type FunctionNode = ts.FunctionLikeDeclaration & { readonly body: ts.Node };

export type ObjectKind =
  | 'object'
  | 'array'
  | 'promise'
  | 'function'
  | 'bound'
  | 'settler'
  | 'generator'
  | 'resumption'
  | 'class'
  | 'instance'
  | 'cell'
  | 'module';

/** An object by the place that makes it. Its children are in the heap under its id. */
export interface AbstractObject {
  readonly id: string;
  readonly kind: ObjectKind;
  readonly node: ts.Node;
  /** The class of an instance, or the class itself. */
  readonly classNode?: ts.ClassLikeDeclaration;
  readonly functionNode?: FunctionNode;
  /** Lives in the program's heap: made by module code, or kept by it. */
  readonly isGlobal: boolean;
  /** Made more than once or by more than one path: writes join. */
  readonly isMany: boolean;
}

export interface Value {
  readonly atoms: ReadonlyMap<string, Atom>;
  readonly objects: ReadonlyMap<string, AbstractObject>;
  readonly nodes: ReadonlySet<ModelNode>;
}

const NO_ATOMS: ReadonlyMap<string, Atom> = new Map();
const NO_OBJECTS: ReadonlyMap<string, AbstractObject> = new Map();
const NO_NODES: ReadonlySet<ModelNode> = new Set();

/** A value without content: a constant, or nothing known of it. */
export const NOTHING: Value = { atoms: NO_ATOMS, objects: NO_OBJECTS, nodes: NO_NODES };

export function isNothing(value: Value): boolean {
  return value.atoms.size === 0 && value.objects.size === 0 && value.nodes.size === 0;
}

export function valueOfAtoms(atoms: Iterable<Atom>): Value {
  const map = new Map<string, Atom>();
  for (const atom of atoms) addAtom(map, atom);
  return map.size === 0 ? NOTHING : { atoms: map, objects: NO_OBJECTS, nodes: NO_NODES };
}

export function valueOfObject(object: AbstractObject): Value {
  return { atoms: NO_ATOMS, objects: new Map([[object.id, object]]), nodes: NO_NODES };
}

export function valueOfNodes(nodes: Iterable<ModelNode>): Value {
  const set = new Set(nodes);
  return set.size === 0 ? NOTHING : { atoms: NO_ATOMS, objects: NO_OBJECTS, nodes: set };
}

// labels(a) + labels(b) are in labels(join(a, b)); of two traces of one atom the shorter stays
export function join(a: Value, b: Value): Value {
  if (a === b || isNothing(b)) return a;
  if (isNothing(a)) return b;
  const atoms = joinAtoms(a.atoms, b.atoms);
  const objects = joinObjects(a.objects, b.objects);
  const nodes = joinNodes(a.nodes, b.nodes);
  return atoms === a.atoms && objects === a.objects && nodes === a.nodes ? a : { atoms, objects, nodes };
}

/** Joins many values: what is there already is copied once, not at each of them. */
// labels(v) for each v of values are in labels(joinAll(values))
export function joinAll(values: Iterable<Value>): Value {
  let joined = NOTHING;
  let atoms: Map<string, Atom> | undefined;
  let objects: Map<string, AbstractObject> | undefined;
  for (const value of values) {
    if (isNothing(value) || value === joined) continue;
    if (isNothing(joined)) {
      joined = value;
      continue;
    }
    if (atoms === undefined && !holdsAll(joined.atoms, value.atoms)) atoms = new Map(joined.atoms);
    if (atoms !== undefined) for (const atom of value.atoms.values()) addAtom(atoms, atom);
    if (objects === undefined && !hasAll(joined.objects, value.objects)) objects = new Map(joined.objects);
    if (objects !== undefined) for (const [id, object] of value.objects) addOnce(objects, id, object);
    const nodes = joinNodes(joined.nodes, value.nodes);
    joined = { atoms: atoms ?? joined.atoms, objects: objects ?? joined.objects, nodes };
  }
  return joined;
}

function hasAll(objects: Value['objects'], others: Value['objects']): boolean {
  for (const id of others.keys()) if (!objects.has(id)) return false;
  return true;
}

/** Of two objects with one id, the first stays. */
function addOnce(objects: Map<string, AbstractObject>, id: string, object: AbstractObject): void {
  if (!objects.has(id)) objects.set(id, object);
}

/** The same value with one more step on the way of each of its labels. */
export function withStep(value: Value, step: TraceStep): Value {
  if (value.atoms.size === 0) return value;
  const atoms = new Map<string, Atom>();
  for (const [key, atom] of value.atoms) atoms.set(key, { ...atom, trace: append(atom.trace, step) });
  return { ...value, atoms };
}

/** The value with only some of its atoms. */
export function mapAtoms(value: Value, change: (atom: Atom) => Atom | undefined): Value {
  const atoms = new Map<string, Atom>();
  for (const atom of value.atoms.values()) {
    const changed = change(atom);
    if (changed !== undefined) addAtom(atoms, changed);
  }
  return { ...value, atoms };
}

/** Equality of what a value may hold; how it came there does not count. */
export function isSame(a: Value, b: Value): boolean {
  return (
    a === b || (sameKeys(a.atoms, b.atoms) && sameKeys(a.objects, b.objects) && sameKeys(a.nodes, b.nodes))
  );
}

interface Keyed<Key> {
  readonly size: number;
  keys(): Iterable<Key>;
  has(key: Key): boolean;
}

function sameKeys<Key>(a: Keyed<Key>, b: Keyed<Key>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const key of a.keys()) if (!b.has(key)) return false;
  return true;
}

function joinObjects(a: Value['objects'], b: Value['objects']): Value['objects'] {
  if (a.size === 0) return b;
  if (hasAll(a, b)) return a;
  const joined = new Map(a);
  for (const [id, object] of b) addOnce(joined, id, object);
  return joined;
}

function joinNodes(a: Value['nodes'], b: Value['nodes']): Value['nodes'] {
  if (a.size === 0) return b;
  for (const node of b) if (!a.has(node)) return new Set([...a, ...b]);
  return a;
}

function joinAtoms(a: ReadonlyMap<string, Atom>, b: ReadonlyMap<string, Atom>): ReadonlyMap<string, Atom> {
  if (a.size === 0) return b;
  if (holdsAll(a, b)) return a;
  const joined = new Map(a);
  for (const atom of b.values()) addAtom(joined, atom);
  return joined;
}

/** Most joins bring nothing new: then nothing is copied. */
function holdsAll(atoms: ReadonlyMap<string, Atom>, others: ReadonlyMap<string, Atom>): boolean {
  if (atoms === others) return true;
  if (others.size > atoms.size) return false;
  for (const [key, other] of others) {
    const known = atoms.get(key);
    if (known === undefined || lengthOf(other) < lengthOf(known)) return false;
  }
  return true;
}

const lengthOf = ({ trace }: Atom): number => trace?.length ?? 0;

function addAtom(atoms: Map<string, Atom>, atom: Atom): void {
  const known = atoms.get(atom.key);
  if (known === undefined || lengthOf(atom) < lengthOf(known)) atoms.set(atom.key, atom);
}
