/** Plaintext in errors: messages, causes and own properties. */
import { flowRule } from './flow-rule.ts';

/** Reports plaintext that reaches a sink of the kind `error`. */
export const noPlaintextToError = flowRule('error');
