/** Reading and writing the children of values: the one place that knows how atoms, objects and aliases share them. */
import { isDerived } from './cleared.ts';
import { fieldsOfCopy, isEcho } from './copies.ts';
import { type Reduction, readGlobal } from './entries.ts';
import { answers, isCleared, isOpenKey, readFields, setField, strongKeys } from './fields.ts';
import { joinFields } from './state.ts';
import {
  AWAITED,
  CHUNK,
  CLEARED,
  CONTENT,
  ELEMENT,
  MAP_KEY,
  MAP_VALUE,
  MEMBERS,
  PROTOTYPE,
  REJECTED,
  SPREAD,
  isAnyMember,
  isIndex,
  isLeftOut,
  isMeasure,
  isPassed,
  isShown,
  namesOut,
  ownMark,
} from '../keys.ts';
import {
  type Atom,
  type NodeNumbers,
  asContent,
  childAtom,
  copyAtom,
  makeAtom,
  aboveCut,
  isCut,
  parentAtom,
} from './atom.ts';
import { prototypeOf } from './prototypes.ts';
import { entryAt, isMapValue } from './map-entry.ts';
import { isReachable } from './reachable.ts';
import { isKeptIn, twinsOf } from './twins.ts';
import { type Unsure, mayReplace } from './unsure.ts';
import { limited, MAX_PARTS_OF_INPUT } from './limit.ts';
import type { Budget } from '../budget.ts';
import { nodesAt } from './nodes-at.ts';
import { type Passing, passOn, receive } from './passing.ts';
import type { GlobalHeap } from './global-heap.ts';
import type { Fields, State } from './state.ts';
import {
  type AbstractObject,
  NOTHING,
  type Value,
  join,
  joinAll,
  mapAtoms,
  valueOfAtoms,
  valueOfNodes,
  valueOfObject,
} from './value.ts';

/** What reading and writing needs of a function's activation. */
export interface Memory {
  state: State;
  readonly numbers: NodeNumbers;
  budget: Budget;
  readonly globals: GlobalHeap;
  /** Who is told when a global that it read grows. */
  readonly reader: number;
  /** Atoms that stand for objects and were written to, by key. */
  readonly written: Map<string, Atom>;
  /** Copies in the global heap of local objects that escaped into it, by id. */
  readonly escaped: ReadonlyMap<string, AbstractObject>;
  /** What values of the global heap have been found to tell. */
  readonly reductions: WeakMap<Value, Reduction>;
  /** Tells that the child of an atom was too deep to be told from its parent. */
  cutAt(atom: Atom): void;
  /** Whether the static type leaves any room for a label in an atom. */
  mayHoldLabel(atom: Atom): boolean;
  /** Atoms without those that say nothing, or nothing but what another one among them says. */
  distinct(atoms: readonly Atom[]): readonly Atom[];
  /** What is read over all its writes, in any order. */
  readonly passing: Passing;
  /** What objects are after the calls that only the caller can make, by the id of an object that one was given. */
  readonly handed: Map<string, Atom>;
  /** Objects that are being read right now through what they took over. */
  readonly reading: Set<string>;
  /** Joins a value into the global heap; what depends on the function's inputs waits for its callers. */
  keep(id: string, key: string, value: Value): void;
  /** Counts the rounds of all loops, and in which one an object was made last. */
  round: number;
  readonly madeIn: Map<string, number>;
  /** Values of the unit that no variable holds: what it returns, throws, hands on. */
  held(): readonly Value[];
  readonly unsure: Unsure;
  /** Sources and sanitizers that a value meets when it comes to stand at a model node. */
  arriveAt(value: Value): Value;
}

/** The child of a value under a key. Content stays content: everything read from it has its labels. */
// labels(value.key) + own labels(value) are in labels(read(value, key))
export function read(memory: Memory, value: Value, key: string): Value {
  memory.budget.spend(1 + value.atoms.size + value.objects.size);
  const children: Value[] = [];
  for (const atom of value.atoms.values()) children.push(readAtom(memory, atom, key));
  for (const object of value.objects.values()) children.push(readObject(memory, object, key));
  const result = joinAll(children);
  if (value.nodes.size === 0) return result;
  const nodes = valueOfNodes(nodesAt(value.nodes, key));
  return nodes.nodes.size === 0 ? result : memory.arriveAt(join(result, nodes));
}

function readAtom(memory: Memory, atom: Atom, key: string): Value {
  if (isMeasure(key) && (atom.reach === 'content' || atom.origin.kind === 'source')) return NOTHING;
  // A text is no entry of anything.
  if (key === MEMBERS && (atom.reach === 'content' || atom.origin.kind === 'source')) return NOTHING;
  if (atom.reach === 'content') return join(valueOfAtoms([atom]), writtenBelow(memory, atom));
  if (isLeftOut(atom.except, key)) return NOTHING;
  // What a row calls a source is what comes, not what fails.
  if (key === REJECTED && atom.origin.kind === 'source') return NOTHING;
  if (key === AWAITED && atom.origin.kind !== 'source' && atom.origin.path.at(-1) === AWAITED)
    return valueOfAtoms([atom]);
  const fields = memory.state.heap.get(atom.key);
  const entry = key === ELEMENT || isIndex(key) ? entryWritten(memory, atom, fields) : NOTHING;
  if (entry !== NOTHING) return join(entry, readBelow(memory, atom, key, fields));
  return readBelow(memory, atom, key, fields);
}

function readBelow(memory: Memory, atom: Atom, key: string, fields: Fields | undefined): Value {
  const out = isToldByType(memory, atom) ? namesOut(key) : [];
  const hidden = isAnyMember(key) ? [...atom.except, ...strongKeys(fields), ...out] : [];
  // Which member it is may not be known, but which ones it cannot be.
  const child =
    hidden.length > 0 ? asContent(memory.numbers, atom, hidden) : childAtom(memory.numbers, atom, key);
  if (hidden.length === 0 && child.reach === 'content' && atom.origin.kind !== 'source') memory.cutAt(atom);
  const below = withPassed(memory, atom.key, key, valueOfAtoms([child]));
  if (fields === undefined) return below;
  const written = readLocal(memory, atom.key, key);
  return fields.get(key)?.strong === true || isCleared(fields) ? written : join(written, below);
}

/** Whether a static type says which members are labelled. */
function isToldByType(memory: Memory, atom: Atom): boolean {
  const { origin } = atom;
  if (origin.kind !== 'input') return true;
  if (origin.root.declared === undefined) return false;
  const typed = { kind: 'typed', node: origin.root.declared, path: origin.path, fallback: false } as const;
  return memory.mayHoldLabel(makeAtom(memory.numbers, { origin: typed, reach: 'value' }));
}

/** What was written deeper than paths go. */
export function writtenBelow(memory: Memory, atom: Atom): Value {
  if (!isCut(atom)) return NOTHING;
  const fields = memory.state.heap.get(aboveCut(memory.numbers, atom).key);
  return fields?.get(CONTENT)?.value ?? NOTHING;
}

function readObject(memory: Memory, object: AbstractObject, key: string): Value {
  if (key === AWAITED && object.kind !== 'promise')
    return { ...NOTHING, objects: new Map([[object.id, object]]) };
  if (key === 'prototype' && (object.kind === 'function' || object.kind === 'class'))
    return valueOfObject(prototypeOf(object));
  const entry = key === ELEMENT || isIndex(key) ? entryOf(memory, object) : NOTHING;
  const own = object.isGlobal ? NOTHING : readLocal(memory, object.id, key);
  const isList = !object.isGlobal && object.kind === 'array';
  const local = join(isList ? own : withPassed(memory, object.id, key, own), entry);
  return joinAll([
    local,
    ...twinsOf(memory.escaped, object).map(({ id }) => readKept(memory, object, id, key)),
  ]);
}

/** Chunks and messages come from whoever passes them on, now or later. */
function withPassed(memory: Memory, id: string, key: string, value: Value): Value {
  if (isPassed(key)) return join(value, receive(memory.passing, id, key));
  return key === ELEMENT ? join(value, receive(memory.passing, id, CHUNK)) : value;
}

/** A member that the object has itself hides what it took over. */
function readLocal(memory: Memory, id: string, key: string): Value {
  const fields = memory.state.heap.get(id);
  const held = readFields(fields, key);
  if (fields?.get(key)?.strong === true) return held;
  const handed = memory.handed.get(id);
  const own =
    handed === undefined ? held : join(held, valueOfAtoms([childAtom(memory.numbers, handed, key)]));
  const above = TAKEN_OVER.flatMap((one) => fields?.get(one)?.value ?? []);
  const hidden = isAnyMember(key) ? strongKeys(fields) : [];
  const taken = hidden.length === 0 ? above : above.map((one) => copyOf(memory, one, hidden));
  return readAbove(memory, id, key, own, taken);
}

function copyOf(memory: Memory, value: Value, except: readonly string[]): Value {
  return mapAtoms(value, (atom) => copyAtom(memory.numbers, atom, except));
}

function readKept(memory: Memory, object: AbstractObject, id: string, key: string): Value {
  const known = memory.globals.keys(id, memory.reader);
  const kept = known
    .filter((one) => answers(one, key))
    .map((one) => readGlobal(memory, object, id, one))
    .reduce(join, NOTHING);
  if (known.includes(ownMark(key))) return kept;
  const above = TAKEN_OVER.flatMap((one) =>
    known.includes(one) ? [readGlobal(memory, object, id, one)] : [],
  );
  return readAbove(memory, id, key, kept, above);
}

/** Where an object finds members that it does not have itself. */
const TAKEN_OVER = [SPREAD, PROTOTYPE];

function readAbove(memory: Memory, id: string, key: string, own: Value, above: readonly Value[]): Value {
  // In a loop an object may have taken over from itself.
  if (above.length === 0 || memory.reading.has(id)) return own;
  memory.reading.add(id);
  const all = above.reduce((result, one) => join(result, read(memory, one, key)), own);
  memory.reading.delete(id);
  return all;
}

function entryOf(memory: Memory, object: AbstractObject): Value {
  if (!holdsEntries(memory, object)) return NOTHING;
  return entryAt(memory.state, object.id, object.node, entryParts(memory, valueOfObject(object)));
}

const entryParts = (memory: Memory, map: Value): readonly Value[] =>
  [MAP_KEY, MAP_VALUE].map((key) => read(memory, map, key));

/** The entry of what has been put into a map that the caller has made. */
function entryWritten(memory: Memory, atom: Atom, fields: Fields | undefined): Value {
  if (fields === undefined || ![...fields.keys()].some(isMapValue)) return NOTHING;
  const { origin } = atom;
  const node = origin.kind === 'input' ? (origin.root.variable ?? origin.root.declared) : origin.node;
  if (node === undefined) return NOTHING;
  return entryAt(memory.state, atom.key, node, entryParts(memory, valueOfAtoms([atom])));
}

function holdsEntries(memory: Memory, object: AbstractObject): boolean {
  const own = object.isGlobal ? [] : (memory.state.heap.get(object.id)?.keys() ?? []);
  const isLocal = [...own].some(isMapValue);
  const twin = object.isGlobal ? object : memory.escaped.get(object.id);
  return isLocal || (twin !== undefined && memory.globals.keys(twin.id, memory.reader).some(isMapValue));
}

/** Marks an object that its place has made before: a loop makes many, and a write reaches only one of them. */
const MANY = '&many';

/** Whether an object stands for many that its place has made. */
export const isManyAt = ({ state }: Memory, id: string): boolean => state.heap.get(id)?.has(MANY) === true;

/** Makes an object at a place: without children, unless the place has made one before. */
export function allocate(memory: Memory, object: AbstractObject): Value {
  if (memory.unsure.depth > 0) memory.unsure.made.add(object.id);
  const known = memory.state.heap.get(object.id);
  if (known === undefined) memory.state.heap.set(object.id, new Map());
  else if (!known.has(MANY)) setField(memory.state, object.id, MANY, { value: NOTHING, strong: false });
  return valueOfObject(object);
}

/**
 * Makes an object at a place where nothing may be left of the one that a round of a loop before has made: then it is the
 * only one. Within a round, a value under evaluation may lead to it.
 */
export function renew(memory: Memory, object: AbstractObject): Value {
  const { state, round, madeIn } = memory;
  const isOld = state.heap.has(object.id) && (madeIn.get(object.id) ?? round) < round;
  if (isOld && !isReachable(memory, object.id)) state.heap.delete(object.id);
  madeIn.set(object.id, round);
  return allocate(memory, object);
}

/**
 * Makes an object and its first children. Where the place has made one before that is still there, both stand for all
 * that it makes: what each surely has itself, they surely have.
 */
export function build(memory: Memory, object: AbstractObject, fill: (value: Value) => void): Value {
  const value = renew(memory, object);
  const before = memory.state.heap.get(object.id);
  memory.state.heap.set(object.id, new Map());
  fill(value);
  const made = memory.state.heap.get(object.id);
  if (before === undefined || before.size === 0 || made === undefined) return value;
  memory.state.heap.set(object.id, joinFields(before, made));
  return value;
}

/** Puts a value under a key of everything that `target` may be. `isSure` when the write surely replaces what was there. */
export function write(memory: Memory, target: Value, key: string, value: Value, isSure: boolean): void {
  const strong = isSure && mayReplace(memory.unsure, target);
  memory.budget.spend(1 + target.objects.size + value.atoms.size);
  const isSingle =
    [...target.atoms.values()].filter((atom) => !isEcho(atom) && !isDerived(atom)).length +
      target.objects.size ===
    1;
  if (key === SPREAD) {
    takeOver(memory, target, value, strong && isSingle);
    return;
  }
  for (const object of target.objects.values()) writeObject(memory, object, key, value, strong && isSingle);
  const isOne = strong && isSingle && ![...target.objects.keys()].some((id) => isManyAt(memory, id));
  for (const atom of target.atoms.values()) {
    if (target.objects.size === 0 || !isEcho(atom)) writeAtom(memory, atom, key, value, strong && isSingle);
    // A declared type beside an object is that of each object that its place makes. Of the only one, it tells no more
    // what has been replaced; what is there now, the object tells.
    else if (isOne) writeAtom(memory, atom, key, NOTHING, true);
  }
}

/** Puts the members of a value into everything that `target` may be. `strong` when it surely has them all. */
function takeOver(memory: Memory, target: Value, source: Value, strong: boolean): void {
  const taken = fieldsOfCopy(memory, source);
  const spread = taken.get(SPREAD)?.value ?? NOTHING;
  for (const object of target.objects.values())
    takeInto(memory, valueOfObject(object), object.id, taken, spread, strong);
  for (const atom of target.atoms.values())
    takeInto(memory, valueOfAtoms([atom]), atom.key, taken, spread, strong);
}

function takeInto(
  memory: Memory,
  target: Value,
  id: string,
  taken: Fields,
  spread: Value,
  strong: boolean,
): void {
  const own = [...(memory.state.heap.get(id) ?? [])].filter(([key, field]) => field.strong && isShown(key));
  for (const [key, field] of own) {
    const later = read(memory, spread, key);
    if (later !== NOTHING) write(memory, target, key, join(field.value, later), true);
  }
  for (const [key, field] of taken)
    if (key !== SPREAD) write(memory, target, key, field.value, strong && field.strong);
  if (spread === NOTHING) return;
  for (const object of target.objects.values()) writeObject(memory, object, SPREAD, spread, false);
  for (const atom of target.atoms.values()) writeAtom(memory, atom, SPREAD, spread, false);
}

function writeObject(
  memory: Memory,
  object: AbstractObject,
  key: string,
  value: Value,
  strong: boolean,
): void {
  for (const twin of twinsOf(memory.escaped, object))
    if (isKeptIn(twin, object, key)) memory.keep(twin.id, key, value);
  const isMany = object.isMany || memory.state.heap.get(object.id)?.has(MANY) === true;
  const replaces = strong && !isMany && !isOpenKey(key);
  if (isPassed(key)) passOn(memory.passing, object.id, key, value, replaces);
  if (object.isGlobal) return;
  if (key === CLEARED && replaces) memory.state.heap.delete(object.id);
  if (key === CLEARED && !replaces) return;
  setField(memory.state, object.id, key, {
    value: limited(memory, value, MAX_PARTS_OF_INPUT),
    strong: replaces,
  });
}

function writeAtom(memory: Memory, atom: Atom, key: string, value: Value, strong: boolean): void {
  if (isCut(atom)) writeAtom(memory, aboveCut(memory.numbers, atom), CONTENT, value, false);
  if (atom.reach === 'content') return;
  const isExact = strong && !isOpenKey(key);
  if (key === CLEARED && !isExact) return;
  memory.written.set(atom.key, atom);
  linkToParent(memory, atom);
  if (isPassed(key)) passOn(memory.passing, atom.key, key, value, isExact);
  if (key === CLEARED) forgetBelow(memory.state, atom.key);
  setField(memory.state, atom.key, key, {
    value: limited(memory, value, MAX_PARTS_OF_INPUT),
    strong: isExact,
  });
}

/** What was written into an object and what hangs on it. */
function forgetBelow({ heap }: State, key: string): void {
  const below = key.endsWith('/') ? key : `${key}/`;
  for (const known of [...heap.keys()]) if (known === key || known.startsWith(below)) heap.delete(known);
}

/** So that whoever reads the parent as a whole finds what was written below it. */
function linkToParent(memory: Memory, child: Atom): void {
  const parent = parentAtom(memory.numbers, child);
  const key = child.origin.kind === 'source' ? undefined : child.origin.path.at(-1);
  if (parent === undefined || key === undefined || memory.state.heap.get(parent.key)?.has(key) === true)
    return;
  memory.written.set(parent.key, parent);
  setField(memory.state, parent.key, key, { value: valueOfAtoms([child]), strong: true, isLink: true });
  linkToParent(memory, parent);
}
