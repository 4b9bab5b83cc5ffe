/** Propagators: what a modelled call passes from its input to its output. */
import type { CallRow } from '../models/index-face.ts';
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
  let result = NOTHING;
  const calls = new Map<string, MemberCall>();
  for (const { row, input, output } of nodes.flatMap((node) => node.propagators)) {
    if (input.start.at === 'return') result = join(result, resultObject(activation, request));
    const parameter = output.steps.findIndex(({ step }) => step === 'parameter');
    if (parameter === 0) continue;
    const passed = passedBy(activation, request, { row, input, output }, callbacks);
    if (parameter > 0) addMemberCall(calls, output, parameter, passed);
    else result = join(result, outputTo(activation, request, output, passed));
  }
  callMembers(activation, request, [...calls.values()]);
  return result;
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
