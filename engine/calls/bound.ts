/** `call`, `apply` and `bind` of any function: the language's own ways to call it otherwise. */
import { speaksOfCalls } from '../models/speaks-of-calls.ts';
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { type CallRequest, requestAt } from './request.ts';
import { objectAt } from '../inputs.ts';
import { callValue } from '../interpreter.ts';
import { ELEMENT } from '../keys.ts';
import { type CallArguments, argumentAt } from '../summary.ts';
import { allocate, read, write } from '../values/memory.ts';
import { type AbstractObject, NOTHING, type Value, join, valueOfObject } from '../values/value.ts';

/** Where a bound function keeps what it was bound with. Not shown, as nothing that starts with `&` is. */
const TARGET = '&target';
const SELF = '&self';
const boundKey = (index: number): string => `&bound${index}`;

/** Arguments of an array that is spread by `apply`: more share the last place. */
const MAX_APPLIED = 6;

/** The result of `target.call(...)`, `.apply(...)` or `.bind(...)`, or undefined where the name is a member of something else. */
export function callMethodOfFunction(
  activation: Activation,
  node: ts.CallExpression,
  target: Value,
  name: string,
  args: CallArguments,
): Value | undefined {
  if (!hasCallable(target)) return undefined;
  switch (name) {
    case 'call': {
      const positional = args.positional.slice(1);
      const shifted = {
        self: argumentAt(args, 0),
        positional,
        rest: args.rest,
        restFrom: Math.max(0, args.restFrom - 1),
      };
      return callValue(activation, requestAt(activation, node, target, shifted));
    }
    case 'apply':
      return callValue(activation, requestAt(activation, node, target, applied(activation, args)));
    case 'bind':
      return bind(activation, node, target, args);
    default:
      return undefined;
  }
}

function hasCallable(value: Value): boolean {
  if ([...value.nodes].some(speaksOfCalls)) return true;
  if ([...value.objects.values()].some(isFunctionObject)) return true;
  return [...value.atoms.values()].some(({ origin, reach }) => origin.kind === 'input' && reach === 'value');
}

export const isFunctionObject = ({ kind }: AbstractObject): boolean =>
  kind === 'function' || kind === 'bound';

function applied(activation: Activation, args: CallArguments): CallArguments {
  const list = argumentAt(args, 1);
  const positional = Array.from({ length: MAX_APPLIED }, (_, index) => read(activation, list, String(index)));
  return {
    self: argumentAt(args, 0),
    positional,
    rest: read(activation, list, ELEMENT),
    restFrom: MAX_APPLIED,
  };
}

function bind(activation: Activation, node: ts.CallExpression, target: Value, args: CallArguments): Value {
  const bound = allocate(activation, {
    ...objectAt(activation, node, 'bound'),
    id: `b${activation.numbers.of(node)}`,
  });
  write(activation, bound, TARGET, target, false);
  write(activation, bound, SELF, argumentAt(args, 0), false);
  args.positional.slice(1).forEach((value, index) => write(activation, bound, boundKey(index), value, false));
  return bound;
}

/** A call of what `bind` made. */
export function callBound(activation: Activation, object: AbstractObject, request: CallRequest): Value {
  const bound = valueOfObject(object);
  const first = boundArguments(activation, bound, object);
  const { positional, rest, restFrom } = request.args;
  return callValue(activation, {
    ...request,
    callee: read(activation, bound, TARGET),
    args: {
      self: join(read(activation, bound, SELF), NOTHING),
      positional: [...first, ...positional],
      rest,
      restFrom: restFrom + first.length,
    },
  });
}

function boundArguments(activation: Activation, bound: Value, { node }: AbstractObject): readonly Value[] {
  const count = ts.isCallExpression(node) ? Math.max(0, node.arguments.length - 1) : 0;
  return Array.from({ length: count }, (_, index) => read(activation, bound, boundKey(index)));
}
