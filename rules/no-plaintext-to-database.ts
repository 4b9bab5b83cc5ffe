/** Plaintext in databases: values, statements, filters and names. */
import { flowRule } from './flow-rule.ts';

/** Reports plaintext that reaches a sink of the kind `database`. */
export const noPlaintextToDatabase = flowRule('database');
