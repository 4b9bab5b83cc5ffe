/** The summary of an evaluated unit: its results and effects, and the objects that they refer to. */
import { limited } from '../values/limit.ts';
import type { Activation } from '../activation.ts';
import type { DeferredCall, Effect, Summary } from '../summary.ts';
import { type Atom, childAtom } from '../values/atom.ts';
import type { Field, Fields } from '../values/state.ts';
import { type Value, mapAtoms } from '../values/value.ts';

/** `limit` is the number of an input's parts that a value tells apart: less, the longer a unit does not settle. */
export function summarise(activation: Activation, returned: Value, limit: number): Summary {
  const less = (value: Value): Value => limited(activation.numbers, value, limit);
  const result = less(mapAtoms(returned, (atom) => (mayMatter(activation, atom) ? atom : undefined)));
  const thrown = less(activation.thrown);
  const effects = effectsOf(activation).map((effect) => ({ ...effect, value: less(effect.value) }));
  const keeps = [...activation.keeps.values()];
  const calls = [...activation.calls.values()];
  const values = [
    result,
    thrown,
    ...effects.map(({ value }) => value),
    ...keeps.map(({ value }) => value),
    ...calls.flatMap(valuesOf),
  ];
  const heap = new Map<string, Fields>();
  for (const id of [...reachableObjects(activation, values)].sort()) {
    const fields = activation.exit.heap.get(id);
    if (fields !== undefined)
      heap.set(id, new Map([...fields].map(([key, field]) => [key, { ...field, value: less(field.value) }])));
  }
  const summary = {
    result,
    thrown,
    heap,
    effects,
    keeps,
    calls,
    sinks: [...activation.sinks.values()],
  };
  return { ...summary, signature: signatureOf(activation, summary) };
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
  return effects;
}

/** A member that only stands for itself. */
function isLink(activation: Activation, target: Atom, key: string, { value }: Field): boolean {
  return (
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
  const parts: string[] = [textOf(summary.result), textOf(summary.thrown)];
  for (const [id, fields] of summary.heap) {
    for (const [key, field] of fields)
      parts.push(`${id}.${key}${field.strong ? '=' : '~'}${textOf(field.value)}`);
  }
  for (const one of summary.effects)
    parts.push(`${one.target.key}.${one.key}${one.strong ? '=' : '~'}${textOf(one.value)}${one.field ?? ''}`);
  for (const one of summary.keeps) parts.push(`${one.id}.${one.key}:${textOf(one.value)}`);
  for (const one of summary.calls) parts.push(`${one.key}(${valuesOf(one).map(textOf).join(',')})`);
  for (const one of summary.sinks) {
    const place = activation.numbers.of(one.place);
    parts.push(`${one.atom.key}>${one.point.row.kind}${activation.numbers.of(one.point.node)}@${place}`);
  }
  return parts.sort().join('\n');
}

function textOf(value: Value): string {
  const nodes = [...value.nodes].map(({ id }) => `n${id}`);
  return [...value.atoms.keys(), ...value.objects.keys(), ...nodes].sort().join(' ');
}
