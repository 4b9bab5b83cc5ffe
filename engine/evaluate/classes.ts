/** Classes: what making an instance does, where a member is found, and what the class itself runs. */
import { checkDecorated } from '../calls/decorated-sinks.ts';
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { applySummary, givenBy, callFunction } from '../calls/apply.ts';
import { callModelled } from '../calls/modelled.ts';
import { onlyInputs } from '../calls/only-inputs.ts';
import { type CallRequest, requestAt } from '../calls/request.ts';
import { classObject } from './closures.ts';
import { constructFunction } from './constructor-functions.ts';
import { checkSuperError } from '../errors/check-errors.ts';
import { foreignClass } from './foreign-classes.ts';
import { superExpression } from './heritage.ts';
import { declaredKey } from './member-names.ts';
import { writeDeclared } from './members.ts';
import { bindParameters } from './parameters.ts';
import { thisValue } from '../inputs.ts';
import { callValue, evaluate, runStatements } from '../interpreter.ts';
import { CONTENT, PROTOTYPE } from '../keys.ts';
import { constructorOf, isStatic } from '../program/units.ts';
import { type CallArguments, NO_ARGUMENTS, argumentAt } from '../summary.ts';
import { entriesOf } from '../values/entries.ts';
import { renew, read, write } from '../values/memory.ts';
import {
  type AbstractObject,
  NOTHING,
  type Value,
  join,
  valueOfNodes,
  valueOfObject,
} from '../values/value.ts';

/** `new C(...)`: an instance, and whatever its constructor does to it. */
export function construct(activation: Activation, object: AbstractObject, request: CallRequest): Value {
  if (object.classNode === undefined) return constructFunction(activation, object, request);
  if (isSuperCall(request.node)) return constructOnto(activation, object, request);
  const instance: AbstractObject = {
    id: `o${request.key}`,
    kind: 'instance',
    node: request.node,
    classNode: object.classNode,
    isGlobal: false,
    isMany: false,
  };
  const self = renew(activation, instance);
  const foreign = inheritForeign(activation, object.classNode, self);
  const given = givenBy(object.classNode, request.args);
  const summary = activation.engine.summaryOf(object.classNode, activation.reader, true, given);
  const args = { ...request.args, self };
  const returned = applySummary(activation, summary, object, args, request.node, request.placeOf);
  runMade(activation, foreign, self, request);
  return join(self, { ...NOTHING, objects: returned.objects });
}

/** What rows say that follows once an instance has been made of a class of the program that extends theirs. */
function runMade(activation: Activation, foreign: Value, self: Value, request: CallRequest): void {
  const nodes = [...foreign.nodes].flatMap((node) => node.step('Instance')?.step('Made') ?? []);
  if (nodes.length === 0) return;
  const args = { ...NO_ARGUMENTS, self };
  callModelled(activation, {
    ...request,
    callee: valueOfNodes(nodes),
    args,
    key: `${request.key}!`,
    isNew: false,
  });
}

/** An instance finds what it does not have itself above the program's own classes. */
function inheritForeign(activation: Activation, node: ts.ClassLikeDeclaration, self: Value): Value {
  const value = foreignClass(activation, node);
  if (value !== NOTHING) write(activation, self, PROTOTYPE, read(activation, value, 'prototype'), false);
  return value;
}

/** What `new` does before and in the constructor: the superclass, the fields, the body. */
export function runConstruction(activation: Activation, node: ts.ClassLikeDeclaration): void {
  const declared = constructorOf(node);
  if (declared === undefined) {
    const rest = bindParameters(activation, []);
    callSuper(activation, node, node, rest);
  } else bindParameters(activation, declared.parameters);
  initialiseFields(activation, node, declared);
  if (declared?.body !== undefined) runStatements(activation, declared.body.statements);
}

function initialiseFields(
  activation: Activation,
  node: ts.ClassLikeDeclaration,
  declared: ts.ConstructorDeclaration | undefined,
): void {
  const self = thisValue(activation);
  for (const member of node.members) {
    if (!ts.isPropertyDeclaration(member) || isStatic(member) || member.initializer === undefined) continue;
    writeDeclared(
      activation,
      self,
      declaredKey(activation, member.name),
      evaluate(activation, member.initializer),
      member,
    );
  }
  for (const parameter of declared?.parameters ?? []) {
    if (!ts.isParameterPropertyDeclaration(parameter, parameter.parent) || !ts.isIdentifier(parameter.name))
      continue;
    writeDeclared(activation, self, parameter.name.text, evaluate(activation, parameter.name), parameter);
  }
}

/** `super(...)`: the superclass's constructor on the same `this`. */
export function callSuper(
  activation: Activation,
  owner: ts.ClassLikeDeclaration | undefined,
  node: ts.Node,
  args: CallArguments,
): void {
  const expression = owner === undefined ? undefined : superExpression(owner);
  if (expression === undefined) return;
  const self = thisValue(activation);
  const callee = evaluate(activation, expression);
  const request = requestAt(activation, node, callee, { ...args, self });
  for (const object of callee.objects.values()) {
    if (object.kind === 'function') callFunction(activation, object, { ...args, self }, node);
    constructOnto(activation, object, request);
  }
  checkSuperError(activation, owner, node, callee, args);
  const made = callModelled(activation, { ...request, isNew: true }, NOTHING);
  // Whoever calls a mixin knows the superclass that it gives.
  const given = onlyInputs(callee);
  if (given !== NOTHING) callValue(activation, { ...request, callee: given });
  if (made !== undefined) takeOver(activation, self, made);
  else if (callee.objects.size === 0 && given === NOTHING)
    write(activation, self, CONTENT, argumentAt(args, 0), false);
}

/** Written, or what a class without a constructor does. */
const isSuperCall = (node: ts.Node): boolean =>
  ts.isClassLike(node) || (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword);

/** What a superclass does to the `this` that a class below it has made. */
function constructOnto(
  activation: Activation,
  object: AbstractObject,
  { args, node, placeOf }: CallRequest,
): Value {
  if (object.classNode === undefined) return NOTHING;
  const summary = activation.engine.summaryOf(object.classNode, activation.reader, activation.knowsThis);
  applySummary(activation, summary, object, args, node, placeOf);
  return args.self;
}

/** What a modelled superclass makes becomes part of `this`. */
function takeOver(activation: Activation, self: Value, made: Value): void {
  for (const object of made.objects.values()) {
    for (const [key, value] of entriesOf(activation, object)) write(activation, self, key, value, false);
  }
  if (made.atoms.size > 0) write(activation, self, CONTENT, { ...NOTHING, atoms: made.atoms }, false);
}

/** What a class runs where it stands: its static members and blocks. */
export function evaluateClass(activation: Activation, node: ts.ClassLikeDeclaration): Value {
  const value = valueOfObject(classObject(activation, node));
  checkDecorated(activation, node);
  for (const member of node.members) {
    if (ts.isClassStaticBlockDeclaration(member)) runStatements(activation, member.body.statements);
    if (!ts.isPropertyDeclaration(member) || !isStatic(member) || member.initializer === undefined) continue;
    writeDeclared(
      activation,
      value,
      declaredKey(activation, member.name),
      evaluate(activation, member.initializer),
      member,
    );
  }
  return value;
}
