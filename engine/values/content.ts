/** Content: everything that printing or serialising a value shows. Functions and `#private` members show nothing. */
import {
  ANY_MEMBER,
  EVERYTHING_BELOW,
  isLeftOut,
  isShown,
  leftOutBelow,
  NAMES,
  ownMember,
  SPREAD,
} from '../keys.ts';
import { asContent, withoutParts, type Atom } from './atom.ts';
import { isEcho } from './copies.ts';
import { entriesOf } from './entries.ts';
import { isCleared, strongKeys } from './fields.ts';
import { read, writtenBelow, type Memory } from './memory.ts';
import { NOTHING, valueOfAtoms, type AbstractObject, type Value } from './value.ts';

// labels(v.k) for each shown k at any depth are in labels(contentOf(v))
export function contentOf(memory: Memory, value: Value): Value {
  return contentExcept(memory, value, []);
}

/** What a value is by itself, without what hangs on it: the text, not the members of an object. */
// own labels(v) are in labels(ownContentOf(v))
export function ownContentOf(memory: Memory, value: Value): Value {
  return contentExcept(memory, { ...value, objects: new Map() }, [EVERYTHING_BELOW]);
}

/** A value to look into, but for what lies under some paths. */
interface Part {
  readonly value: Value;
  readonly except: readonly string[];
}

/** What an object says itself of its content. What it says may be made of the object, which is then looked into. */
type Convert = (object: AbstractObject) => Value | undefined;

const AS_IT_IS: Convert = () => undefined;

/** Everything in a value but what lies under some paths. */
// labels(v.k) for k outside `except` are in labels(contentExcept(v, except))
export function contentExcept(
  memory: Memory,
  value: Value,
  except: readonly string[],
  convert: Convert = AS_IT_IS,
): Value {
  const found: Atom[] = [];
  const seen = new Set<string>();
  const pending: Part[] = [{ value, except }];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    memory.budget.spend(1 + part.value.atoms.size + part.value.objects.size);
    // Most parts hide nothing: then the key alone tells them apart.
    const hidden = part.except.length === 0 ? '' : ` ${part.except.join(' ')}`;
    const { converted, objects } = convertedIn(part.value, convert, seen);
    pending.push(...converted.map((value) => ({ value, except: [] })));
    for (const atom of part.value.atoms.values()) {
      // What its type says of an object that says itself what is shown of it is not shown.
      if (converted.length > 0 && isEcho(atom)) continue;
      if (isNew(seen, atom.key + hidden)) pending.push(...partsOfAtom(memory, atom, part.except, found));
    }
    for (const object of objects) {
      if (isNew(seen, object.id + hidden)) pending.push(...partsOfObject(memory, object, part.except));
    }
  }
  return contentOfAtoms(memory, found);
}

/** What the objects of a value say themselves of their content, and the objects that say nothing. */
function convertedIn(
  { objects }: Value,
  convert: Convert,
  seen: Set<string>,
): { readonly converted: readonly Value[]; readonly objects: readonly AbstractObject[] } {
  const converted: Value[] = [];
  if (convert === AS_IT_IS) return { converted, objects: [...objects.values()] };
  const others = [...objects.values()].filter((object) => {
    const own = isNew(seen, `${object.id}!`) ? convert(object) : undefined;
    if (own !== undefined) converted.push(own);
    return own === undefined;
  });
  return { converted, objects: others };
}

/** Content without what can hold no label, and without parts of what is there as a whole. */
function contentOfAtoms(memory: Memory, found: readonly Atom[]): Value {
  const atoms = found.filter((atom) => memory.mayHoldLabel(atom));
  return atoms.length < 2 ? valueOfAtoms(atoms) : valueOfAtoms(withoutParts(memory.distinct(atoms)));
}

/** The content of an atom goes to `found`; what was written below it since is looked into. */
function partsOfAtom(memory: Memory, atom: Atom, except: readonly string[], found: Atom[]): Part[] {
  const fields = atom.reach === 'value' ? memory.state.heap.get(atom.key) : undefined;
  const hidden = union(atom.except, except);
  const replaced = [...(fields ?? [])].filter(([, field]) => field.strong).map(([key]) => key);
  if (!isCleared(fields)) found.push(asContent(memory.numbers, atom, union(hidden, replaced)));
  if (atom.reach === 'content') return [{ value: writtenBelow(memory, atom), except: [] }];
  return [...(fields ?? [])]
    .filter(([key]) => isShown(key) && !isLeftOut(hidden, key) && !hidden.includes(EVERYTHING_BELOW))
    .map(([key, field]) => ({ value: field.value, except: leftOutBelow(hidden, key) }));
}

function partsOfObject(memory: Memory, object: AbstractObject, except: readonly string[]): Part[] {
  if (except.includes(EVERYTHING_BELOW)) return [];
  if (object.kind === 'function' || object.kind === 'class' || object.kind === 'module') return [];
  const parts = entriesOf(memory, object)
    .filter(([key]) => isShown(key) && !isLeftOut(except, key))
    .map(([key, value]) => ({ value, except: hiddenBelow(memory, object, except, key) }));
  const handed = memory.handed.get(object.id);
  if (handed === undefined) return parts;
  return [...parts, { value: valueOfAtoms([handed]), except: union(except, ownKeys(memory, object)) }];
}

/** What an object has itself hides the same in what it took over. */
function hiddenBelow(
  memory: Memory,
  object: AbstractObject,
  except: readonly string[],
  key: string,
): readonly string[] {
  return key === SPREAD ? union(except, ownKeys(memory, object)) : leftOutBelow(except, key);
}

/** The members that an object surely has itself. */
function ownKeys(memory: Memory, object: AbstractObject): readonly string[] {
  if (object.isGlobal)
    return memory.globals.keys(object.id, memory.reader).flatMap((key) => ownMember(key) ?? []);
  return strongKeys(memory.state.heap.get(object.id));
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  if (b.length === 0) return a;
  return [...new Set([...a, ...b])].sort();
}

function isNew(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** The shown children of an object, each as a value of its own. Names of members are none. */
export function childrenOf(memory: Memory, object: AbstractObject): readonly Value[] {
  const own = entriesOf(memory, object).filter(([key]) => isShown(key) && key !== NAMES && key !== SPREAD);
  const spread = memory.state.heap.get(object.id)?.get(SPREAD)?.value ?? NOTHING;
  if (spread === NOTHING) return own.map(([, value]) => value);
  const hidden = ownKeys(memory, object);
  const taken =
    hidden.length === 0 ? read(memory, spread, ANY_MEMBER) : contentExcept(memory, spread, hidden);
  return [...own.map(([, value]) => value), taken];
}
