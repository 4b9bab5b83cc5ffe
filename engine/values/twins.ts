/** Where objects live in the global heap, beside the state of a unit. */
import { CLEARED } from '../keys.ts';
import type { AbstractObject } from './value.ts';

/**
 * Itself, or a copy of what escaped. The static members of a class that a function makes are shared by its methods and
 * whoever names it: they are joined over all writes, whichever call has made the class.
 */
export function twinsOf(
  escaped: ReadonlyMap<string, AbstractObject>,
  object: AbstractObject,
): readonly AbstractObject[] {
  if (object.isGlobal) return [object];
  const copy = escaped.get(object.id);
  const known = copy === undefined ? [] : [copy];
  if (object.kind !== 'class') return known;
  return [...known, { ...object, id: staticsId(object.id), isGlobal: true }];
}

/** The id of the static members of a class that a function makes. */
export const staticsId = (id: string): string => `g${id.replace(/@.*/, '')}`;

/** Whether a copy gets what is written. What a class takes from around it is no static member. */
export function isKeptIn(twin: AbstractObject, object: AbstractObject, key: string): boolean {
  if (key === CLEARED) return false;
  return object.isGlobal || twin.id !== staticsId(object.id) || !key.startsWith('&');
}
