/** What rows say of the children of a value that stands at their nodes. */
import {
  AWAITED,
  ELEMENT,
  MAP_KEY,
  MAP_VALUE,
  isAnyMember,
  kindOfKey,
  namesLeft,
  namesOut,
} from '../keys.ts';
import type { ModelNode, StepName } from '../models/index-face.ts';

const STEPS: ReadonlyMap<string, StepName> = new Map([
  [AWAITED, 'Awaited'],
  [ELEMENT, 'ArrayElement'],
  [MAP_KEY, 'MapKey'],
  [MAP_VALUE, 'MapValue'],
]);

export function* nodesAt(nodes: Iterable<ModelNode>, key: string): Generator<ModelNode> {
  for (const node of nodes) {
    if (isAnyMember(key)) {
      const [left, out] = [namesLeft(key), namesOut(key)];
      for (const [name, member] of node.members)
        if (left?.includes(name) !== false && !out.includes(name)) yield member;
      if (node.anyMember !== undefined) yield node.anyMember;
      continue;
    }
    const step = STEPS.get(kindOfKey(key));
    const next = step === undefined ? node.member(key) : node.step(step);
    // Whatever else rows say of a class's members.
    if (key === 'prototype') yield* instanceOf(node);
    if (next !== undefined) yield next;
    // A value that is not a promise is awaited as itself.
    else if (key === AWAITED) yield node;
  }
}

/** What rows say of a class's instances holds for its prototype. */
function* instanceOf(node: ModelNode): Generator<ModelNode> {
  const instance = node.step('Instance');
  if (instance !== undefined) yield instance;
}
