/** Calls that rows of the catalogue speak of: sinks, propagators, sanitizers, and what the result is. */
import { speaksOfCalls } from '../models/speaks-of-calls.ts';
import type { Activation } from '../activation.ts';
import { type CallbackResults, callCallbacks } from './callbacks.ts';
import { propagate } from './propagate.ts';
import { textOfArgument, type CallRequest } from './request.ts';
import { checkSinks } from './sinks.ts';
import { type CallArguments, argumentAt } from '../summary.ts';
import { clearedBy, clearedValue } from '../values/cleared.ts';
import { NOTHING, type Value, join, valueOfNodes } from '../values/value.ts';
import type { CallShape, ModelNode } from '../models/index-face.ts';

/** The result of a call that rows speak of, or undefined when none does. */
export function callModelled(activation: Activation, request: CallRequest): Value | undefined {
  const shape = shapeOf(activation, request);
  const nodes = [...request.callee.nodes].map((node) => node.forCall(shape)).filter(speaksOfCalls);
  if (nodes.length === 0) return undefined;
  const count = request.args.positional.length;
  for (const node of nodes) checkArguments(activation, node, request, count);
  const callbacks = callCallbacks(activation, nodes, request);
  return withResultNodes(activation, nodes, request, resultOf(activation, nodes, request, callbacks));
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

function resultOf(
  activation: Activation,
  nodes: readonly ModelNode[],
  request: CallRequest,
  callbacks: CallbackResults,
): Value {
  const result = propagate(activation, nodes, request, callbacks);
  return nodes.reduce((value, node) => sanitized(activation, node, value, request.args), result);
}

/** A sanitizer's result does not hold its input's content: at all, or for some kinds and labels only. */
function sanitized(activation: Activation, node: ModelNode, value: Value, args: CallArguments): Value {
  let result = value;
  for (const { row, output, input } of node.sanitizers) {
    if (output.start.at !== 'return') continue;
    const cleared = clearedBy(row);
    if (cleared.length === 0) return { ...NOTHING, nodes: value.nodes };
    const source = input.start.at === 'argument' ? argumentAt(args, input.start.from) : args.self;
    result = join(result, clearedValue(activation.numbers, source, cleared));
  }
  return result;
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
