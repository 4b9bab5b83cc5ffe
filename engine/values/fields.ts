/** The fields that the heap keeps for one object: which of them answer a key, and how a write joins or replaces. */
import {
  CHUNK,
  CLEARED,
  CONTENT,
  ELEMENT,
  NAMES,
  SPREAD,
  isAnyMember,
  isIndex,
  isPassed,
  isSamePassed,
  isShown,
} from '../keys.ts';
import type { Field, Fields, State } from './state.ts';
import { NOTHING, type Value, join, joinAll } from './value.ts';

/** Whether a child kept under `known` may be the one asked for: an unknown index may be any index. */
export function answers(known: string, key: string): boolean {
  if (known === key || known === CONTENT) return true;
  if (isAnyMember(key)) return isMember(known);
  if (isAnyMember(known)) return !key.startsWith('<') || key === ELEMENT;
  if (key === ELEMENT) return isIndex(known) || known === CHUNK;
  if (isPassed(key)) return isSamePassed(known, key);
  return known === ELEMENT && isIndex(key);
}

/** Whether a key that is not known may be this one: a name, or an index. */
const isMember = (key: string): boolean =>
  isShown(key) && (key === ELEMENT || isAnyMember(key) || !key.startsWith('<'));

export function readFields(fields: Fields | undefined, key: string): Value {
  if (fields === undefined) return NOTHING;
  const children: Value[] = [];
  for (const [known, field] of fields) {
    if (known === CLEARED ? field.strong : answers(known, key)) children.push(field.value);
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
export const isOpenKey = (key: string): boolean =>
  key === ELEMENT || isAnyMember(key) || key === CONTENT || key === SPREAD || key === NAMES;

export function setField(state: State, id: string, key: string, field: Field): void {
  const fields = new Map(state.heap.get(id) ?? []);
  const known = fields.get(key);
  fields.set(
    key,
    field.strong || known === undefined
      ? field
      : { value: join(known.value, field.value), strong: known.strong },
  );
  state.heap.set(id, fields);
}
