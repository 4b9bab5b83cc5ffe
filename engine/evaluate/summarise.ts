/** The summary of an evaluated unit: its results and effects, and the objects that they refer to. */
import { groupBy } from '../group-by.ts';
import { CONTENT, SPREAD } from '../keys.ts';
import { isOpenKey } from '../values/fields.ts';
import { sinkKey } from '../calls/sinks.ts';
import { earlyEffects, earlyHeap } from './before-calls.ts';
import { fewerKeeps, fewerSinks, noteBudget } from './fewer.ts';
import { NOTHING_BEFORE, joinArguments, mapArguments } from '../summary.ts';
import { contentOf } from '../values/content.ts';
import { MAX_PARTS_OF_INPUT, limited } from '../values/limit.ts';
import type { Activation } from '../activation.ts';
import type { Before, DeferredCall, Effect, Summary } from '../summary.ts';
import { type Atom, childAtom, makeAtom, asContent } from '../values/atom.ts';
import type { Field, Fields } from '../values/state.ts';
import { type Value, mapAtoms, join } from '../values/value.ts';

/** What a caller is told at most. More collapses: an object onto its content, a write below an input onto the input. */
const MAX_OBJECTS = 48;
const MAX_EFFECTS = 24;
const MAX_CALLS = 10;

/** `limit` is the number of an input's parts that a value tells apart: less, the longer a unit does not settle. */
export function summarise(activation: Activation, returned: Value, limit: number): Summary {
  const less = (value: Value): Value => limited(activation, value, limit);
  const told = tell(activation, returned, less, limit < MAX_PARTS_OF_INPUT);
  const values = [
    told.result,
    told.thrown,
    ...told.effects.map(({ value }) => value),
    ...told.keeps.map(({ value }) => value),
    ...told.calls.flatMap(valuesOf),
    ...told.before.effects.map(({ value }) => value),
    ...[...told.before.heap.values()].flatMap((fields) => [...fields.values()].map(({ value }) => value)),
  ];
  const reachable = reachableObjects(activation, values);
  if (reachable.size > MAX_OBJECTS) return collapsed(activation, told);
  return withHeap(activation, told, reachable, less);
}

type Told = Omit<Summary, 'signature' | 'heap'>;

function tell(
  activation: Activation,
  returned: Value,
  less: (value: Value) => Value,
  isUnsettled: boolean,
): Told {
  const made = activation.calls.values();
  const calls = fewerCalls(activation, isUnsettled ? byPlace([...made]) : [...made]);
  return {
    result: less(mapAtoms(returned, (atom) => (mayMatter(activation, atom) ? atom : undefined))),
    thrown: less(activation.thrown),
    effects: lessOf(fewerEffects(activation, effectsOf(activation)), less),
    keeps: fewerKeeps(activation).map((keep) => ({ ...keep, value: less(keep.value) })),
    calls,
    before: beforeCalls(activation, calls, less),
    sinks: fewerSinks(activation),
  };
}

const lessOf = (effects: readonly Effect[], less: (value: Value) => Value): readonly Effect[] =>
  effects.map((effect) => ({ ...effect, value: less(effect.value) }));

function beforeCalls(
  activation: Activation,
  calls: readonly DeferredCall[],
  less: (value: Value) => Value,
): Before {
  if (calls.length === 0) return NOTHING_BEFORE;
  const found = earlyEffects(activation, ({ target, key }, field) => !isLink(activation, target, key, field));
  const effects = lessOf(fewerEffects(activation, inOrder(found)), less);
  const heap = earlyHeap(activation, calls, effects);
  return { effects, heap: new Map([...heap].map(([id, fields]) => [id, mapFields(fields, less)])) };
}

function withHeap(
  activation: Activation,
  told: Told,
  reachable: ReadonlySet<string>,
  less: (value: Value) => Value,
): Summary {
  const heap = new Map<string, Fields>();
  for (const id of [...reachable].sort()) {
    const fields = activation.exit.heap.get(id);
    if (fields !== undefined) heap.set(id, mapFields(fields, less));
  }
  return { ...told, heap, signature: signatureOf(activation, { ...told, heap }) };
}

function mapFields(fields: Fields, change: (value: Value) => Value): Fields {
  return new Map([...fields].map(([key, field]) => [key, { ...field, value: change(field.value) }]));
}

/** What is told of a unit when nothing more can be. */
export function leastSummary(activation: Activation, inputs: Value): Summary {
  const content = mapAtoms(inputs, (atom) => asContent(activation.numbers, atom));
  const told: Told = {
    result: content,
    thrown: content,
    effects: [],
    keeps: [],
    calls: [],
    before: NOTHING_BEFORE,
    sinks: fewerSinks(activation),
  };
  return { ...told, heap: new Map(), signature: signatureOf(activation, { ...told, heap: new Map() }) };
}

/** Too many objects: their content remains. */
// labels(summary) are in labels(collapsed(summary))
function collapsed(activation: Activation, told: Told): Summary {
  noteBudget(activation, 'objects');
  const flat = (value: Value): Value => ({ ...contentOf(activation, value), nodes: value.nodes });
  const less: Told = {
    ...told,
    result: flat(told.result),
    thrown: flat(told.thrown),
    effects: told.effects.map((effect) => ({ ...effect, value: flat(effect.value) })),
    keeps: told.keeps.map((keep) => ({ ...keep, value: flat(keep.value) })),
    calls: told.calls.map((call) => ({ ...call, args: mapArguments(call.args, flat) })),
    before: {
      effects: told.before.effects.map((effect) => ({ ...effect, value: flat(effect.value) })),
      heap: new Map(),
    },
  };
  return { ...less, heap: new Map(), signature: signatureOf(activation, { ...less, heap: new Map() }) };
}

/** Too many writes into an input: what they bring belongs to the input as a whole. */
function fewerEffects(activation: Activation, effects: readonly Effect[]): readonly Effect[] {
  if (effects.length <= MAX_EFFECTS) return effects;
  noteBudget(activation, 'writes');
  const byRoot = new Map<string, Effect>();
  for (const { target, value } of effects) {
    if (target.origin.kind !== 'input') continue;
    const root = makeAtom(activation.numbers, { origin: { ...target.origin, path: [] }, reach: 'value' });
    const known = byRoot.get(root.key);
    const content = contentOf(activation, value);
    const joined = known === undefined ? content : join(known.value, content);
    byRoot.set(root.key, { target: root, key: CONTENT, value: joined, strong: false, field: undefined });
  }
  return [...byRoot.values()];
}

/** A recursion may tell its calls in another way each time: those of one place are told as one, whoever makes them. */
function byPlace(calls: readonly DeferredCall[]): readonly DeferredCall[] {
  return mergedBy(
    calls.map((call) => ({ ...call, key: placeOf(call), merged: [call.key, ...call.merged] })),
    placeOf,
  );
}

/** The call itself, whoever makes it for whom. */
const placeOf = ({ key }: DeferredCall): string => key.split('@')[0] ?? key;

function fewerCalls(activation: Activation, calls: readonly DeferredCall[]): readonly DeferredCall[] {
  if (calls.length <= MAX_CALLS) return calls;
  noteBudget(activation, 'calls');
  // A call that hands over labels of the unit's own is a place of its own in reports.
  const likenesses = [
    (call: DeferredCall) => (handsOverOwn(call) ? call.key : textOf(call.callee)),
    ({ callee }: DeferredCall) => textOf(callee),
    () => '',
  ];
  let merged: readonly DeferredCall[] = calls;
  for (const likeness of likenesses) if (merged.length > MAX_CALLS) merged = mergedBy(calls, likeness);
  return merged;
}

function handsOverOwn(call: DeferredCall): boolean {
  return valuesOf(call).some(({ atoms }) =>
    [...atoms.values()].some(({ origin }) => origin.kind !== 'input'),
  );
}

/** One call for all that are alike: of all their callees, with whatever any of them hands over. */
function mergedBy(
  calls: readonly DeferredCall[],
  likeness: (call: DeferredCall) => string,
): readonly DeferredCall[] {
  return [...groupBy(calls, likeness).values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return others.reduce((one, { key, merged, callee, args }) => {
      return {
        ...one,
        merged: [...one.merged, key, ...merged],
        callee: join(one.callee, callee),
        args: joinArguments(one.args, args),
        isSure: false,
      };
    }, first);
  });
}

/** A result that can hold no label and that nobody wrote to tells the caller nothing: it has its own name for it. */
function mayMatter(activation: Activation, atom: Atom): boolean {
  return activation.exit.heap.has(atom.key) || activation.mayHoldLabel(atom);
}

/** Writes into what the caller handed over: everything that the unit's state holds under an input. */
function effectsOf(activation: Activation): readonly Effect[] {
  const effects: Effect[] = [];
  for (const [id, target] of activation.written) {
    if (target.origin.kind !== 'input') continue;
    for (const [key, field] of activation.exit.heap.get(id) ?? []) {
      if (isLink(activation, target, key, field)) continue;
      effects.push({
        target,
        key,
        value: field.value,
        strong: field.strong,
        field: activation.fields.get(`${id}.${key}`),
      });
    }
  }
  return inOrder(effects);
}

/** What an object has itself hides what it took over, so it comes second. */
const inOrder = (effects: readonly Effect[]): readonly Effect[] =>
  effects.toSorted((a, b) => Number(b.key === SPREAD) - Number(a.key === SPREAD));

/** A member that only stands for itself. One of the elements in the place of another is no such thing. */
function isLink(activation: Activation, target: Atom, key: string, { value, isLink }: Field): boolean {
  return (
    (isLink === true || !isOpenKey(key)) &&
    value.objects.size === 0 &&
    value.atoms.size === 1 &&
    value.atoms.has(childAtom(activation.numbers, target, key).key)
  );
}

function valuesOf({ callee, args }: DeferredCall): readonly Value[] {
  return [callee, args.self, args.rest, ...args.positional];
}

/** The ids of the local objects that values refer to, at any depth. */
export function reachableObjects(activation: Activation, values: readonly Value[]): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [...values];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const object of next.objects.values()) {
      if (object.isGlobal || found.has(object.id)) continue;
      found.add(object.id);
      for (const field of activation.exit.heap.get(object.id)?.values() ?? []) pending.push(field.value);
    }
  }
  return found;
}

function signatureOf(activation: Activation, summary: Omit<Summary, 'signature'>): string {
  const { before } = summary;
  const parts: string[] = [textOf(summary.result), textOf(summary.thrown)];
  parts.push(...textsOfHeap(summary.heap), ...textsOfHeap(before.heap).map((text) => `<${text}`));
  parts.push(...summary.effects.map(textOfEffect), ...before.effects.map((one) => `<${textOfEffect(one)}`));
  for (const one of summary.keeps) parts.push(`${one.id}.${one.key}:${textOf(one.value)}`);
  for (const one of summary.calls)
    parts.push(`${one.key}${one.isSure ? '' : '?'}(${valuesOf(one).map(textOf).join(',')})`);
  for (const one of summary.sinks) {
    const place = activation.numbers.of(one.place);
    parts.push(`${one.atom.key}>${sinkKey(one.point)}@${place}`);
  }
  return parts.sort().join('\n');
}

const textsOfHeap = (heap: ReadonlyMap<string, Fields>): readonly string[] =>
  [...heap].flatMap(([id, fields]) =>
    [...fields].map(([key, field]) => `${id}.${key}${field.strong ? '=' : '~'}${textOf(field.value)}`),
  );

const textOfEffect = ({ target, key, strong, value, field }: Effect): string =>
  `${target.key}.${key}${strong ? '=' : '~'}${textOf(value)}${field ?? ''}`;

function textOf(value: Value): string {
  const nodes = [...value.nodes].map(({ id }) => `n${id}`);
  return [...value.atoms.keys(), ...value.objects.keys(), ...nodes].sort().join(' ');
}
