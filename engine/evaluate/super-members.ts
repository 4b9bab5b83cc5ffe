/** `super.name`: what the class or the object above has under a name. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { callFunction } from '../calls/apply.ts';
import { thisAt } from '../inputs.ts';
import { PROTOTYPE } from '../keys.ts';
import { isFunctionNode, isStatic } from '../program/units.ts';
import { NO_ARGUMENTS } from '../summary.ts';
import { read } from '../values/memory.ts';
import { NOTHING, type Value, valueOfObject } from '../values/value.ts';
import { closureOf } from './closures.ts';
import { foreignMember } from './foreign-classes.ts';
import { findMember, superclassOf, superOwner } from './heritage.ts';
import { modelledMember } from './members.ts';

/** What `super.name` is at an access. A getter runs on the object that `this` is. */
export function superMember(activation: Activation, node: ts.PropertyAccessExpression): Value {
  const self = thisAt(activation, node);
  const owner = superOwner(node);
  if (owner === undefined || !ts.isClassLike(owner))
    return read(activation, read(activation, self, PROTOTYPE), node.name.text);
  const above = superclassOf(activation, owner);
  const member =
    above === undefined ? undefined : findMember(activation, above, node.name.text, isInStatic(node));
  if (member === undefined) {
    const foreign = foreignMember(activation, owner, node.name.text, isInStatic(node));
    return modelledMember(activation, NOTHING, foreign, node.name.text, node);
  }
  if (!isFunctionNode(member)) return NOTHING;
  const closure = closureOf(activation, member);
  if (ts.isMethodDeclaration(member)) return valueOfObject(closure);
  return callFunction(activation, closure, { ...NO_ARGUMENTS, self }, node);
}

function isInStatic(node: ts.Node): boolean {
  const member = ts.findAncestor(node, ts.isClassElement);
  return member !== undefined && isStatic(member);
}
