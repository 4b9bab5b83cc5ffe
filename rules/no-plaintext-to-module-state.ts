/** Plaintext in module state: bindings, collections, static fields, globals and what these keep. */
import { flowRule } from './flow-rule.ts';

/** Reports plaintext that reaches a sink of the kind `module-state`. */
export const noPlaintextToModuleState = flowRule('module-state');
