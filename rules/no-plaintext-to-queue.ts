/** Plaintext in queues: messages, jobs, events, and their topics, keys and headers. */
import { flowRule } from './flow-rule.ts';

/** Reports plaintext that reaches a sink of the kind `queue`. */
export const noPlaintextToQueue = flowRule('queue');
