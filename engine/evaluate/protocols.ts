/** Protocols: what iterating, awaiting and leaving an object runs that says itself how. */
import type ts from 'typescript';
import type { Activation } from '../activation.ts';
import { callFunction } from '../calls/apply.ts';
import { resolversAt } from '../calls/settlers.ts';
import { callValue, readDeclared } from '../interpreter.ts';
import { requestAt } from '../calls/request.ts';
import { AWAITED, ELEMENT } from '../keys.ts';
import { NO_ARGUMENTS } from '../summary.ts';
import { allocate, read, write } from '../values/memory.ts';
import { fork, joinStates } from '../values/state.ts';
import {
  type AbstractObject,
  NOTHING,
  type Value,
  isNothing,
  join,
  joinAll,
  valueOfObject,
} from '../values/value.ts';

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
  const made = joinAll(names.map((name) => callMember(activation, object, name, node)));
  // An iterator may be asked as it is: by `Iterator.from`, or for what it inherits from `Iterator`.
  if (isNothing(made)) return isDeclared(activation, 'next') ? stepsOf(activation, object, node) : NOTHING;
  const iterators = [...made.objects.values()].filter(({ kind }) => kind !== 'generator');
  const steps = iterators.map((iterator) => stepsOf(activation, iterator, node));
  return joinAll([read(activation, made, ELEMENT), ...steps]);
}

function stepsOf(activation: Activation, iterator: AbstractObject, node: ts.Node): Value {
  const step = callMember(activation, iterator, 'next', node);
  if (isDeclared(activation, 'return')) endEarly(activation, iterator, node);
  return read(activation, read(activation, step, AWAITED), 'value');
}

/** Whoever takes only some of the items may tell the iterator so. */
function endEarly(activation: Activation, iterator: AbstractObject, node: ts.Node): void {
  const before = fork(activation.state);
  callMember(activation, iterator, 'return', node);
  activation.state = joinStates(before, activation.state);
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
  const before = activation.thrown;
  activation.thrown = NOTHING;
  for (const object of value.objects.values())
    for (const name of ['@@dispose', '@@asyncDispose']) callMember(activation, object, name, node);
  const failed = activation.thrown;
  activation.thrown = join(before, failed);
  if (!isNothing(failed)) suppress(activation, failed, before, node);
}

/** What disposal throws comes with what was thrown before it. */
// labels(failed) are in labels(thrown.error), labels(before) in labels(thrown.suppressed)
function suppress(activation: Activation, failed: Value, before: Value, node: ts.Node): void {
  const id = `o${activation.numbers.of(node)}^`;
  const error = allocate(activation, { id, kind: 'object', node, isGlobal: false, isMany: false });
  write(activation, error, 'error', failed, false);
  write(activation, error, 'suppressed', before, false);
  activation.thrown = join(activation.thrown, error);
  activation.handlers.at(-1)?.reached(activation.state);
}

/** `value instanceof Class`, where the class says itself what its instances are. */
export function askInstance(activation: Activation, owner: Value, value: Value, node: ts.Node): void {
  if (!isDeclared(activation, HAS_INSTANCE)) return;
  for (const object of owner.objects.values()) callMember(activation, object, HAS_INSTANCE, node, [value]);
}

const HAS_INSTANCE = '@@hasInstance';

function callMember(
  activation: Activation,
  object: AbstractObject,
  name: string,
  node: ts.Node,
  positional: readonly Value[] = [],
): Value {
  const args = { ...NO_ARGUMENTS, self: valueOfObject(object), positional, restFrom: positional.length };
  const methods = [...codeOf(activation, object, name, node).objects.values()];
  return joinAll(methods.map((method) => callFunction(activation, method, args, node)));
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
