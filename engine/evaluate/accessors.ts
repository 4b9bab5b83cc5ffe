/** Getters and setters of object literals: functions that the object keeps beside its members. */
import ts from 'typescript';
import { nameText } from '../program/program-index.ts';

/** Where an object keeps its getters and setters, with what they have taken from around them. */
export const accessorKey = (node: ts.AccessorDeclaration): string =>
  `&${ts.isGetAccessor(node) ? 'get' : 'set'} ${nameText(node.name)}`;
