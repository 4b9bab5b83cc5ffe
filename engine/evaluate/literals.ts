/** Object and array literals: fresh objects with children by key. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { closureOf } from './closures.ts';
import { accessorKey } from './accessors.ts';
import { iterate } from './patterns.ts';
import { keysOfExpression } from './member-names.ts';
import { objectAt } from '../inputs.ts';
import { evaluate, readDeclared } from '../interpreter.ts';
import { ANY_MEMBER, NAMES, SPREAD, TAIL } from '../keys.ts';
import { nameText } from '../program/program-index.ts';
import { isFunctionNode } from '../program/units.ts';
import { textOf } from './texts.ts';
import { itemsOf } from '../values/lists.ts';
import { write, build } from '../values/memory.ts';
import { NOTHING, type Value, isNothing, joinAll, valueOfObject } from '../values/value.ts';

// labels(v) are in labels({ k: v }.k)
export function objectLiteral(activation: Activation, node: ts.ObjectLiteralExpression): Value {
  const parts = node.properties.map((property) => partOf(activation, property));
  return build(activation, objectAt(activation, node, 'object'), (object) => {
    for (const add of parts) add(object);
    // Whoever prints or serialises the whole runs its getters.
    for (const [key, value] of getterValues(activation, object, node))
      write(activation, object, key, value, false);
  });
}

/** Evaluates a property. The result puts it into the object, which is not there before all are evaluated. */
function partOf(activation: Activation, property: ts.ObjectLiteralElementLike): (object: Value) => void {
  if (ts.isSpreadAssignment(property)) return spreadPart(activation, property.expression);
  const { name } = property;
  if (ts.isAccessor(property)) return accessorPart(activation, property);
  const value = propertyValue(activation, property);
  const key = nameText(name);
  if (key !== '') return (object) => write(activation, object, key, value, true);
  return ts.isComputedPropertyName(name) ? computedPart(activation, name.expression, value) : () => undefined;
}

function accessorPart(activation: Activation, property: ts.AccessorDeclaration): (object: Value) => void {
  if (!isFunctionNode(property)) return () => undefined;
  const closure = valueOfObject(closureOf(activation, property));
  return (object) => write(activation, object, accessorKey(property), closure, true);
}

function computedPart(
  activation: Activation,
  expression: ts.Expression,
  value: Value,
): (object: Value) => void {
  const keys = keysOfExpression(activation, expression);
  const names = textOf(activation, evaluate(activation, expression), expression);
  return (object) => {
    for (const one of keys ?? [ANY_MEMBER]) write(activation, object, one, value, keys?.length === 1);
    if (!isNothing(names)) write(activation, object, NAMES, names, false);
  };
}

type Named = Exclude<ts.ObjectLiteralElementLike, ts.SpreadAssignment | ts.AccessorDeclaration>;

function propertyValue(activation: Activation, property: Named): Value {
  if (ts.isPropertyAssignment(property)) return evaluate(activation, property.initializer);
  if (ts.isShorthandPropertyAssignment(property)) return evaluate(activation, property.name);
  return ts.isMethodDeclaration(property) && isFunctionNode(property)
    ? valueOfObject(closureOf(activation, property))
    : NOTHING;
}

/** `...source` takes the members over as they are now, with what getters give now. */
function spreadPart(activation: Activation, expression: ts.Expression): (object: Value) => void {
  const source = evaluate(activation, expression);
  const computed = getterValues(activation, source, expression);
  const isSure = isSurelyThere(activation, expression);
  return (object) => {
    write(activation, object, SPREAD, source, isSure);
    for (const [key, value] of computed) write(activation, object, key, value, isSure);
  };
}

/** Getters of object literals are their own members: who copies one runs them. */
function getterValues(
  activation: Activation,
  source: Value,
  node: ts.Node,
): readonly (readonly [string, Value])[] {
  if (activation.engine.index.accessors.size === 0) return [];
  return [...source.objects.values()].flatMap((object) => {
    if (!ts.isObjectLiteralExpression(object.node)) return [];
    const names = object.node.properties
      .filter(ts.isGetAccessorDeclaration)
      .map(({ name }) => nameText(name));
    return names.map((name) => [name, readDeclared(activation, object, name, node)] as const);
  });
}

/** What may be missing (`...(isVerbose && view)`) replaces nothing for sure. */
function isSurelyThere({ engine }: Activation, expression: ts.Expression): boolean {
  const options = engine.program.getCompilerOptions();
  if ((options.strictNullChecks ?? options.strict) !== true) return false;
  const type = engine.checker.getTypeAtLocation(expression);
  return !type.isUnion() && (type.flags & ts.TypeFlags.Object) !== 0;
}

// labels(e) are in labels([.., e, ..][i]), at its own index as long as indexes are known
export function arrayLiteral(activation: Activation, node: ts.ArrayLiteralExpression): Value {
  const items: Value[] = [];
  let behind: Value | undefined;
  for (const element of node.elements) {
    const given = itemsAt(activation, element);
    if (behind === undefined && given.items !== undefined) items.push(...given.items);
    else behind = joinAll([behind ?? NOTHING, given.rest, ...(given.items ?? [])]);
  }
  return build(activation, objectAt(activation, node, 'array'), (array) => {
    items.forEach((item, index) => write(activation, array, String(index), item, true));
    if (behind !== undefined) write(activation, array, TAIL, behind, false);
  });
}

/** What one element adds: items at their places, or some that nobody knows the number of. */
function itemsAt(
  activation: Activation,
  element: ts.Expression,
): { readonly items: readonly Value[] | undefined; readonly rest: Value } {
  if (ts.isOmittedExpression(element)) return { items: [NOTHING], rest: NOTHING };
  if (!ts.isSpreadElement(element)) return { items: [evaluate(activation, element)], rest: NOTHING };
  const list = evaluate(activation, element.expression);
  const items = itemsOf(activation, list);
  return { items, rest: items === undefined ? iterate(activation, list, element) : NOTHING };
}
