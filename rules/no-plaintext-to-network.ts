/** Plaintext on the network: bodies, addresses, queries and headers. */
import { flowRule } from './flow-rule.ts';

/** Reports plaintext that reaches a sink of the kind `network`. */
export const noPlaintextToNetwork = flowRule('network');
