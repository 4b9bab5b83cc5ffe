/** The state at a program point: variables and the children of objects. Branches fork it, joins bring it together. */
import type ts from 'typescript';
import { isAtomKey } from './atom.ts';
import { type Value, isSame, join } from './value.ts';

export interface Field {
  readonly value: Value;
  /** The value replaces what was there; otherwise it joins it. */
  readonly strong: boolean;
  /** It replaced what was there before a call of the caller's own, which may have written something else since. */
  readonly wasStrong?: boolean;
  /** Only says that something was written below the member. */
  readonly isLink?: boolean;
}

export type Fields = ReadonlyMap<string, Field>;

export interface State {
  readonly variables: Map<ts.Symbol, Value>;
  /** Children by the id of an object, or by the key of an atom that stands for an object. */
  readonly heap: Map<string, Fields>;
  /** Names that variables surely do not hold. */
  otherNames: ReadonlyMap<ts.Symbol, readonly string[]>;
  /** No path leads here. */
  isDead: boolean;
}

export function emptyState(): State {
  return { variables: new Map(), heap: new Map(), otherNames: new Map(), isDead: false };
}

export function fork(state: State): State {
  const { variables, heap, otherNames, isDead } = state;
  return { variables: new Map(variables), heap: new Map(heap), otherNames, isDead };
}

export function deadState(): State {
  return { ...emptyState(), isDead: true };
}

// what holds in a or in b may hold in joinStates(a, b)
export function joinStates(a: State, b: State): State {
  if (a.isDead) return b;
  if (b.isDead) return a;
  const variables = new Map(a.variables);
  for (const [symbol, value] of b.variables) {
    const known = variables.get(symbol);
    variables.set(symbol, known === undefined ? value : join(known, value));
  }
  const otherNames = namesOnBoth(a.otherNames, b.otherNames);
  return { variables, heap: joinHeaps(a.heap, b.heap), otherNames, isDead: false };
}

export function isSameState(a: State, b: State): boolean {
  if (a.isDead !== b.isDead || a.variables.size !== b.variables.size || a.heap.size !== b.heap.size)
    return false;
  for (const [symbol, value] of a.variables) {
    const other = b.variables.get(symbol);
    if (other === undefined || !isSame(value, other)) return false;
  }
  for (const [id, fields] of a.heap) {
    const other = b.heap.get(id);
    if (other === undefined || !hasSameFields(fields, other)) return false;
  }
  return true;
}

function namesOnBoth(a: State['otherNames'], b: State['otherNames']): State['otherNames'] {
  if (a === b || a.size === 0) return a;
  const both = [...a].map(([variable, names]) => {
    return [variable, names.filter((name) => b.get(variable)?.includes(name))] as const;
  });
  return new Map(both.filter(([, names]) => names.length > 0));
}

function joinHeaps(a: ReadonlyMap<string, Fields>, b: ReadonlyMap<string, Fields>): Map<string, Fields> {
  const joined = new Map(a);
  for (const [id, fields] of b) {
    const known = joined.get(id);
    if (known === fields) continue;
    joined.set(id, known === undefined ? onOneBranch(id, fields) : joinFields(known, fields));
  }
  for (const [id, fields] of a) if (!b.has(id)) joined.set(id, onOneBranch(id, fields));
  return joined;
}

/** On the other branch, an object was not made at all, but what an atom stands for was there as it came. */
function onOneBranch(id: string, fields: Fields): Fields {
  return isAtomKey(id) ? weakened(fields) : fields;
}

export function joinFields(a: Fields, b: Fields): Fields {
  const joined = new Map<string, Field>();
  for (const [key, field] of a) {
    const other = b.get(key);
    joined.set(key, other === undefined ? weak(field) : joinField(field, other));
  }
  for (const [key, field] of b) if (!joined.has(key)) joined.set(key, weak(field));
  return joined;
}

function joinField(a: Field, b: Field): Field {
  if (a === b) return a;
  return {
    value: join(a.value, b.value),
    strong: a.strong && b.strong,
    wasStrong: hasReplaced(a) && hasReplaced(b),
    isLink: a.isLink === true && b.isLink === true,
  };
}

/** Whether a field replaced what was there when the unit was called. */
export const hasReplaced = ({ strong, wasStrong }: Field): boolean => strong || wasStrong === true;

const weak = (field: Field): Field =>
  hasReplaced(field) ? { ...field, strong: false, wasStrong: false } : field;

/** The fields where only some of the ways here have written them. */
export const weakened = (fields: Fields): Fields => mapFields(fields, weak);

/** The fields behind a call that may have written others in their place. */
export const handedOn = (fields: Fields): Fields =>
  mapFields(fields, (field) =>
    field.strong && field.isLink !== true ? { ...field, strong: false, wasStrong: true } : field,
  );

const mapFields = (fields: Fields, change: (field: Field) => Field): Fields =>
  new Map([...fields].map(([key, field]) => [key, change(field)]));

function hasSameFields(a: Fields, b: Fields): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [key, field] of a) {
    const other = b.get(key);
    if (
      other === undefined ||
      other.strong !== field.strong ||
      hasReplaced(other) !== hasReplaced(field) ||
      !isSame(field.value, other.value)
    )
      return false;
  }
  return true;
}
