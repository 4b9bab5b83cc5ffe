/** What a summary says of the time before the calls that only the caller can make. */
import type { Activation } from '../activation.ts';
import type { DeferredCall, Effect } from '../summary.ts';
import { type Fields, type Field, hasReplaced } from '../values/state.ts';
import type { Value } from '../values/value.ts';

/** The writes into inputs that the calls find, as a write tells them. */
export function earlyEffects(
  activation: Activation,
  isTold: (effect: Effect, field: Field) => boolean,
): readonly Effect[] {
  if (activation.calls.size === 0) return [];
  return [...activation.early].flatMap(([id, fields]) => {
    const target = activation.written.get(id);
    if (target?.origin.kind !== 'input') return [];
    const last = activation.exit.heap.get(id);
    return [...fields].flatMap(([key, field]) => {
      const strong = hasReplaced(field) && isReplacedAt(last, key);
      const effect = { target, key, value: field.value, strong, field: undefined };
      return isTold(effect, field) ? [effect] : [];
    });
  });
}

/** Where only some ways through the unit have written, what the caller had may still be there. */
function isReplacedAt(last: Fields | undefined, key: string): boolean {
  const field = last?.get(key);
  return field !== undefined && hasReplaced(field);
}

/** The objects that the calls are given, and what these hold, as they were then. */
export function earlyHeap(
  activation: Activation,
  calls: readonly DeferredCall[],
  effects: readonly Effect[],
): ReadonlyMap<string, Fields> {
  const found = new Map<string, Fields>();
  const seen = new Set<string>();
  const pending: Value[] = effects.map(({ value }) => value);
  for (const { callee, args } of calls) pending.push(callee, args.self, args.rest, ...args.positional);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const { id, isGlobal } of next.objects.values()) {
      if (isGlobal || seen.has(id)) continue;
      seen.add(id);
      const early = activation.early.get(id);
      if (early !== undefined) found.set(id, early);
      const last = activation.exit.heap.get(id);
      for (const fields of [early, last]) for (const { value } of fields?.values() ?? []) pending.push(value);
    }
  }
  return found;
}
