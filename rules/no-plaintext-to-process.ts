/** Plaintext in other processes: their arguments, environment, input and messages. */
import { flowRule } from './flow-rule.ts';

/** Reports plaintext that reaches a sink of the kind `process`. */
export const noPlaintextToProcess = flowRule('process');
