/**
 * Code from strings. A flag of V8 forbids it too, but with any such flag Node no longer fits the code that it was built
 * with and compiles itself at every boot: a third of the time that a session process has. So the ways to it are taken
 * out of reach instead, all five of them, before the bundle is loaded.
 */
import { fix, isOwner } from './freeze.ts';

/** Replaces `eval` and the constructors of the four kinds of functions, which nothing else leads to. */
export function closeCodeStrings(): void {
  const kinds = [function () {}, async function () {}, function* () {}, async function* () {}];
  const [plain] = kinds.map(refusedConstructor);
  fix(globalThis, 'Function', plain);
  fix(globalThis, 'eval', plain);
}

// It has the prototype of the one that it replaces, so that `instanceof` and comparisons with it go on working.
function refusedConstructor(kind: object): () => never {
  const prototype: unknown = Object.getPrototypeOf(kind);
  if (!isOwner(prototype)) throw new TypeError('a function has a prototype');
  const refused = function (): never {
    throw new EvalError('a session process runs no code from strings');
  };
  Object.defineProperty(refused, 'name', { value: prototype.constructor.name });
  Object.defineProperty(refused, 'prototype', { value: prototype, writable: false });
  Object.defineProperty(prototype, 'constructor', { value: refused });
  return refused;
}
