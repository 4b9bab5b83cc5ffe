/** The limits of what a unit tells its callers of sinks and writes. Past them parts collapse upward, and then a gap says so. */
import { groupBy } from '../group-by.ts';
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { sinkKey } from '../calls/sinks.ts';
import { CONTENT } from '../keys.ts';
import { noteBudgetAt } from '../note-gap.ts';
import type { PendingKeep, SinkUse } from '../summary.ts';
import type { UnitNode } from '../program/units.ts';
import { limited, MAX_PARTS_OF_INPUT } from '../values/limit.ts';
import type { Atom } from '../values/atom.ts';
import { join, valueOfAtoms } from '../values/value.ts';

/** Parts of one input that reach one sink, told apart. */
const MAX_PARTS_AT_SINK = 8;
const MAX_SINKS = 96;
/** Past this many, an object's members are no longer told apart. */
const MAX_KEEPS = 48;

/** The inputs that reach sinks, as far as callers are told. */
export function fewerSinks(activation: Activation): readonly SinkUse[] {
  if (activation.engine.tellsAllSinks === true) return [...activation.sinks.values()];
  const uses = [...distinctUses(activation).values()];
  const fewer = withFewerParts(activation, uses, MAX_PARTS_AT_SINK);
  if (fewer.length <= MAX_SINKS) return fewer;
  const fewest = withFewerParts(activation, fewer, 1);
  if (fewest.length <= MAX_SINKS) return fewest;
  noteBudget(activation, 'sinks');
  return oneOfAKind(fewest);
}

/** Of the sinks of one kind that an input reaches, the one with the shortest way: where else it goes is no longer told. */
// each input that reaches a kind of sinks in uses reaches it in oneOfAKind(uses)
function oneOfAKind(uses: readonly SinkUse[]): readonly SinkUse[] {
  const groups = groupBy(uses, ({ atom, point }) => `${atom.key} ${sinkKey(point)}`);
  return [...groups.values()].flatMap((group) =>
    group.toSorted((a, b) => lengthOf(a.atom) - lengthOf(b.atom)).slice(0, 1),
  );
}

/** A call of a function is where its sinks are reported: which of its sinks of a kind it was does not matter. */
function distinctUses({ unit, numbers, sinks }: Activation): ReadonlyMap<string, SinkUse> {
  const distinct = new Map<string, SinkUse>();
  for (const use of sinks.values()) {
    const place = isToldByPlace(unit, use.atom) ? numbers.of(use.place) : '';
    const key = `${use.atom.key} ${sinkKey(use.point)} ${place}`;
    const known = distinct.get(key);
    if (known === undefined || lengthOf(use.atom) < lengthOf(known.atom)) distinct.set(key, use);
  }
  return distinct;
}

/** What comes through `this` or a captured variable is reported inside; so is what an inline function is handed. */
function isToldByPlace(unit: UnitNode, { origin }: Atom): boolean {
  if (ts.isArrowFunction(unit) || ts.isFunctionExpression(unit)) return true;
  return origin.kind !== 'input' || origin.root.kind === 'this' || origin.root.kind === 'capture';
}

function withFewerParts(activation: Activation, uses: readonly SinkUse[], limit: number): readonly SinkUse[] {
  const groups = groupBy(uses, ({ atom, point, place }) => {
    const root = atom.origin.kind === 'input' ? atom.origin.root.key : '';
    return `${root} ${sinkKey(point)} ${activation.numbers.of(place)}`;
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length <= limit) return group;
    const { atoms } = limited(activation, valueOfAtoms(group.map(({ atom }) => atom)), limit);
    return [...atoms.values()].map((atom) => ({ ...first, atom }));
  });
}

/** The writes into the global heap that wait for callers, as far as these are told. */
export function fewerKeeps(activation: Activation): readonly PendingKeep[] {
  const keeps = [...activation.keeps.values()];
  if (keeps.length <= MAX_KEEPS) return keeps;
  const wholes = new Map<string, PendingKeep>();
  for (const { id, key, value } of keeps) {
    // A variable or a field has nothing but its value; of an object, all members become one.
    const whole = id.startsWith('g') ? CONTENT : key;
    const known = wholes.get(`${id} ${whole}`);
    const joined = known === undefined ? value : join(known.value, value);
    wholes.set(`${id} ${whole}`, { id, key: whole, value: limited(activation, joined, MAX_PARTS_OF_INPUT) });
  }
  return [...wholes.values()];
}

const lengthOf = ({ trace }: Atom): number => trace?.length ?? 0;

/** Says that a budget has cut what the unit tells. */
export function noteBudget(activation: Activation, detail: string): void {
  noteBudgetAt(activation, detail, activation.unit);
}
