/** Decorated methods: what a decorator puts in the place of the method is what a call of it runs. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { isFunctionObject } from './bound.ts';
import type { CallRequest } from './request.ts';
import { callValue, evaluate } from '../interpreter.ts';
import { NO_ARGUMENTS } from '../summary.ts';
import { allocate, read, write } from '../values/memory.ts';
import { type AbstractObject, NOTHING, type Value, joinAll, valueOfObject } from '../values/value.ts';

/** Marks the method itself, as its decorators are given it. */
const BARE = '#bare';

/** The functions that stand in the place of a decorated method, or undefined where none does. */
export function replacementsOf(
  activation: Activation,
  object: AbstractObject,
  request: CallRequest,
): Value | undefined {
  const method = object.functionNode;
  if (method === undefined || !ts.isMethodDeclaration(method) || object.id.endsWith(BARE)) return undefined;
  const decorators = ts.getDecorators(method) ?? [];
  if (decorators.length === 0) return undefined;
  let current: Value = valueOfObject(bare(activation, object));
  for (const { expression } of decorators.toReversed()) {
    const made = decoratedBy(activation, expression, current, method, request);
    if (made.objects.size > 0) current = made;
  }
  return current.objects.has(object.id + BARE) && current.objects.size === 1 ? undefined : current;
}

function bare(activation: Activation, object: AbstractObject): AbstractObject {
  const copy = { ...object, id: object.id + BARE };
  const captured = activation.state.heap.get(object.id);
  if (captured !== undefined) activation.state.heap.set(copy.id, captured);
  return copy;
}

/** What a decorator gives back, or puts into the descriptor that it is given. */
function decoratedBy(
  activation: Activation,
  expression: ts.Expression,
  method: Value,
  node: ts.MethodDeclaration,
  request: CallRequest,
): Value {
  const id = `d${activation.numbers.of(expression)}`;
  const descriptor = allocate(activation, { id, kind: 'object', node, isGlobal: false, isMany: false });
  write(activation, descriptor, 'value', method, true);
  const positional = [method, NOTHING, descriptor];
  const made = callValue(activation, {
    ...request,
    callee: evaluate(activation, expression),
    args: { ...NO_ARGUMENTS, positional, restFrom: positional.length },
    key: `${request.key}d`,
    isNew: false,
  });
  return onlyFunctions(
    joinAll([made, read(activation, made, 'value'), read(activation, descriptor, 'value')]),
    method,
  );
}

/** Wrappers stand for the method; the method itself only where there are none. */
function onlyFunctions(value: Value, method: Value): Value {
  const functions = [...value.objects].filter(([, one]) => isFunctionObject(one));
  const wrappers = functions.filter(([id]) => !method.objects.has(id));
  return { ...NOTHING, objects: new Map(wrappers.length > 0 ? wrappers : functions) };
}
