/** Plaintext in logs: messages, metadata and child bindings. */
import { flowRule } from './flow-rule.ts';

/** Reports plaintext that reaches a sink of the kind `log`. */
export const noPlaintextToLog = flowRule('log');
