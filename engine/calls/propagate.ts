/** Propagators: what a modelled call passes from its input to its output. */
import type { CallPath, CallRow } from '../models/index-face.ts';
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { isPrimitive, isUntyped } from '../builtin-members.ts';
import { CONTENT, SPREAD } from '../keys.ts';
import { contentOf } from '../values/content.ts';
import { write } from '../values/memory.ts';
import type { CallbackResults } from './callbacks.ts';
import { callMembers, type MemberCall, addMemberCall } from './member-calls.ts';
import { inputOf, outputTo, resultObject } from './paths.ts';
import type { CallRequest } from './request.ts';
import { sinkName } from '../naming.ts';
import { contentThrough } from './conversions.ts';
import { NOTHING, type Value, join, withStep } from '../values/value.ts';
import type { ModelNode } from '../models/index-face.ts';
import type { Propagator } from '../models/rows.ts';

// labels(input) are in labels(output) for each row
export function propagate(
  activation: Activation,
  nodes: readonly ModelNode[],
  request: CallRequest,
  callbacks: CallbackResults,
): Value {
  const rows = nodes.flatMap((node) => node.propagators.flatMap((row) => inOrder(request, row)));
  const makesObject = rows.some(({ input }) => input.start.at === 'return');
  let result = makesObject ? resultObject(activation, request) : NOTHING;
  const results = resultsOfMembers(activation, rows, request, callbacks);
  for (const one of rows) {
    if (parameterIn(one.output) >= 0) continue;
    const passed = passedBy(activation, request, one, results);
    result = join(result, outputTo(activation, request, one.output, passed));
  }
  return result;
}

/** What an object takes over from several arguments it takes one after the other: a later one replaces what came before. */
function inOrder({ args }: CallRequest, row: CallRow<Propagator>): readonly CallRow<Propagator>[] {
  const { start, steps } = row.input;
  const last = row.output.steps.at(-1);
  if (start.at !== 'argument' || start.from === start.to || start.fromEnd === true) return [row];
  if (last?.step !== 'key' || last.key !== SPREAD || args.rest !== NOTHING) return [row];
  const count = Math.min(start.to, args.positional.length - 1) - start.from + 1;
  return Array.from({ length: Math.max(0, count) }, (_, offset) => {
    const at = start.from + offset;
    return { ...row, input: { start: { ...start, from: at, to: at }, steps } };
  });
}

const parameterIn = ({ steps }: CallPath): number => steps.findIndex(({ step }) => step === 'parameter');

/** Members that rows hand something to are called before their results are asked for. */
function resultsOfMembers(
  activation: Activation,
  rows: readonly CallRow<Propagator>[],
  request: CallRequest,
  callbacks: CallbackResults,
): CallbackResults {
  const calls = new Map<string, MemberCall>();
  for (const one of rows) {
    const parameter = parameterIn(one.output);
    if (parameter > 0)
      addMemberCall(calls, one.output, parameter, passedBy(activation, request, one, callbacks));
  }
  return calls.size === 0 ? callbacks : new Map([...callbacks, ...callMembers(activation, request, calls)]);
}

function passedBy(
  activation: Activation,
  request: CallRequest,
  one: CallRow<Propagator>,
  callbacks: CallbackResults,
): Value {
  const { row, input } = one;
  const given = inputOf(activation, request, input, callbacks);
  const value = isBoxed(activation, request, one) ? boxed(activation, request, given) : given;
  const passed = row.mode === 'taint' ? contentThrough(activation, value, row.through, request.node) : value;
  return withStep(passed, { node: request.node, what: `passed through ${sinkName(request.node)}` });
}

/** What shares the memory of an object that it is made of copies a text: `Buffer.from(text)`. */
function isBoxed(
  { engine: { checker } }: Activation,
  { node }: CallRequest,
  { row, input, output }: CallRow<Propagator>,
): boolean {
  if (row.mode !== 'value' || input.start.at !== 'argument' || input.steps.length > 0) return false;
  if (output.start.at !== 'return' || output.steps.length > 0) return false;
  const argument =
    ts.isCallExpression(node) || ts.isNewExpression(node) ? node.arguments?.[input.start.from] : undefined;
  if (argument === undefined) return false;
  const type = checker.getTypeAtLocation(argument);
  // Where the type does not tell, it may be a text: wiping the copy must not end its label.
  if (!isPrimitive(type) && !isUntyped(type)) return false;
  return (checker.getTypeAtLocation(node).flags & ts.TypeFlags.Object) !== 0;
}

// labels(value) are in labels(contentOf(boxed(value)))
function boxed(activation: Activation, request: CallRequest, value: Value): Value {
  const object = resultObject(activation, request);
  write(activation, object, CONTENT, contentOf(activation, value), false);
  return object;
}
