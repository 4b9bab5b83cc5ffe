/** Getters and setters that objects keep beside their members: of literals, and those that calls have defined. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { nameText } from '../program/program-index.ts';
import { classOf } from '../inputs.ts';
import { PROTOTYPE, definedAccessor } from '../keys.ts';
import { fieldOf } from '../values/entries.ts';
import { read } from '../values/memory.ts';
import { prototypeOf } from '../values/prototypes.ts';
import { ancestorsOf } from './heritage.ts';
import { type AbstractObject, type Value, valueOfObject } from '../values/value.ts';

/** Where an object keeps its getters and setters, with what they have taken from around them. */
export const accessorKey = (node: ts.AccessorDeclaration): string =>
  `&${ts.isGetAccessor(node) ? 'get' : 'set'} ${nameText(node.name)}`;

/** The accessor as the object was made with it. */
export function keptAccessors(
  activation: Activation,
  object: AbstractObject,
  accessor: ts.AccessorDeclaration,
): readonly AbstractObject[] {
  return [...read(activation, valueOfObject(object), accessorKey(accessor)).objects.values()];
}

/** What `Object.defineProperty` gave the objects of a value, or their prototypes, to answer under a name. */
export function definedAccessors(
  activation: Activation,
  { objects }: Value,
  kind: 'get' | 'set',
  name: string,
): readonly AbstractObject[] {
  if (!activation.engine.index.definesMembers) return [];
  const key = definedAccessor(kind, name);
  const holders = [...objects.values()].flatMap((object) => [
    ...withPrototypes(activation, object),
    ...classPrototypes(activation, object),
  ]);
  const found = holders.flatMap((one) => [...read(activation, valueOfObject(one), key).objects.values()]);
  return found.filter((one) => one.kind === 'function');
}

function classPrototypes(activation: Activation, { classNode }: AbstractObject): readonly AbstractObject[] {
  if (classNode === undefined) return [];
  return ancestorsOf(activation, classNode).map((one) => prototypeOf(classOf(activation, one)));
}

/** An object and what it finds members in that it does not have itself, nearest first. */
export function withPrototypes(activation: Activation, object: AbstractObject): readonly AbstractObject[] {
  const found = new Map([[object.id, object]]);
  // A map grows while it is walked.
  for (const one of found.values()) {
    if (found.size > MAX_PROTOTYPES) break;
    for (const [id, above] of fieldOf(activation, one, PROTOTYPE).objects)
      if (!found.has(id)) found.set(id, above);
  }
  return [...found.values()];
}

const MAX_PROTOTYPES = 8;
