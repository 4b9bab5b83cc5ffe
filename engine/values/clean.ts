/** What is known to be clean: no label comes from it, whatever its type says, and what is read from it is clean as well. */
import type { ModelNode } from '../models/index-face.ts';
import { type Value, valueOfNodes } from './value.ts';

/** Stands in a value as the rows of the catalogue do, so that reads and joins carry it along. */
const CLEAN_NODE: ModelNode = {
  id: -1,
  sources: [],
  sinks: [],
  clean: [],
  propagators: [],
  sanitizers: [],
  guards: [],
  isLeaf: false,
  members: new Map(),
  anyMember: undefined,
  member: () => CLEAN_NODE,
  step: (name) =>
    name === 'ReturnValue' || name === 'Instance' || name.endsWith('Call') ? undefined : CLEAN_NODE,
  argument: () => [],
  parameter: () => [],
  forCall: () => CLEAN_NODE,
};

/** A value that is known to be clean. */
export const CLEAN: Value = valueOfNodes([CLEAN_NODE]);

/** Whether a value, or one of those that were joined to it, is known to be clean: its type then has no say. */
export const isKnownClean = ({ nodes }: Value): boolean => nodes.has(CLEAN_NODE);
