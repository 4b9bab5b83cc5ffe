/** Binding and assignment patterns: a value taken apart into names. */
import { derivedFrom } from '../implicit-flows.ts';
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { writeElement, writeMember, readElement } from './members.ts';
import { keysOfExpression } from './member-names.ts';
import { noteEntry } from './named-values.ts';
import { assignSymbol } from './names.ts';
import { restOf } from './rest-of.ts';
import { answerSuperWrite } from './setters.ts';
import { objectAt, typedValue } from '../inputs.ts';
import { evaluate, readDeclared } from '../interpreter.ts';
import { ELEMENT, NAMES, isIndex } from '../keys.ts';
import { nameText } from '../program/program-index.ts';
import { tupleLength } from '../tags/type-kinds.ts';
import { isGiven } from '../program/defaults.ts';
import { variableSymbol } from '../program/scopes.ts';
import { unwrap } from '../program/syntax.ts';
import { textOf } from './texts.ts';
import { itemsOf } from '../values/lists.ts';
import { read, write, build } from '../values/memory.ts';
import { type Value, isNothing, join, joinAll } from '../values/value.ts';

/** Binds a declared name or pattern to a value. */
export function bindPattern(activation: Activation, name: ts.BindingName, value: Value): void {
  if (ts.isIdentifier(name)) {
    const symbol = variableSymbol(activation.engine.checker, name);
    if (symbol !== undefined)
      assignSymbol(activation, symbol, withDeclaredType(activation, name, value), name);
    return;
  }
  if (ts.isObjectBindingPattern(name)) bindObject(activation, name, value);
  else bindArray(activation, name, value);
}

/** A name's own type or tag speaks as well, where the author wrote one. */
function withDeclaredType(activation: Activation, name: ts.Identifier, value: Value): Value {
  const { parent } = name;
  if (!ts.isVariableDeclaration(parent)) return value;
  const isWritten =
    (parent.type !== undefined && !isPlainType(parent.type)) || ts.getJSDocTags(parent).length > 0;
  return isWritten ? join(value, typedValue(activation, name, !isNothing(value))) : value;
}

/** A type that can carry no tag, by syntax. */
export function isPlainType(type: ts.TypeNode): boolean {
  if (ts.isArrayTypeNode(type)) return isPlainType(type.elementType);
  if (ts.isUnionTypeNode(type)) return type.types.every(isPlainType);
  return (
    ts.isLiteralTypeNode(type) ||
    (type.kind >= ts.SyntaxKind.FirstKeyword && type.kind <= ts.SyntaxKind.LastKeyword)
  );
}

function bindObject(activation: Activation, pattern: ts.ObjectBindingPattern, value: Value): void {
  const taken: string[] = [];
  for (const element of pattern.elements) {
    if (element.dotDotDotToken !== undefined)
      bindPattern(activation, element.name, restOf(activation, value, taken, element));
    else {
      const name = element.propertyName ?? element.name;
      const keys = keysOfName(activation, name);
      if (keys?.length === 1) taken.push(...keys);
      activation.at = element;
      const member = readElement(activation, value, keys, element);
      bindPattern(activation, element.name, withDefault(activation, member, element.initializer));
    }
  }
}

/** The keys that a name in a pattern can be. */
function keysOfName(
  activation: Activation,
  name: ts.PropertyName | ts.BindingName,
): readonly string[] | undefined {
  if (ts.isComputedPropertyName(name)) return keysOfExpression(activation, name.expression);
  return ts.isObjectBindingPattern(name) || ts.isArrayBindingPattern(name) ? undefined : [nameText(name)];
}

/** What surely has the member, by its type, leaves the default unused. */
function isUnused({ engine, given }: Activation, initializer: ts.Expression): boolean {
  if (given.has(initializer)) return true;
  const path: string[] = [];
  let node: ts.Node = initializer.parent;
  while (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const key = node.propertyName ?? node.name;
    if (!ts.isIdentifier(key)) return false;
    path.unshift(key.text);
    node = node.parent.parent;
  }
  if (path.length === 0 || !ts.isVariableDeclaration(node) || node.initializer === undefined) return false;
  return isGiven(engine.checker, engine.checker.getTypeAtLocation(node.initializer), path);
}

/** A default is a value where nothing else is, and unused where the callers of this variant surely give something. */
export function withDefault(
  activation: Activation,
  value: Value,
  initializer: ts.Expression | undefined,
): Value {
  return initializer === undefined || isUnused(activation, initializer)
    ? value
    : join(value, evaluate(activation, initializer));
}

function bindArray(activation: Activation, pattern: ts.ArrayBindingPattern, value: Value): void {
  noteEntry(activation, pattern, value);
  pattern.elements.forEach((element, index) => {
    if (ts.isOmittedExpression(element)) return;
    const item = itemAt(activation, value, index, element.dotDotDotToken !== undefined, element);
    bindPattern(activation, element.name, withDefault(activation, item, element.initializer));
  });
}

/** The item at an index of whatever can be iterated, or an array of all from there on. */
function itemAt(activation: Activation, value: Value, index: number, isRest: boolean, node: ts.Node): Value {
  if (!isRest) return join(read(activation, value, String(index)), ownItems(activation, value, node));
  const items = itemsOf(activation, value) ?? itemsOfTuple(activation, value, node);
  return build(activation, objectAt(activation, node, 'array'), (rest) => {
    if (items === undefined)
      write(activation, rest, ELEMENT, itemsFrom(activation, value, index, node), false);
    else items.slice(index).forEach((item, at) => write(activation, rest, String(at), item, true));
  });
}

/** The items of a list that others have made, where its type tells how many there are. */
function itemsOfTuple(
  activation: Activation,
  value: Value,
  { parent }: ts.Node,
): readonly Value[] | undefined {
  if (!ts.isArrayBindingPattern(parent) || value.atoms.size === 0 || value.objects.size > 0) return undefined;
  const { checker } = activation.engine;
  const length = tupleLength(checker.getTypeAtLocation(parent), checker);
  return length === undefined
    ? undefined
    : Array.from({ length }, (_, at) => read(activation, value, String(at)));
}

/** Everything from an index on: what surely stands before it is left out. */
function itemsFrom(activation: Activation, value: Value, from: number, node: ts.Node): Value {
  const [list, ...others] = value.objects.values();
  const fields = list === undefined ? undefined : activation.state.heap.get(list.id);
  const isOnly = others.length === 0 && value.atoms.size === 0 && fields !== undefined;
  if (!isOnly) return iterate(activation, value, node);
  const isBefore = (key: string): boolean =>
    isIndex(key) && Number(key) < from && fields.get(key)?.strong === true;
  return joinAll(
    [...fields].flatMap(([key, field]) => (isBefore(key) || key.startsWith('&') ? [] : field.value)),
  );
}

/** What iterating a value yields: its elements, or the entries of a map. */
export function iterate(activation: Activation, value: Value, node: ts.Node): Value {
  return join(read(activation, value, ELEMENT), ownItems(activation, value, node));
}

/** What an iterator of the program yields. */
function ownItems(activation: Activation, value: Value, node: ts.Node): Value {
  return joinAll(
    [...value.objects.values()].map((object) => readDeclared(activation, object, ELEMENT, node)),
  );
}

/** Assigns to whatever may stand left of `=`. */
export function assignTo(activation: Activation, target: ts.Expression, value: Value): void {
  const node = unwrap(target);
  if (ts.isIdentifier(node)) {
    const symbol = activation.engine.checker.getSymbolAtLocation(node);
    if (symbol !== undefined) assignSymbol(activation, symbol, value, node);
  } else if (ts.isPropertyAccessExpression(node)) {
    if (!answerSuperWrite(activation, node, value))
      writeMember(activation, evaluate(activation, node.expression), node.name.text, value, node);
  } else if (ts.isElementAccessExpression(node)) {
    assignElement(activation, node, value);
  } else if (ts.isObjectLiteralExpression(node)) assignObject(activation, node, value);
  else if (ts.isArrayLiteralExpression(node)) assignArray(activation, node, value);
  else if (ts.isBinaryExpression(node))
    assignTo(activation, node.left, join(value, evaluate(activation, node.right)));
}

/** A key that is data shows in the object as well. */
function assignElement(activation: Activation, node: ts.ElementAccessExpression, value: Value): void {
  const base = evaluate(activation, node.expression);
  const keys = keysOfExpression(activation, node.argumentExpression);
  const index = evaluate(activation, node.argumentExpression);
  const stored = join(value, derivedFrom(activation, index));
  for (const key of keys ?? [undefined])
    writeElement(activation, base, key, stored, node, keys?.length === 1, index);
  if (keys !== undefined) return;
  const names = textOf(activation, index, node.argumentExpression);
  if (!isNothing(names) && !isNumber(activation, node.argumentExpression))
    write(activation, base, NAMES, names, false);
}

function isNumber(activation: Activation, node: ts.Expression): boolean {
  return (activation.engine.checker.getTypeAtLocation(node).flags & ts.TypeFlags.NumberLike) !== 0;
}

function assignObject(activation: Activation, target: ts.ObjectLiteralExpression, value: Value): void {
  const taken: string[] = [];
  for (const property of target.properties) {
    if (ts.isSpreadAssignment(property))
      assignTo(activation, property.expression, restOf(activation, value, taken, property));
    if (property.name === undefined) continue;
    const keys = keysOfName(activation, property.name);
    if (keys?.length === 1) taken.push(...keys);
    const member = readElement(activation, value, keys, property);
    if (ts.isPropertyAssignment(property)) assignTo(activation, property.initializer, member);
    if (ts.isShorthandPropertyAssignment(property)) assignShorthand(activation, property, member);
  }
}

function assignShorthand(
  activation: Activation,
  property: ts.ShorthandPropertyAssignment,
  member: Value,
): void {
  const symbol = activation.engine.checker.getShorthandAssignmentValueSymbol(property);
  const value = withDefault(activation, member, property.objectAssignmentInitializer);
  if (symbol !== undefined) assignSymbol(activation, symbol, value, property);
}

function assignArray(activation: Activation, target: ts.ArrayLiteralExpression, value: Value): void {
  target.elements.forEach((element, index) => {
    if (ts.isOmittedExpression(element)) return;
    const isRest = ts.isSpreadElement(element);
    assignTo(
      activation,
      isRest ? element.expression : element,
      itemAt(activation, value, index, isRest, element),
    );
  });
}
