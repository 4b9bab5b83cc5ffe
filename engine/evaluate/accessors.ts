/** Getters and setters of object literals: functions that the object keeps beside its members. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { nameText } from '../program/program-index.ts';
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
