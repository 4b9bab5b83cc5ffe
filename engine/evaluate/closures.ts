/** Functions and classes as values: what they take from around them, and what `this` is. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { THIS_CAPTURE, captureKey, thisAt, variableCell, classOf } from '../inputs.ts';
import { unitAround } from '../program/units.ts';
import { writeAll } from '../values/write-all.ts';
import type { AbstractObject, FunctionNode } from '../values/value.ts';

/** The function object of a node with a body, made here: it shares the cells of the variables that it uses. */
export function closureOf(activation: Activation, node: FunctionNode): AbstractObject {
  const id = `f${activation.numbers.of(node)}`;
  // A function that its module makes is made once: what is put on it stays on it.
  const isGlobal = ts.isSourceFile(unitAround(node));
  if (isGlobal) activation.engine.homes.set(id, node);
  const object: AbstractObject = { id, kind: 'function', node, functionNode: node, isGlobal, isMany: true };
  keepCaptures(activation, object, node);
  return object;
}

export function classObject(activation: Activation, node: ts.ClassLikeDeclaration): AbstractObject {
  const object = classOf(activation, node);
  if (!object.isGlobal) keepCaptures(activation, object, node);
  return object;
}

function keepCaptures(
  activation: Activation,
  object: AbstractObject,
  node: FunctionNode | ts.ClassLikeDeclaration,
): void {
  const { symbols, usesThis } = activation.engine.scopes.capturesOf(node);
  if (symbols.length === 0 && !usesThis) return;
  activation.closures.set(object.id, object);
  const known = activation.state.heap.get(object.id);
  const captured = symbols.flatMap(({ valueDeclaration }) => {
    const key = valueDeclaration === undefined ? undefined : captureKey(activation, valueDeclaration);
    if (valueDeclaration === undefined || key === undefined || known?.has(key) === true) return [];
    return [[key, variableCell(activation, valueDeclaration)] as const];
  });
  const self = usesThis ? [[THIS_CAPTURE, thisAt(activation, node)] as const] : [];
  writeAll(activation, object, [...captured, ...self]);
}
