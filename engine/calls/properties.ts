/** Members that rows give a behaviour: a read runs their `Getter`, a write their `Setter`. */
import type ts from 'typescript';
import type { Activation } from '../activation.ts';
import { NO_ARGUMENTS } from '../summary.ts';
import { NOTHING, type Value, valueOfNodes } from '../values/value.ts';
import { callModelled } from './modelled.ts';
import type { ModelNode } from '../models/index-face.ts';

/** What rows say that a read of a member gives, besides what the object holds under its name. */
export function runGetters(
  activation: Activation,
  nodes: Iterable<ModelNode>,
  self: Value,
  node: ts.Node,
): Value {
  const getters = [...nodes].flatMap((one) => one.step('Getter') ?? []);
  if (getters.length === 0) return NOTHING;
  return (
    callModelled(activation, {
      callee: valueOfNodes(getters),
      args: { ...NO_ARGUMENTS, self },
      node,
      placeOf: () => node,
      key: `${activation.numbers.of(node)}`,
      isNew: false,
    }) ?? NOTHING
  );
}

/** What rows do with a value that is assigned to a member. */
export function runSetters(
  activation: Activation,
  nodes: Iterable<ModelNode>,
  self: Value,
  value: Value,
  node: ts.Node,
): void {
  const setters = [...nodes].flatMap((one) => one.step('Setter') ?? []);
  if (setters.length === 0) return;
  callModelled(activation, {
    callee: valueOfNodes(setters),
    args: { ...NO_ARGUMENTS, self, positional: [value], restFrom: 1 },
    node,
    placeOf: () => node,
    key: `${activation.numbers.of(node)}`,
    isNew: false,
  });
}
