/** The fields that the heap keeps for one object: which of them answer a key, and how a write joins or replaces. */
import {
  CHUNK,
  CLEARED,
  CONTENT,
  ELEMENT,
  NAMES,
  SPREAD,
  TAIL,
  isAnyMember,
  isAnyValue,
  isIndex,
  isPassed,
  isSamePassed,
  isShown,
  kindOfKey,
  namesLeft,
  namesOut,
} from '../keys.ts';
import type { Field, Fields, State } from './state.ts';
import { NOTHING, type Value, join, joinAll } from './value.ts';

/** Whether a child kept under `known` may be the one asked for: an unknown index may be any index. */
export function answers(known: string, key: string): boolean {
  if (known === key || known === CONTENT) return true;
  if (isAnyValue(known) || isAnyValue(key)) return kindOfKey(known) === kindOfKey(key);
  if (isAnyMember(key)) return isMember(known) && isLeft(key, known);
  if (isAnyMember(known)) return key === ELEMENT || (!/^[<&]/.test(key) && isLeft(known, key));
  if (known === TAIL) return key === ELEMENT || isIndex(key);
  if (key === ELEMENT) return isIndex(known) || known === CHUNK;
  if (isPassed(key)) return isSamePassed(known, key);
  return known === ELEMENT && isIndex(key);
}

/** Whether the type of a name that is not known leaves room for a name. */
const isLeft = (open: string, name: string): boolean =>
  name.startsWith('<') || (namesLeft(open)?.includes(name) !== false && !namesOut(open).includes(name));

/** Whether a key that is not known may be this one: a name, or an index. */
const isMember = (key: string): boolean =>
  isShown(key) && (key === ELEMENT || key === TAIL || isAnyMember(key) || !key.startsWith('<'));

/** An index that is surely there is not one of those behind. */
const answersIn = (fields: Fields, known: string, key: string): boolean =>
  known === TAIL && isIndex(key) ? fields.get(key)?.strong !== true : answers(known, key);

export function readFields(fields: Fields | undefined, key: string): Value {
  if (fields === undefined) return NOTHING;
  const children: Value[] = [];
  for (const [known, field] of fields) {
    if (known === CLEARED ? field.strong : answersIn(fields, known, key)) children.push(field.value);
  }
  return joinAll(children);
}

/** Whether what stood here was surely cleaned in place. */
export function isCleared(fields: Fields | undefined): boolean {
  return fields?.get(CLEARED)?.strong === true;
}

/** The members that are surely known. */
export const strongKeys = (fields: Fields | undefined): readonly string[] =>
  [...(fields ?? [])].flatMap(([key, { strong }]) => (strong ? [key] : []));

/** A key that stands for many children: a write to it replaces none of them. */
export const isOpenKey = (key: string): boolean => OPEN.has(key) || isAnyMember(key);

const OPEN: ReadonlySet<string> = new Set([ELEMENT, TAIL, CONTENT, SPREAD, NAMES]);

export function setField(state: State, id: string, key: string, field: Field): void {
  setFields(state, id, [[key, field]]);
}

/** Sets several fields at once: the fields of an object are copied for each change, since states share them. */
export function setFields(state: State, id: string, changes: Iterable<readonly [string, Field]>): void {
  const fields = new Map(state.heap.get(id) ?? []);
  for (const [key, field] of changes) {
    const known = fields.get(key);
    const isFirst = field.strong || known === undefined;
    fields.set(key, isFirst ? field : { ...known, value: join(known.value, field.value), isLink: false });
  }
  state.heap.set(id, fields);
}
