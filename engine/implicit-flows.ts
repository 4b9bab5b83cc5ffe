/**
 * Implicit flows, where the policy asks for them: what plaintext decides carries the label `derived`. What decides is
 * kept beside the state, and joins whatever is assigned, returned, thrown or shown under it. Otherwise all of this is
 * nothing, and costs nothing.
 */
import type { Activation } from './activation.ts';
import type { ModelNode } from './models/index-face.ts';
import { rootOf } from './inputs.ts';
import { makeAtom } from './values/atom.ts';
import { clearedValue, DERIVED, isDerived } from './values/cleared.ts';
import { contentOf, ownContentOf } from './values/content.ts';
import { NOTHING, type Value, join, joinAll, mapAtoms, valueOfAtoms } from './values/value.ts';

/** What a value decides by itself: that it is this text, not what hangs on an object. */
// own labels(v) are in labels(derivedFrom(v)), as `derived`
export function derivedFrom(activation: Activation, value: Value): Value {
  if (!activation.engine.policy.implicitFlows) return NOTHING;
  return clearedValue(activation.numbers, ownContentOf(activation, value), [DERIVED]);
}

/** What everything in a value decides. */
export function derivedFromAll(activation: Activation, value: Value): Value {
  if (!activation.engine.policy.implicitFlows) return NOTHING;
  return clearedValue(activation.numbers, contentOf(activation, value), [DERIVED]);
}

/** From here on a condition decides. */
export function decide(activation: Activation, condition: Value): void {
  if (!activation.engine.policy.implicitFlows) return;
  activation.control = join(activation.control, derivedFrom(activation, condition));
}

/** A value that is given to a name here: conditions of this unit have a part in it. */
export function decided(activation: Activation, value: Value): Value {
  return activation.control === NOTHING ? value : join(value, activation.control);
}

/** Everything that decides whether this place is reached, in the unit and before it was called. */
export function reachedUnder(activation: Activation): Value {
  return activation.engine.policy.implicitFlows ? join(activation.control, entryOf(activation)) : NOTHING;
}

/** What has decided that the unit is called at all: its callers know. */
function entryOf(activation: Activation): Value {
  const root = rootOf(activation, { key: 'control', kind: 'control', index: 0, declared: undefined });
  const origin = { kind: 'input', root, path: [] } as const;
  return valueOfAtoms([makeAtom(activation.numbers, { origin, reach: 'content', cleared: [DERIVED] })]);
}

/** Runs what a condition decides. It decides no longer than that, unless something has left the unit or a loop under it. */
export function branching<Result>(activation: Activation, run: () => Result): Result {
  const outer = activation.control;
  const result = run();
  const { left, jumped } = activation;
  activation.control = joinAll([outer, left, jumped]);
  return result;
}

/** As `branching`, around what `break` and `continue` go to. */
export function looping<Result>(activation: Activation, run: () => Result): Result {
  const { control: outer, jumped } = activation;
  const result = run();
  Object.assign(activation, { jumped, control: joinAll([outer, activation.left, jumped]) });
  return result;
}

/** The unit is left here: whether anything after this runs is decided too. */
export function leavesUnder(activation: Activation): void {
  if (activation.control !== NOTHING) activation.left = join(activation.left, activation.control);
}

/** An exception leaves the unit, or the block that a handler stands behind. */
export function throwsUnder(activation: Activation): void {
  if (activation.handlers.length > 0) jumpsUnder(activation);
  else leavesUnder(activation);
}

export function jumpsUnder(activation: Activation): void {
  if (activation.control !== NOTHING) activation.jumped = join(activation.jumped, activation.control);
}

/** A callee that throws on a condition decides whether its caller goes on. */
export function goesOnAfter(activation: Activation, thrown: Value): void {
  if (!activation.engine.policy.implicitFlows) return;
  const deciding = mapAtoms({ ...NOTHING, atoms: thrown.atoms }, (atom) =>
    isDerived(atom) ? atom : undefined,
  );
  if (deciding.atoms.size === 0) return;
  activation.control = join(activation.control, deciding);
  throwsUnder(activation);
}

/** Whether rows say that a value is only decided by what it comes from: a length, a yes or no. */
export function isMeasured(nodes: Iterable<ModelNode>): boolean {
  for (const node of nodes) if (node.clean.some(({ leaves }) => leaves === 'derived')) return true;
  return false;
}
