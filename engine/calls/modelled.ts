/** Calls that rows of the catalogue speak of: sinks, propagators, sanitizers, and what the result is. */
import { isKnownClean } from '../values/clean.ts';
import { derivedFrom, derivedFromAll, isMeasured } from '../implicit-flows.ts';
import { speaksOfCalls } from '../models/speaks-of-calls.ts';
import type { Activation } from '../activation.ts';
import { callCallbacks } from './callbacks.ts';
import { propagate } from './propagate.ts';
import { textOfArgument, type CallRequest } from './request.ts';
import { sanitizedInPlace, sanitizedResult } from './sanitized.ts';
import { checkSinks } from './sinks.ts';
import { argumentAt, argumentsFrom } from '../summary.ts';
import { NOTHING, type Value, join, valueOfNodes } from '../values/value.ts';
import type { CallShape, ModelNode } from '../models/index-face.ts';

/**
 * The result of a call that rows speak of, or undefined when none does. `returned` is what a body gives back, where the
 * callee has one.
 */
export function callModelled(
  activation: Activation,
  call: CallRequest,
  returned: Value = NOTHING,
): Value | undefined {
  const given = { ...call, made: new Set<string>() };
  const shape = shapeOf(activation, given);
  const nodes = [...given.callee.nodes].map((node) => node.forCall(shape)).filter(speaksOfCalls);
  if (nodes.length === 0) return undefined;
  const count = given.args.positional.length;
  for (const node of nodes) checkArguments(activation, node, given, count);
  const callbacks = callCallbacks(activation, nodes, given);
  const request = sanitizedInPlace(activation, nodes, given);
  const passed = join(returned, propagate(activation, nodes, request, callbacks));
  const result = nodes.reduce((value, node) => sanitizedResult(activation, node, request, value), passed);
  return withDecision(activation, nodes, request, withResultNodes(activation, nodes, request, result));
}

/** What a call gives back is decided by what it is given, unless a sanitizer says otherwise. */
function withDecision(
  activation: Activation,
  nodes: readonly ModelNode[],
  { args }: CallRequest,
  result: Value,
): Value {
  if (!activation.engine.policy.implicitFlows || isKnownClean(result)) return result;
  if (nodes.some(({ sanitizers }) => sanitizers.length > 0)) return result;
  const given = argumentsFrom(args, 0);
  if (!isMeasured(result.nodes)) return join(result, derivedFrom(activation, given));
  return join(result, derivedFromAll(activation, join(given, args.self)));
}

function shapeOf(activation: Activation, { node, args, isNew }: CallRequest): CallShape {
  return {
    isNew,
    count: args.rest === NOTHING ? args.positional.length : undefined,
    stringAt: (index) => textOfArgument(activation, node, index),
  };
}

function checkArguments(activation: Activation, node: ModelNode, request: CallRequest, count: number): void {
  const { args, placeOf } = request;
  const last = args.rest === NOTHING ? count : Math.max(count, args.restFrom + 4);
  for (let index = 0; index < last; index += 1) {
    for (const argument of node.argument(index, last)) {
      checkSinks(activation, argument, argumentAt(args, index), request.node, placeOf);
    }
  }
  for (const self of node.argument('this', count))
    checkSinks(activation, self, args.self, request.node, placeOf);
}

function withResultNodes(
  activation: Activation,
  nodes: readonly ModelNode[],
  request: CallRequest,
  result: Value,
): Value {
  const next = nodes.flatMap((node) => node.step(request.isNew ? 'Instance' : 'ReturnValue') ?? []);
  return next.length === 0 ? result : activation.arriveAt(join(result, valueOfNodes(next)));
}
