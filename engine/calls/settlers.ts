/** What `new Promise(executor)` hands to its executor: functions that settle the promise. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { objectAt } from '../inputs.ts';
import { callValue } from '../interpreter.ts';
import { AWAITED, REJECTED } from '../keys.ts';
import { argumentAt, NO_ARGUMENTS, type CallArguments } from '../summary.ts';
import { allocate, read, write } from '../values/memory.ts';
import { NOTHING, valueOfObject, type AbstractObject, type Value } from '../values/value.ts';
import { requestAt } from './request.ts';

/** Where a settler keeps its promise. */
const PROMISE = '&promise';

/** Whether an expression names the promise constructor of the language. */
export function isPromise(activation: Activation, node: ts.Expression): boolean {
  if (!ts.isIdentifier(node) || node.text !== 'Promise') return false;
  const declaration = activation.engine.checker.getSymbolAtLocation(node)?.declarations?.[0];
  return declaration === undefined || declaration.getSourceFile().isDeclarationFile;
}

export function newPromise(activation: Activation, node: ts.NewExpression, args: CallArguments): Value {
  const promise = allocate(activation, objectAt(activation, node, 'promise'));
  const positional = [AWAITED, REJECTED].map((key) => settler(activation, node, promise, key));
  const request = requestAt(activation, node, argumentAt(args, 0), {
    ...NO_ARGUMENTS,
    positional,
    restFrom: 2,
  });
  const thrown = activation.thrown;
  activation.thrown = NOTHING;
  callValue(activation, { ...request, isNew: false });
  write(activation, promise, REJECTED, activation.thrown, false);
  activation.thrown = thrown;
  return promise;
}

/** `Promise.withResolvers()`: the promise beside the functions that settle it. */
export function withResolvers(activation: Activation, node: ts.CallExpression): Value | undefined {
  const { expression } = node;
  const isIt = ts.isPropertyAccessExpression(expression) && expression.name.text === 'withResolvers';
  if (!isIt || !isPromise(activation, expression.expression)) return undefined;
  const promise = allocate(activation, {
    ...objectAt(activation, node, 'promise'),
    id: `w${activation.numbers.of(node)}`,
  });
  const made = allocate(activation, objectAt(activation, node, 'object'));
  write(activation, made, 'promise', promise, true);
  write(activation, made, 'resolve', settler(activation, node, promise, AWAITED), true);
  write(activation, made, 'reject', settler(activation, node, promise, REJECTED), true);
  return made;
}

/** A promise of its own for a node, and the functions that settle it. */
export function resolversAt(
  activation: Activation,
  node: ts.Node,
): { readonly promise: Value; readonly positional: readonly Value[] } {
  const id = `t${activation.numbers.of(node)}`;
  const promise = allocate(activation, { ...objectAt(activation, node, 'promise'), id });
  return { promise, positional: [AWAITED, REJECTED].map((key) => settler(activation, node, promise, key)) };
}

/** A promise, and the callback `(error, value) => ...` that settles it. */
export function errbackAt(
  activation: Activation,
  node: ts.Node,
): { readonly promise: Value; readonly errback: Value } {
  const id = `t${activation.numbers.of(node)}`;
  const promise = allocate(activation, { ...objectAt(activation, node, 'promise'), id });
  return { promise, errback: settler(activation, node, promise, ERRBACK) };
}

/** Marks a settler that is given an error first, and what its promise resolves to second. */
const ERRBACK = '<errback>';

export const isErrback = ({ kind, id }: AbstractObject): boolean =>
  kind === 'settler' && id.includes(ERRBACK);

function settler(activation: Activation, node: ts.Node, promise: Value, key: string): Value {
  const id = `s${activation.numbers.of(node)}${key}`;
  const object = allocate(activation, { ...objectAt(activation, node, 'settler'), id, isMany: true });
  write(activation, object, PROMISE, promise, false);
  return object;
}

/** `resolve(value)`, `reject(reason)`. */
export function settle(activation: Activation, object: AbstractObject, args: CallArguments): Value {
  const promise = read(activation, valueOfObject(object), PROMISE);
  const isSecond = isErrback(object);
  const first = argumentAt(args, 0);
  const value = isSecond ? argumentAt(args, 1) : first;
  if (isSecond || object.id.includes(REJECTED)) write(activation, promise, REJECTED, first, false);
  if (!object.id.includes(REJECTED))
    write(activation, promise, AWAITED, read(activation, value, AWAITED), false);
  return NOTHING;
}
