/** Plaintext in the browser: web storage, cookies, IndexedDB, caches, history and addresses. */
import { flowRule } from './flow-rule.ts';

/** Reports plaintext that reaches a sink of the kind `browser-storage`. */
export const noPlaintextToBrowserStorage = flowRule('browser-storage');
