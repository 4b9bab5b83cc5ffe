/** Protocols: what iterating, awaiting and leaving an object runs that says itself how. */
import type ts from 'typescript';
import type { Activation } from '../activation.ts';
import { callFunction } from '../calls/apply.ts';
import { resolversAt } from '../calls/settlers.ts';
import { callValue, readDeclared } from '../interpreter.ts';
import { requestAt } from '../calls/request.ts';
import { AWAITED, ELEMENT } from '../keys.ts';
import { NO_ARGUMENTS } from '../summary.ts';
import { read } from '../values/memory.ts';
import { type AbstractObject, NOTHING, type Value, join, joinAll, valueOfObject } from '../values/value.ts';

/** The elements of an object with an iterator of its own, or what its `then` gives. */
export function readProtocol(
  activation: Activation,
  object: AbstractObject,
  key: string,
  node: ts.Node,
): Value {
  if (object.kind !== 'object' && object.kind !== 'instance') return NOTHING;
  if (key === ELEMENT) return itemsOf(activation, object, node);
  return key === AWAITED ? settledBy(activation, object, node) : NOTHING;
}

// labels(each result of next().value) are in labels(iterated value)
function itemsOf(activation: Activation, object: AbstractObject, node: ts.Node): Value {
  const names = ['@@iterator', '@@asyncIterator'].filter((name) => isDeclared(activation, name));
  const iterators = joinAll(names.map((name) => callMember(activation, object, name, node)));
  let items = read(activation, iterators, ELEMENT);
  for (const iterator of iterators.objects.values()) {
    if (iterator.kind === 'generator') continue;
    const step = callMember(activation, iterator, 'next', node);
    items = join(items, read(activation, read(activation, step, AWAITED), 'value'));
  }
  return items;
}

/** `then(resolve, reject)` of an object that is no promise. */
function settledBy(activation: Activation, object: AbstractObject, node: ts.Node): Value {
  if (!isDeclared(activation, 'then')) return NOTHING;
  const callee = codeOf(activation, object, 'then', node);
  if (callee.objects.size === 0) return NOTHING;
  const { promise, positional } = resolversAt(activation, node);
  const args = { ...NO_ARGUMENTS, self: valueOfObject(object), positional, restFrom: positional.length };
  callValue(activation, { ...requestAt(activation, node, callee, args), isNew: false });
  return read(activation, promise, AWAITED);
}

/** Runs what an object says is to be run when its scope is left. */
export function dispose(activation: Activation, value: Value, node: ts.Node): void {
  for (const object of value.objects.values())
    for (const name of ['@@dispose', '@@asyncDispose']) callMember(activation, object, name, node);
}

function callMember(activation: Activation, object: AbstractObject, name: string, node: ts.Node): Value {
  const results = [...codeOf(activation, object, name, node).objects.values()].map((method) =>
    callFunction(activation, method, { ...NO_ARGUMENTS, self: valueOfObject(object) }, node),
  );
  return joinAll(results);
}

/** The functions that a member of an object is. */
function codeOf(activation: Activation, object: AbstractObject, name: string, node: ts.Node): Value {
  const member = join(
    read(activation, valueOfObject(object), name),
    readDeclared(activation, object, name, node),
  );
  return { ...NOTHING, objects: new Map([...member.objects].filter(([, { kind }]) => kind === 'function')) };
}

/** Whether any code of the program is called so. */
function isDeclared({ engine: { index } }: Activation, name: string): boolean {
  return index.classesByMember.has(name) || index.literalsByMember.has(name);
}
