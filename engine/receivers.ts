/**
 * Receivers: whether `this` is an object that the analysis has seen being made. Of such an object the fields are its own;
 * of any other, a field is what all instances together hold.
 */
import ts from 'typescript';
import type { Activation } from './activation.ts';
import { THIS_CAPTURE } from './inputs.ts';
import type { UnitNode } from './program/units.ts';
import type { Atom } from './values/atom.ts';
import { isEcho } from './values/copies.ts';
import { read } from './values/memory.ts';
import { valueOfObject, type AbstractObject, type Value } from './values/value.ts';

/** Whether a value may be an object that nobody has seen being made. */
export function isOpen(activation: Activation, base: Value): boolean {
  for (const atom of base.atoms.values()) {
    if (atom.reach === 'value' && !isEcho(atom) && !isKnownThis(activation, atom)) return true;
  }
  return false;
}

/** In the variant for known objects, `this` and what hangs on it is the caller's to know. */
export function isKnownThis({ knowsThis }: Activation, { origin }: Atom): boolean {
  return knowsThis && origin.kind === 'input' && origin.root.kind === 'this';
}

/** Whether a call of a unit is one for a known object: its summary then says nothing of other instances. */
export function knowsReceiver(
  activation: Activation,
  unit: UnitNode,
  callee: AbstractObject,
  self: Value,
): boolean {
  if (!dependsOnThis(activation, unit)) return false;
  const receiver = ts.isArrowFunction(unit) ? read(activation, valueOfObject(callee), THIS_CAPTURE) : self;
  if (isOpen(activation, receiver)) return false;
  return (
    receiver.objects.size > 0 || [...receiver.atoms.values()].some((atom) => isKnownThis(activation, atom))
  );
}

function dependsOnThis({ engine }: Activation, unit: UnitNode): boolean {
  if (ts.isSourceFile(unit)) return false;
  if (ts.isArrowFunction(unit)) return engine.scopes.capturesOf(unit).usesThis;
  return ts.isClassLike(unit) || ts.isClassElement(unit);
}
