/** Members of the language's own types, told by what a value is where its static type tells nothing: untyped JavaScript. */
import ts from 'typescript';
import type { Activation } from './activation.ts';
import type { Value } from './values/value.ts';
import type { ModelNode } from './models/index-face.ts';

/** What rows say of a member of the arrays, promises, functions and texts that a value may be. */
export function builtinNodes({ engine }: Activation, base: Value, name: string): readonly ModelNode[] {
  const { models } = engine;
  if (!models.memberNames.has(name)) return [];
  const memberOf = (type: string): ModelNode | undefined =>
    models.globalNode(type)?.step('Instance')?.member(name);
  return [...builtinTypes(base)].flatMap(
    (type) => memberOf(type) ?? (type === 'Array' ? memberOf('IteratorObject') : undefined) ?? [],
  );
}

/** What rows say of a member of texts: a constant is a text as long as nobody says otherwise. */
export function textNodes({ engine: { models } }: Activation, name: string): readonly ModelNode[] {
  if (!models.memberNames.has(name)) return [];
  return [models.globalNode('String')?.step('Instance')?.member(name) ?? []].flat();
}

/** Whether a static type says nothing of the members that its values have. */
export const isUntyped = (type: ts.Type): boolean =>
  (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;

/** Whether all values of a static type are texts, numbers and the like: nobody can write into one. */
export function isPrimitive(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every(isPrimitive);
  // A brand adds what no value has.
  return type.isIntersection() ? type.types.some(isPrimitive) : (type.flags & PRIMITIVE) !== 0;
}

const PRIMITIVE =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BigIntLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.ESSymbolLike |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Null |
  ts.TypeFlags.Void;

function builtinTypes(base: Value): ReadonlySet<string> {
  const types = new Set<string>();
  for (const { kind } of base.objects.values()) {
    const type = TYPES_OF_OBJECTS[kind];
    if (type !== undefined) types.add(type);
  }
  for (const node of base.nodes) if (node.step('Awaited') !== undefined) types.add('Promise');
  for (const { reach, origin } of base.atoms.values())
    // What comes from a source without a type of its own, or is made of one, is text as long as nobody says otherwise.
    if (reach === 'content' || origin.kind === 'source') types.add('String');
  return types;
}

/** An iterator that rows make is kept as the list of what it gives: what a list has no member for is the iterator's. */
const TYPES_OF_OBJECTS: Readonly<Record<string, string>> = {
  array: 'Array',
  promise: 'Promise',
  function: 'Function',
  bound: 'Function',
  generator: 'IteratorObject',
};
