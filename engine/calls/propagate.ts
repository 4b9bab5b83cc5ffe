/** Propagators: what a modelled call passes from its input to its output. */
import { callValue } from '../interpreter.ts';
import type { CallPath } from '../models/index-face.ts';
import type { Activation } from '../activation.ts';
import type { CallbackResults } from './callbacks.ts';
import { inputOf, outputTo, follow, startValue } from './paths.ts';
import type { CallRequest } from './request.ts';
import { sinkName } from '../naming.ts';
import { contentOf } from '../values/content.ts';
import { NOTHING, type Value, join, withStep } from '../values/value.ts';
import type { ModelNode } from '../models/index-face.ts';

// labels(input) are in labels(output) for each row
export function propagate(
  activation: Activation,
  nodes: readonly ModelNode[],
  request: CallRequest,
  callbacks: CallbackResults,
): Value {
  let result = NOTHING;
  const name = sinkName(request.node);
  for (const node of nodes) {
    for (const { row, input, output } of node.propagators) {
      const parameter = output.steps.findIndex(({ step }) => step === 'parameter');
      if (parameter === 0) continue;
      const value = inputOf(activation, request, input, callbacks);
      const passed = row.mode === 'taint' ? contentOf(activation, value) : value;
      const stepped = withStep(passed, { node: request.node, what: `passed through ${name}` });
      if (parameter > 0) callMember(activation, request, output, parameter, stepped);
      else result = join(result, outputTo(activation, request, output, stepped));
    }
  }
  return result;
}

/** An output into the parameter of a member's function: `Argument[0].Member[write].Parameter[0]`. */
function callMember(
  activation: Activation,
  request: CallRequest,
  path: CallPath,
  parameter: number,
  value: Value,
): void {
  const self = follow(activation, startValue(request, path.start), path.steps.slice(0, parameter - 1));
  const callee = follow(activation, self, path.steps.slice(parameter - 1, parameter));
  const step = path.steps[parameter];
  const index = step?.step === 'parameter' ? step.index : 0;
  const positional = Array.from({ length: index + 1 }, (_, at) => (at === index ? value : NOTHING));
  const args = { self, positional, rest: NOTHING, restFrom: positional.length };
  callValue(activation, { ...request, callee, args, key: `${request.key}>`, isNew: false });
}
