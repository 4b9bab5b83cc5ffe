/** Propagators: what a modelled call passes from its input to its output. */
import type { Activation } from '../activation.ts';
import type { CallbackResults } from './callbacks.ts';
import { inputOf, outputTo } from './paths.ts';
import type { CallRequest } from './request.ts';
import { sinkName } from '../naming.ts';
import { contentOf } from '../values/memory.ts';
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
      if (output.steps[0]?.step === 'parameter') continue;
      const value = inputOf(activation, request, input, callbacks);
      const passed = row.mode === 'taint' ? contentOf(activation, value) : value;
      const stepped = withStep(passed, { node: request.node, what: `passed through ${name}` });
      result = join(result, outputTo(activation, request, output, stepped));
    }
  }
  return result;
}
