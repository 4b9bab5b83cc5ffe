/** Generators both ways: what is sent into one by `next(value)`, `throw(error)` and `yield*`, and what comes out then. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { resumeSummary } from './apply.ts';
import { CALLEE, SENT, SENT_ERROR, rememberedArguments } from './remembered.ts';
import { type CallRequest, requestAt } from './request.ts';
import { objectAt, rootOf } from '../inputs.ts';
import { visitBelow } from '../program/syntax.ts';
import { AWAITED, ELEMENT, REJECTED, RETURNED } from '../keys.ts';
import { NO_ARGUMENTS, argumentAt } from '../summary.ts';
import { makeAtom } from '../values/atom.ts';
import { allocate, read, write } from '../values/memory.ts';
import {
  type AbstractObject,
  NOTHING,
  type Value,
  join,
  joinAll,
  valueOfAtoms,
  valueOfObject,
} from '../values/value.ts';

/** What a `yield` is worth: whatever the next call sends in. It may also throw there. */
export function sentValue(activation: Activation, node: ts.YieldExpression): Value {
  if (activation.handlers.length > 0)
    activation.thrown = join(activation.thrown, sentInput(activation, SENT_ERROR, undefined));
  return sentInput(activation, SENT, node);
}

function sentInput(activation: Activation, key: string, declared: ts.Node | undefined): Value {
  const root = rootOf(activation, { key, kind: 'sent', index: 0, declared });
  const origin = { kind: 'input', root, path: [] } as const;
  return valueOfAtoms([makeAtom(activation.numbers, { origin, reach: 'value' })]);
}

/** Where a method keeps the generator that it was read from. */
const GENERATOR = '&generator';

/** The methods that resume a generator, as values: bound to it by what they are read from. */
export function readResumption(activation: Activation, object: AbstractObject, name: string): Value {
  if (name !== 'next' && name !== 'throw' && !(name === 'return' && overrulesItsEnd(object))) return NOTHING;
  const id = `${name}~${object.id}`;
  const method = allocate(activation, { ...object, id, kind: 'resumption', isGlobal: false, isMany: true });
  write(activation, method, GENERATOR, valueOfObject(object), false);
  return method;
}

/** Whether a generator that is told to end may give something else: from a `finally` that yields or returns. */
function overrulesItsEnd({ node }: AbstractObject): boolean {
  let found = false;
  visitBelow(node, (child) => {
    found ||= ts.isTryStatement(child) && child.finallyBlock !== undefined;
    return !found;
  });
  return found;
}

/** `generator.next(value)`, `generator.throw(error)`, `generator.return(value)`. */
export function resume(activation: Activation, method: AbstractObject, request: CallRequest): Value {
  const generators = read(activation, valueOfObject(method), GENERATOR);
  const given = argumentAt(request.args, 0);
  const key = method.id.startsWith('throw~') ? SENT_ERROR : SENT;
  const isEnd = method.id.startsWith('return~');
  if (!isEnd) for (const object of generators.objects.values()) send(activation, object, request, key, given);
  const item = allocate(activation, objectAt(activation, request.node, 'object'));
  const own = join(read(activation, generators, ELEMENT), read(activation, generators, RETURNED));
  const value = isEnd ? join(own, given) : own;
  write(activation, item, 'value', value, false);
  if (!isAsync(method.node)) return item;
  const id = `p${activation.numbers.of(request.node)}`;
  const promise = allocate(activation, { ...objectAt(activation, request.node, 'promise'), id });
  write(activation, promise, AWAITED, item, false);
  return promise;
}

function isAsync(node: ts.Node): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
}

/** Runs a generator once more with what is sent in: what comes of that is added to what it gives anyway. */
function send(
  activation: Activation,
  object: AbstractObject,
  request: CallRequest,
  key: string,
  given: Value,
): void {
  const generator = valueOfObject(object);
  for (const callee of read(activation, generator, CALLEE).objects.values()) {
    const args = rememberedArguments(activation, generator);
    const made = resumeSummary(activation, callee, args, request, new Map([[key, given]]));
    for (const field of [ELEMENT, RETURNED, REJECTED])
      write(activation, generator, field, read(activation, made, field), false);
  }
}

/** `yield* other()`: what is sent in goes on to the other generator, and its result comes back. */
export function delegate(activation: Activation, value: Value, node: ts.YieldExpression): Value {
  const request = requestAt(activation, node, NOTHING, NO_ARGUMENTS);
  const sent = sentValue(activation, node);
  const results = [...value.objects.values()].map((object) => {
    if (object.kind !== 'generator') return NOTHING;
    send(activation, object, request, SENT, sent);
    send(activation, object, request, SENT_ERROR, sentInput(activation, SENT_ERROR, undefined));
    return read(activation, valueOfObject(object), RETURNED);
  });
  return joinAll(results);
}
