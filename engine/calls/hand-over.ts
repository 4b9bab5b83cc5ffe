/** How things stand when a call is made that only the caller can make: what it finds, and what it may have changed since. */
import type { Activation } from '../activation.ts';
import { rootOf } from '../inputs.ts';
import { type Atom, makeAtom } from '../values/atom.ts';
import { type Fields, handedOn, joinFields, weakened } from '../values/state.ts';
import { type AbstractObject, NOTHING, type Value, isSame, valueOfObject } from '../values/value.ts';

/** From here on, whatever the values reach may have been written to, and whatever the caller has handed over. */
export function handOver(activation: Activation, values: readonly Value[]): void {
  handOverInputs(activation);
  handOverObjects(activation, values);
}

/** What the unit has written into its inputs: whoever is called may look there. */
function handOverInputs({ written, state, early, calls }: Activation): void {
  const isFirst = calls.size === 0;
  for (const [id, { origin }] of written) {
    if (origin.kind !== 'input') continue;
    const known = early.get(id);
    const fields = state.heap.get(id);
    if (known !== undefined) early.set(id, joinFields(known, fields ?? NO_FIELDS));
    else if (fields !== undefined) early.set(id, isFirst ? fields : weakened(fields));
    if (fields !== undefined && hasStrong(fields)) state.heap.set(id, handedOn(fields));
  }
}

const NO_FIELDS: Fields = new Map();

function handOverObjects(activation: Activation, values: readonly Value[]): void {
  // What an earlier call was handed may be found again by this one.
  const pending = [...values, ...[...activation.handed.values()].map(objectOf)];
  const seen = new Set<string>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const object of next.objects.values()) {
      if (object.isGlobal || seen.has(object.id)) continue;
      seen.add(object.id);
      const fields = activation.state.heap.get(object.id);
      if (fields === undefined) continue;
      for (const field of fields.values()) pending.push(field.value);
      if (object.kind !== 'function' && object.kind !== 'bound') open(activation, object, fields);
    }
  }
}

function open(activation: Activation, object: AbstractObject, fields: Fields): void {
  const known = activation.early.get(object.id);
  activation.early.set(object.id, known === undefined ? fields : foundAgain(known, fields));
  if (activation.handed.has(object.id) && !hasStrong(fields)) return;
  const root = rootOf(activation, {
    key: `after${object.id}`,
    kind: 'object',
    index: 0,
    declared: undefined,
    object,
  });
  const origin = { kind: 'input', root, path: [] } as const;
  activation.handed.set(object.id, makeAtom(activation.numbers, { origin, reach: 'value' }));
  activation.state.heap.set(object.id, weakened(fields));
}

/** What a later call finds. A field that is only open to what earlier calls have done to it is as they found it. */
function foundAgain(known: Fields, fields: Fields): Fields {
  const joined = new Map(joinFields(known, fields));
  for (const [key, field] of known) {
    const now = fields.get(key);
    if (field.strong && now !== undefined && isSame(field.value, now.value)) joined.set(key, field);
  }
  return joined;
}

function objectOf({ origin }: Atom): Value {
  const object = origin.kind === 'input' ? origin.root.object : undefined;
  return object === undefined ? NOTHING : valueOfObject(object);
}

const hasStrong = (fields: Fields): boolean => [...fields.values()].some(({ strong }) => strong);
