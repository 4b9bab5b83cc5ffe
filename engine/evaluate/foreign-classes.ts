/** Above the program's own classes there may be a constructor function, or a class that only rows speak of. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { evaluate } from '../interpreter.ts';
import { unitAround } from '../program/units.ts';
import { read } from '../values/memory.ts';
import { NOTHING, type Value } from '../values/value.ts';
import { ancestorsOf, superExpression } from './heritage.ts';
import { quietly } from './quietly.ts';

/** What stands behind `extends` at the top of a class's ancestors. */
export function foreignClass(activation: Activation, node: ts.ClassLikeDeclaration): Value {
  const top = ancestorsOf(activation, node).at(-1) ?? node;
  const above = superExpression(top);
  if (above === undefined || !ts.isSourceFile(unitAround(top))) return NOTHING;
  return quietly(activation, () => evaluate(activation, above));
}

/** A member that a class, or what it makes, has from there. */
export function foreignMember(
  activation: Activation,
  node: ts.ClassLikeDeclaration,
  name: string,
  isOfClass: boolean,
): Value {
  const above = foreignClass(activation, node);
  return read(activation, isOfClass ? above : read(activation, above, 'prototype'), name);
}
