/** Plaintext in deferred work: timers, finalizers, contexts and promises that nothing awaits. */
import { flowRule } from './flow-rule.ts';

/** Reports plaintext that reaches a sink of the kind `deferred-work`. */
export const noPlaintextToDeferredWork = flowRule('deferred-work');
