/** Plaintext in object stores: bodies, keys, metadata and tags. */
import { flowRule } from './flow-rule.ts';

/** Reports plaintext that reaches a sink of the kind `object-store`. */
export const noPlaintextToObjectStore = flowRule('object-store');
