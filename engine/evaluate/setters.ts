/** Writes to a member that code of the program answers: the setters of objects and classes, and the traps of proxies. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { callFunction } from '../calls/apply.ts';
import { trapWrite } from '../calls/traps.ts';
import { nameText } from '../program/program-index.ts';
import { thisAt } from '../inputs.ts';
import { PROTOTYPE, SPREAD } from '../keys.ts';
import { read } from '../values/memory.ts';
import { isOpen } from '../receivers.ts';
import { type AbstractObject, NOTHING, type Value } from '../values/value.ts';
import { closureOf } from './closures.ts';
import { definedAccessors, keptAccessors, withPrototypes } from './accessors.ts';
import {
  type FieldDeclaration,
  ancestorsOf,
  fieldDeclaration,
  superclassOf,
  superOwner,
} from './heritage.ts';

/** Runs what answers a write, and tells whether a setter has taken the value. */
// labels(value) are in labels(parameter of each setter that `name` may be)
export function answerWrite(
  activation: Activation,
  base: Value,
  name: string,
  value: Value,
  node: ts.Node,
): boolean {
  trapWrite(activation, base, { name }, value, node);
  if (name === SPREAD) return answerSpread(activation, base, value, node);
  const defined = definedAccessors(activation, base, 'set', name);
  if (defined.length === 0 && !activation.engine.index.accessors.has(name)) return false;
  const written = [...base.objects.values()].flatMap((object) => settersOf(activation, object, name));
  const setters = [...written, ...defined];
  const declared = fieldDeclaration(activation, node);
  if (isOpen(activation, base) && declared !== undefined) {
    setters.push(...siblingSetters(declared, name).map((one) => closureOf(activation, one)));
  }
  const args = { self: base, positional: [value], rest: NOTHING, restFrom: 1 };
  for (const setter of setters) callFunction(activation, setter, args, node);
  return setters.length > 0;
}

/** `super.name = value`: the setter of the class or the object above takes it, on the object that `this` is. */
export function answerSuperWrite(
  activation: Activation,
  node: ts.PropertyAccessExpression,
  value: Value,
): boolean {
  const name = node.name.text;
  if (node.expression.kind !== ts.SyntaxKind.SuperKeyword || !activation.engine.index.accessors.has(name))
    return false;
  const self = thisAt(activation, node);
  const owner = superOwner(node);
  const setters =
    owner !== undefined && ts.isClassLike(owner)
      ? settersAbove(activation, owner, name)
      : [...read(activation, self, PROTOTYPE).objects.values()].flatMap((one) =>
          settersOf(activation, one, name),
        );
  const args = { self, positional: [value], rest: NOTHING, restFrom: 1 };
  for (const setter of setters) callFunction(activation, setter, args, node);
  return setters.length > 0;
}

function settersAbove(
  activation: Activation,
  owner: ts.ClassLikeDeclaration,
  name: string,
): readonly AbstractObject[] {
  const above = superclassOf(activation, owner);
  const classes = above === undefined ? [] : ancestorsOf(activation, above);
  const nearest = classes.flatMap((one) => one.members.filter((member) => isSetter(member, name)));
  return nearest.slice(0, 1).map((one) => closureOf(activation, one));
}

/** Members that come from another object meet the setters of their names. */
function answerSpread(activation: Activation, base: Value, source: Value, node: ts.Node): boolean {
  if (activation.engine.index.accessors.size === 0) return false;
  const names = [...base.objects.values()].flatMap((object) => setterNames(activation, object));
  for (const name of new Set(names))
    answerWrite(activation, base, name, read(activation, source, name), node);
  return false;
}

function setterNames(activation: Activation, { node, classNode }: AbstractObject): readonly string[] {
  const members: readonly ts.NamedDeclaration[] = ts.isObjectLiteralExpression(node)
    ? node.properties
    : classNode === undefined
      ? []
      : ancestorsOf(activation, classNode).flatMap((one) => one.members);
  return members.filter(ts.isSetAccessorDeclaration).map(({ name }) => nameText(name));
}

function settersOf(activation: Activation, object: AbstractObject, name: string): readonly AbstractObject[] {
  if (object.classNode === undefined)
    return withPrototypes(activation, object).flatMap((one) => literalSetters(activation, one, name));
  return ancestorsOf(activation, object.classNode)
    .flatMap((one) => one.members.filter((member) => isSetter(member, name)))
    .map((one) => closureOf(activation, one));
}

function literalSetters(
  activation: Activation,
  holder: AbstractObject,
  name: string,
): readonly AbstractObject[] {
  if (!ts.isObjectLiteralExpression(holder.node)) return [];
  const written = holder.node.properties.filter((one) => isSetter(one, name));
  return written.flatMap((one) => keptAccessors(activation, holder, one));
}

function siblingSetters(member: FieldDeclaration, name: string): readonly Setter[] {
  return ts.isClassLike(member.parent) ? member.parent.members.filter((one) => isSetter(one, name)) : [];
}

type Setter = ts.SetAccessorDeclaration & { readonly body: ts.Block };

function isSetter(member: ts.ClassElement | ts.ObjectLiteralElementLike, name: string): member is Setter {
  return ts.isSetAccessorDeclaration(member) && member.body !== undefined && nameText(member.name) === name;
}
