/** Getters and setters of object literals: functions that the object keeps beside its members. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { nameText } from '../program/program-index.ts';
import { PROTOTYPE } from '../keys.ts';
import { fieldOf } from '../values/entries.ts';
import { read } from '../values/memory.ts';
import { type AbstractObject, valueOfObject } from '../values/value.ts';

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
