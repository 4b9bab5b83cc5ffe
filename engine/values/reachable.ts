/** Whether anything of a state still leads to an object: what nothing leads to is gone, and its place makes a new one. */
import type { Budget } from '../budget.ts';
import type { State } from './state.ts';
import type { AbstractObject, Value } from './value.ts';

/** What may lead to an object. */
interface Roots {
  readonly state: State;
  readonly budget: Budget;
  readonly escaped: ReadonlyMap<string, unknown>;
  readonly handed: ReadonlyMap<string, unknown>;
  /** Values of the unit that no variable holds: what it returns, throws, hands on. */
  held(): readonly Value[];
}

/** Ids of objects that are only there for who refers to them. */
const PLAIN = /^[oerp]/;

export function isReachable(roots: Roots, id: string): boolean {
  const { state, budget, escaped, handed } = roots;
  if (escaped.has(id) || handed.has(id)) return true;
  const seen = new Set<string>();
  const pending: Iterable<Value>[] = [roots.held(), state.variables.values()];
  for (const [holder, fields] of state.heap)
    if (!PLAIN.test(holder)) for (const { value } of fields.values()) pending.push([value]);
  for (let values = pending.pop(); values !== undefined; values = pending.pop()) {
    for (const { objects } of values) {
      if (objects.has(id)) return true;
      for (const next of newOnes(objects, seen)) {
        budget.spend(1);
        for (const { value } of state.heap.get(next)?.values() ?? []) pending.push([value]);
      }
    }
  }
  return false;
}

function newOnes(objects: ReadonlyMap<string, AbstractObject>, seen: Set<string>): readonly string[] {
  const found: string[] = [];
  for (const id of objects.keys()) {
    if (seen.has(id)) continue;
    seen.add(id);
    found.push(id);
  }
  return found;
}
