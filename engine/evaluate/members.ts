/** Members: reading and writing `object.name` and `object[index]`, through fields, methods, accessors and exports. */
import { derivedFrom, isMeasured, reachedUnder } from '../implicit-flows.ts';
import { checkErrorField, checkErrorMember } from '../errors/check-errors.ts';
import { keepForeignMember } from '../module-state/foreign-members.ts';
import { isOpen } from '../receivers.ts';
import { isFunctionNode } from '../program/units.ts';
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { callFunction } from '../calls/apply.ts';
import { runGetters, runSetters } from '../calls/properties.ts';
import { trapRead, trapWrite } from '../calls/traps.ts';
import { readResumption } from '../calls/generators.ts';
import { builtinNodes, isUntyped } from '../builtin-members.ts';
import { closureOf } from './closures.ts';
import { readProtocol } from './protocols.ts';
import { definedAccessors, keptAccessors, withPrototypes } from './accessors.ts';
import { answerWrite } from './setters.ts';
import { replacePrototype } from './constructor-functions.ts';
import { foreignMember } from './foreign-classes.ts';
import { withGuess } from './guessed-members.ts';
import { type ClassMember, type FieldDeclaration, fieldDeclaration, findMember } from './heritage.ts';
import { readExport, readNamespace } from './modules.ts';
import { typedValue } from '../inputs.ts';
import { ANY_MEMBER, AWAITED, CLEARED, ELEMENT, writtenMember } from '../keys.ts';
import { CLEAN } from '../values/clean.ts';
import { CELL } from '../labels.ts';
import { nameText } from '../program/program-index.ts';
import { unknownName } from './member-names.ts';
import { NO_ARGUMENTS } from '../summary.ts';
import { read, write } from '../values/memory.ts';
import { nodesAt } from '../values/nodes-at.ts';
import { append } from '../values/trace.ts';
import {
  type AbstractObject,
  NOTHING,
  type Value,
  isNothing,
  join,
  mapAtoms,
  valueOfNodes,
  valueOfObject,
  withStep,
  joinAll,
} from '../values/value.ts';
import type { ModelNode } from '../models/index-face.ts';

/** `base.name`, where `node` is the access (or the pattern that does it). */
export function readMember(activation: Activation, from: Value, name: string, node: ts.Node): Value {
  const { base, given } = trapRead(activation, from, { name }, node);
  let value = markRead(join(read(activation, base, name), given), node, writtenMember(name));
  for (const object of base.objects.values())
    value = join(value, readDeclared(activation, object, name, node));
  value = joinAll([
    value,
    readDefined(activation, base, name, node),
    readBySymbol(activation, base, name, node),
  ]);
  value = withGuess(activation, modelledMember(activation, base, value, name, node), name, node);
  if (value.nodes.size > 0) value = join(value, runGetters(activation, value.nodes, base, node));
  if (isNothing(value) && isAccess(node)) return typedValue(activation, node, false);
  return isMeasured(value.nodes) ? join(value, derivedFrom(activation, base)) : value;
}

/** Remembers where a child was first read: the place that a finding calls its source. */
function markRead(value: Value, node: ts.Node, child: string): Value {
  return mapAtoms(value, (atom) => {
    if (atom.trace !== undefined) return atom;
    return { ...atom, trace: append(undefined, { node, what: `read from ${child}` }) };
  });
}

const isAccess = (node: ts.Node): node is ts.PropertyAccessExpression | ts.ElementAccessExpression =>
  ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);

/** What a class or a module declares under the name: methods, accessors, static members, exports. */
export function readDeclared(
  activation: Activation,
  object: AbstractObject,
  name: string,
  node: ts.Node,
): Value {
  if (object.kind === 'module' && ts.isSourceFile(object.node))
    return readExport(activation, object.node, name, node);
  if (object.kind === 'module' && ts.isModuleDeclaration(object.node))
    return readNamespace(activation, object.node, name, node);
  if (name === ELEMENT || name === AWAITED) return readProtocol(activation, object, name, node);
  if (object.kind === 'generator') return readResumption(activation, object, name);
  if (object.classNode === undefined) return readAccessorOf(activation, object, name, node);
  const member = findMember(activation, object.classNode, name, object.kind === 'class');
  if (member !== undefined) return readClassMember(activation, member, valueOfObject(object), node);
  return object.kind === 'class' ? foreignMember(activation, object.classNode, name, true) : NOTHING;
}

function readClassMember(activation: Activation, member: ClassMember, self: Value, node: ts.Node): Value {
  if (ts.isGetAccessorDeclaration(member) && isFunctionNode(member)) {
    return callFunction(activation, closureOf(activation, member), { ...NO_ARGUMENTS, self }, node);
  }
  if (ts.isMethodDeclaration(member) && isFunctionNode(member))
    return valueOfObject(closureOf(activation, member));
  return NOTHING;
}

/** A getter of an object literal, or of one that it inherits from. */
function readAccessorOf(activation: Activation, object: AbstractObject, name: string, node: ts.Node): Value {
  if (!activation.engine.index.accessors.has(name)) return NOTHING;
  const self = valueOfObject(object);
  const getters = withPrototypes(activation, object).flatMap((holder) => gettersOf(activation, holder, name));
  return joinAll(
    getters.map((closure) => callFunction(activation, closure, { ...NO_ARGUMENTS, self }, node)),
  );
}

/** What getters give that a call has defined. */
function readDefined(activation: Activation, self: Value, name: string, node: ts.Node): Value {
  const getters = definedAccessors(activation, self, 'get', name);
  return joinAll(getters.map((one) => callFunction(activation, one, { ...NO_ARGUMENTS, self }, node)));
}

function gettersOf(activation: Activation, holder: AbstractObject, name: string): readonly AbstractObject[] {
  if (!ts.isObjectLiteralExpression(holder.node)) return [];
  const getter = holder.node.properties.find((one): one is ts.GetAccessorDeclaration => {
    return ts.isGetAccessorDeclaration(one) && nameText(one.name) === name;
  });
  return getter === undefined ? [] : keptAccessors(activation, holder, getter);
}

/** Through an object that only its type is known of: the class's field over all its writes, or its getter. */
function readBySymbol(activation: Activation, base: Value, name: string, node: ts.Node): Value {
  const { index } = activation.engine;
  if (!isOpen(activation, base) || (!index.assignedMembers.has(name) && !index.accessors.has(name)))
    return NOTHING;
  const declaration = fieldDeclaration(activation, node);
  if (declaration === undefined) return NOTHING;
  if (ts.isGetAccessorDeclaration(declaration)) return readClassMember(activation, declaration, base, node);
  evaluateHolder(activation, declaration);
  const kept = activation.globals.read(fieldId(activation, declaration), CELL, activation.reader);
  return kept;
}

/** The code that gives a field its first value, whether or not anything else in the program asks for it. */
function evaluateHolder({ engine, reader }: Activation, declaration: ts.Node): void {
  engine.summaryOf(declaration.getSourceFile(), reader, false);
  const owner = ts.findAncestor(declaration, ts.isClassLike);
  if (owner !== undefined) engine.summaryOf(owner, reader, false);
}

export function fieldId(activation: Activation, declaration: ts.Node): string {
  const id = `field${activation.numbers.of(declaration)}`;
  activation.engine.homes.set(id, declaration);
  return id;
}

/** What the catalogue says of the member: by the value that it is read from, by the type of that value, by its symbol. */
export function modelledMember(
  activation: Activation,
  base: Value,
  value: Value,
  name: string,
  node: ts.Node,
): Value {
  const { models } = activation.engine;
  if (!models.memberNames.has(name)) return value;
  const nodes = memberNodes(activation, base, node, name);
  return nodes.length === 0 ? value : activation.arriveAt(join(value, valueOfNodes(nodes)));
}

function memberNodes(activation: Activation, base: Value, node: ts.Node, name: string): readonly ModelNode[] {
  const { checker, models } = activation.engine;
  const holder = holderOf(node);
  if (holder === undefined) return [];
  const type = checker.getTypeAtLocation(holder);
  const nodes = isUntyped(type)
    ? builtinNodes(activation, base, name)
    : models.instanceNodes(type).flatMap((one) => one.member(name) ?? []);
  const symbol = ts.isPropertyAccessExpression(node) ? checker.getSymbolAtLocation(node.name) : undefined;
  return symbol === undefined ? nodes : [...nodes, ...models.symbolNodes(symbol)];
}

/** What a member is read from: the object of an access, or a pattern as a whole. */
function holderOf(node: ts.Node): ts.Node | undefined {
  if (isAccess(node)) return node.expression;
  return ts.isBindingElement(node) ? node.parent : undefined;
}

/** `base[index]`: a constant key is a member; an unknown one may be any of them. */
export function readElement(
  activation: Activation,
  from: Value,
  keys: readonly string[] | undefined,
  node: ts.Node,
  index: Value = NOTHING,
): Value {
  if (keys !== undefined) return joinAll(keys.map((key) => readMember(activation, from, key, node)));
  const key = ts.isElementAccessExpression(node)
    ? unknownMember(activation, node.argumentExpression)
    : ANY_MEMBER;
  const { base, given } = trapRead(activation, from, { key: index }, node);
  const value = markRead(join(read(activation, base, key), given), node, 'an element');
  return isNothing(value) ? typedValue(activation, node, false) : value;
}

/** The key of a member whose name is not known: an index is an element, and a parameter's name is its caller's to say. */
function unknownMember(activation: Activation, index: ts.Expression): string {
  const type = activation.engine.checker.getTypeAtLocation(index);
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0) return ELEMENT;
  return unknownName(activation, index);
}

/** `base.name = value`. */
export function writeMember(
  activation: Activation,
  base: Value,
  name: string,
  value: Value,
  node: ts.Node,
): void {
  const stepped = withStep(join(value, reachedUnder(activation)), {
    node,
    what: `stored in ${writtenMember(name)}`,
  });
  if (answerWrite(activation, base, name, stepped, node)) return;
  if (activation.engine.models.memberNames.has(name)) {
    const nodes = [...nodesAt(base.nodes, name), ...memberNodes(activation, base, node, name)];
    runSetters(activation, nodes, base, stepped, node);
  }
  if (name === 'length' && isZero(node)) write(activation, base, CLEARED, CLEAN, true);
  if (name === 'prototype') replacePrototype(activation, base, stepped);
  write(activation, base, name, stepped, true);
  keepForeignMember(activation, base, name, stepped, node);
  checkErrorMember(activation, stepped, node);
  if (!isOpen(activation, base)) return;
  const declaration = fieldDeclaration(activation, node);
  if (declaration === undefined) return;
  keepField(activation, base, name, declaration, stepped);
}

/** A field that its declaration initialises. */
export function writeDeclared(
  activation: Activation,
  base: Value,
  name: string,
  value: Value,
  declaration: ClassMember,
): void {
  if (name === '') return;
  write(activation, base, name, value, true);
  if (!name.startsWith('#')) checkErrorField(activation, value, declaration);
  if (isOpen(activation, base)) keepField(activation, base, name, declaration, value);
}

/** Through an object that this unit has not made, a field is written for whoever reads it of any instance. */
function keepField(
  activation: Activation,
  base: Value,
  name: string,
  declaration: FieldDeclaration,
  value: Value,
): void {
  const id = fieldId(activation, declaration);
  for (const atom of base.atoms.values()) activation.fields.set(`${atom.key}.${name}`, id);
  activation.keepConcrete(id, CELL, value);
}

/** `list.length = 0` ends the life of what was in a list. */
function isZero({ parent }: ts.Node): boolean {
  if (!ts.isBinaryExpression(parent) || parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false;
  return ts.isNumericLiteral(parent.right) && parent.right.text === '0';
}

/** `base[index] = value`. */
export function writeElement(
  activation: Activation,
  base: Value,
  key: string | undefined,
  value: Value,
  node: ts.Node,
  isExact: boolean,
  index: Value = NOTHING,
): void {
  if (key !== undefined && isExact) writeMember(activation, base, key, value, node);
  else if (key !== undefined) write(activation, base, key, value, false);
  else {
    const stepped = withStep(join(value, reachedUnder(activation)), { node, what: 'stored in an element' });
    write(activation, base, unknownKey(activation, base, node), stepped, false);
    trapWrite(activation, base, { key: index }, stepped, node);
    keepForeignMember(activation, base, ELEMENT, stepped, node);
  }
}

/** An index of an array can only be an element; any other unknown key may be any member. */
function unknownKey(activation: Activation, base: Value, node: ts.Node): string {
  const isArray =
    base.objects.size > 0 && [...base.objects.values()].every((object) => object.kind === 'array');
  if (isArray || !ts.isElementAccessExpression(node)) return ELEMENT;
  return unknownMember(activation, node.argumentExpression);
}
