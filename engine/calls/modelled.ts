/** Calls that rows of the catalogue speak of: sinks, propagators, sanitizers, and what the result is. */
import { isKnownClean } from '../values/clean.ts';
import { derivedFrom, derivedFromAll, isMeasured } from '../implicit-flows.ts';
import { speaksOfCalls } from '../models/speaks-of-calls.ts';
import type { Activation } from '../activation.ts';
import { callCallbacks, type CallbackResults } from './callbacks.ts';
import { propagate } from './propagate.ts';
import { textOfArgument, type CallRequest } from './request.ts';
import { sanitizedInPlace, sanitizedResult } from './sanitized.ts';
import { checkSinks, noteFinding } from './sinks.ts';
import { makeAtom } from '../values/atom.ts';
import { EVERYTHING, type Labelled } from '../labels.ts';
import { sinkName } from '../naming.ts';
import type ts from 'typescript';
import { argumentAt, argumentsFrom } from '../summary.ts';
import { NOTHING, type Value, join, joinAll, valueOfNodes } from '../values/value.ts';
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
  checkCall(activation, given);
  const shape = shapeOf(activation, given);
  const nodes = [...given.callee.nodes].map((node) => node.forCall(shape)).filter(speaksOfCalls);
  if (nodes.length === 0) return undefined;
  const count = given.args.positional.length;
  checkArguments(activation, nodes, given, count);
  const callbacks = callCallbacks(activation, nodes, given);
  const request = sanitizedInPlace(activation, nodes, given);
  const own = join(returned, propagate(activation, nodes, request, callbacks));
  const passed = nodes.every(onlyTakes) ? joinAll([own, ...returnedBy(callbacks)]) : own;
  const result = nodes.reduce((value, node) => sanitizedResult(activation, node, request, value), passed);
  return withDecision(activation, nodes, request, withResultNodes(activation, nodes, request, result));
}

/** Rows that say what a call takes, and nothing of what it gives: a span or a transaction gives what its callback gave. */
const onlyTakes = ({ propagators, sanitizers }: ModelNode): boolean =>
  propagators.length === 0 && sanitizers.length === 0;

const returnedBy = (callbacks: CallbackResults): readonly Value[] =>
  [...callbacks.values()].map(({ returned }) => returned);

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

/** Calls that write whatever is in memory: no argument carries it. */
function checkCall(activation: Activation, { callee, node, isNew }: CallRequest): void {
  const sinks = [...callee.nodes].flatMap((one) => one.step(isNew ? 'NewCall' : 'Call')?.sinks ?? []);
  for (const row of sinks)
    noteFinding(activation, everything(activation, node), { row, node, name: sinkName(node) }, node);
}

function everything(activation: Activation, node: ts.Node): Labelled {
  const tag = { label: 'plaintext', name: EVERYTHING, declaration: node };
  const origin = { kind: 'source', node, label: tag.label, name: EVERYTHING } as const;
  return { tag, atom: makeAtom(activation.numbers, { origin, reach: 'value' }) };
}

function checkArguments(
  activation: Activation,
  nodes: readonly ModelNode[],
  request: CallRequest,
  count: number,
): void {
  const { args, placeOf } = request;
  const last = args.rest === NOTHING ? count : Math.max(count, args.restFrom + 4);
  for (let index = 0; index < last; index += 1) {
    for (const argument of special(nodes.flatMap((node) => node.argument(index, last))))
      checkSinks(activation, argument, argumentAt(args, index), request.node, placeOf);
  }
  for (const self of special(nodes.flatMap((node) => node.argument('this', count))))
    checkSinks(activation, self, args.self, request.node, placeOf);
}

/** A row that counts alone silences those of the bases of its type. */
function special(nodes: readonly ModelNode[]): readonly ModelNode[] {
  const alone = nodes.filter(({ sinks }) => sinks.some((row) => row.alone === true));
  return alone.length > 0 ? alone : nodes;
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
