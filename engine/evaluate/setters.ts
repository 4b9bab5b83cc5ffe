/** Writes to a member that code of the program answers: the setters of objects and classes, and the traps of proxies. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { callFunction } from '../calls/apply.ts';
import { trapWrite } from '../calls/traps.ts';
import { nameText } from '../program/program-index.ts';
import { isOpen } from '../receivers.ts';
import { type AbstractObject, NOTHING, type Value } from '../values/value.ts';
import { closureOf } from './closures.ts';
import { keptAccessors } from './accessors.ts';
import { type FieldDeclaration, ancestorsOf, fieldDeclaration } from './heritage.ts';

/** Runs what answers a write, and tells whether a setter has taken the value. */
// labels(value) are in labels(parameter of each setter that `name` may be)
export function answerWrite(
  activation: Activation,
  base: Value,
  name: string,
  value: Value,
  node: ts.Node,
): boolean {
  trapWrite(activation, base, value, node);
  if (!activation.engine.index.accessors.has(name)) return false;
  const setters = [...base.objects.values()].flatMap((object) => settersOf(activation, object, name));
  const declared = fieldDeclaration(activation, node);
  if (isOpen(activation, base) && declared !== undefined) {
    setters.push(...siblingSetters(declared, name).map((one) => closureOf(activation, one)));
  }
  const args = { self: base, positional: [value], rest: NOTHING, restFrom: 1 };
  for (const setter of setters) callFunction(activation, setter, args, node);
  return setters.length > 0;
}

function settersOf(activation: Activation, object: AbstractObject, name: string): readonly AbstractObject[] {
  if (ts.isObjectLiteralExpression(object.node)) {
    const written = object.node.properties.filter((one) => isSetter(one, name));
    return written.flatMap((one) => keptAccessors(activation, object, one));
  }
  if (object.classNode === undefined) return [];
  return ancestorsOf(activation, object.classNode)
    .flatMap((one) => one.members.filter((member) => isSetter(member, name)))
    .map((one) => closureOf(activation, one));
}

function siblingSetters(member: FieldDeclaration, name: string): readonly Setter[] {
  return ts.isClassLike(member.parent) ? member.parent.members.filter((one) => isSetter(one, name)) : [];
}

type Setter = ts.SetAccessorDeclaration & { readonly body: ts.Block };

function isSetter(member: ts.ClassElement | ts.ObjectLiteralElementLike, name: string): member is Setter {
  return ts.isSetAccessorDeclaration(member) && member.body !== undefined && nameText(member.name) === name;
}
