/** Propagators: what a modelled call passes from its input to its output. */
import type { CallPath, CallRow } from '../models/index-face.ts';
import type { Activation } from '../activation.ts';
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
  const rows = nodes.flatMap((node) => node.propagators);
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
  { row, input }: CallRow<Propagator>,
  callbacks: CallbackResults,
): Value {
  const value = inputOf(activation, request, input, callbacks);
  const passed = row.mode === 'taint' ? contentThrough(activation, value, row.through, request.node) : value;
  return withStep(passed, { node: request.node, what: `passed through ${sinkName(request.node)}` });
}
