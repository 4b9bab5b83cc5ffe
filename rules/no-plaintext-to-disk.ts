/** Plaintext in files: their contents, their paths and their names. */
import { flowRule } from './flow-rule.ts';

/** Reports plaintext that reaches a sink of the kind `disk`. */
export const noPlaintextToDisk = flowRule('disk');
