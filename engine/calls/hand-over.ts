/** Objects that a call gets which only the caller can make: what they are afterwards is the caller's to say. */
import type { Activation } from '../activation.ts';
import { rootOf } from '../inputs.ts';
import { makeAtom } from '../values/atom.ts';
import type { Fields } from '../values/state.ts';
import type { AbstractObject, Value } from '../values/value.ts';

/** From here on, whatever the value reaches may have been written to. */
export function handOver(activation: Activation, value: Value): void {
  const pending = [value];
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
  if (activation.handed.has(object.id) && ![...fields.values()].some(({ strong }) => strong)) return;
  const root = rootOf(activation, {
    key: `after${object.id}`,
    kind: 'object',
    index: 0,
    declared: undefined,
    object,
  });
  const origin = { kind: 'input', root, path: [] } as const;
  activation.handed.set(object.id, makeAtom(activation.numbers, { origin, reach: 'value' }));
  const weak = [...fields].map(([key, field]) => [key, { ...field, strong: false }] as const);
  activation.state.heap.set(object.id, new Map(weak));
}
