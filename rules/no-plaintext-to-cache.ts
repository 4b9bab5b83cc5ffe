/** Plaintext in caches: values, keys and tags, in the process and outside it. */
import { flowRule } from './flow-rule.ts';

/** Reports plaintext that reaches a sink of the kind `cache`. */
export const noPlaintextToCache = flowRule('cache');
