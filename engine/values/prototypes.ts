/** Prototypes: where a constructor function keeps the methods of what `new` makes of it. */
import type { AbstractObject } from './value.ts';

/** The prototype of a function or a class. All closures of one function share it, and their copies in the global heap. */
export function prototypeOf({ id, node }: AbstractObject): AbstractObject {
  const [base = id] = id.split('@');
  return { id: `P${base.replace(/^g+/, '')}`, kind: 'object', node, isGlobal: true, isMany: true };
}
