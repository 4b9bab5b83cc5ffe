/** Keeping values beyond a call: in module-level bindings, class fields and objects that these hold. */
import type { Activation } from '../activation.ts';
import { ownMark } from '../keys.ts';
import { noteKept, noteKeptAgain } from '../module-state/kept.ts';
import { CELL } from '../labels.ts';
import { type Atom, makeAtom } from '../values/atom.ts';
import { entriesOf } from '../values/entries.ts';
import { limited, MAX_PARTS_OF_INPUT } from '../values/limit.ts';
import {
  type AbstractObject,
  NOTHING,
  type Value,
  isNothing,
  join,
  mapAtoms,
  valueOfObject,
} from '../values/value.ts';

/** Joins a value into the global heap. What depends on the unit's inputs waits for its callers. */
export function keep(activation: Activation, id: string, key: string, value: Value, isCalled: boolean): void {
  keepConcrete(activation, id, key, value, isCalled);
  const open = dependentPart(activation, value);
  if (isNothing(open)) return;
  const pending = `${id} ${key}`;
  const known = activation.keeps.get(pending);
  const all = known === undefined ? open : join(known.value, open);
  activation.keeps.set(pending, { id, key, value: limited(activation, all, MAX_PARTS_OF_INPUT) });
}

/** What is known without the callers is in the global heap already. */
function dependentPart(activation: Activation, value: Value): Value {
  const { atoms } = mapAtoms(value, (atom) => (atom.origin.kind === 'input' ? atom : undefined));
  const objects = new Map(
    [...value.objects].filter(([, object]) => dependsOnInputs(activation, valueOfObject(object))),
  );
  return { ...NOTHING, atoms, objects };
}

export function keepConcrete(
  activation: Activation,
  id: string,
  key: string,
  value: Value,
  isCalled = false,
): void {
  const global = globalised(activation, value);
  if (isNothing(global)) return;
  noteKept(activation, id, key, global);
  activation.globals.write(id, key, global, isCalled ? -activation.reader : activation.reader);
}

/** The value without inputs, and with its local objects copied into the global heap. */
function globalised(activation: Activation, value: Value): Value {
  const concrete = mapAtoms(value, (atom) => {
    const own = concreteAtom(activation, atom);
    return own !== undefined && activation.mayHoldLabel(own) ? own : undefined;
  });
  const objects = new Map<string, AbstractObject>();
  for (const object of value.objects.values()) {
    const twin = object.isGlobal ? object : twinOf(activation, object);
    objects.set(twin.id, twin);
  }
  const result = { ...concrete, objects };
  return isNothing(result) ? NOTHING : result;
}

/** Of an input, what its declared type says holds whoever calls. */
function concreteAtom(activation: Activation, atom: Atom): Atom | undefined {
  if (atom.origin.kind !== 'input') return atom;
  const { root, path } = atom.origin;
  if (root.declared === undefined) return undefined;
  const origin = {
    kind: 'typed',
    node: root.declared,
    path: path.filter((key) => key !== CELL),
    fallback: false,
  } as const;
  return makeAtom(activation.numbers, { ...atom, origin });
}

/** From here on, writes to the local object reach its copy too. */
function twinOf(activation: Activation, object: AbstractObject): AbstractObject {
  const known = activation.escaped.get(object.id);
  if (known !== undefined) {
    noteKeptAgain(activation, object);
    return known;
  }
  const twin: AbstractObject = { ...object, id: `g${madeAt(object)}`, isGlobal: true, isMany: true };
  const entries = entriesOf(activation, object);
  activation.escaped.set(object.id, twin);
  activation.engine.homes.set(twin.id, object.node);
  for (const [key, value] of entries) keep(activation, twin.id, key, value, false);
  for (const [key, { strong }] of activation.state.heap.get(object.id) ?? [])
    if (strong) activation.globals.write(twin.id, ownMark(key), NOTHING, activation.reader);
  return twin;
}

/** Objects that outlive the calls through which they came are told apart by the last of these. */
const madeAt = ({ id }: AbstractObject): string => id.replace(/@.*(?=@)/, '');

function dependsOnInputs(activation: Activation, value: Value): boolean {
  const seen = new Set<string>();
  const search = (one: Value): boolean => {
    for (const atom of one.atoms.values()) if (atom.origin.kind === 'input') return true;
    for (const object of one.objects.values()) {
      if (object.isGlobal || seen.has(object.id)) continue;
      seen.add(object.id);
      if (entriesOf(activation, object).some(([, child]) => search(child))) return true;
    }
    return false;
  };
  return search(value);
}
