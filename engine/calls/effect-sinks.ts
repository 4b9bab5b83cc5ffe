/** What a function writes into something that its caller has handed over, where rows say that the place is a sink. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { WRITTEN } from '../keys.ts';
import type { ModelNode } from '../models/index-face.ts';
import type { Effect } from '../summary.ts';
import { nodesAt } from '../values/nodes-at.ts';
import { stepsOf } from '../values/trace.ts';
import type { Atom } from '../values/atom.ts';
import { type AbstractObject, NOTHING, type Value } from '../values/value.ts';
import { checkSinks } from './sinks.ts';
import { isWithin } from './within.ts';

export interface AppliedEffect {
  readonly effect: Effect;
  readonly key: string;
  /** What is written, and into what, as the caller knows them. */
  readonly written: Value;
  readonly into: Value;
}

/** Only the caller knows that `draft` in `(draft) => { draft.text = body; }` belongs to a store. */
export function checkEffect(
  activation: Activation,
  { effect, key, written, into }: AppliedEffect,
  callee: AbstractObject | undefined,
  call: ts.Node,
): void {
  const models = modelsAt([...into.nodes, ...typedNodes(activation, effect, call)], key);
  if (models.length === 0) return;
  const isInline = isWithin(callee, call);
  for (const part of partsOf(written)) {
    const write = (isInline ? part.write : undefined) ?? writeOf(effect) ?? call;
    const place = isInline ? write : call;
    // Labels of the function's own are in it whoever calls.
    const placeOf = ({ key: one }: Atom): ts.Node =>
      (effect.value.atoms.get(one)?.origin.kind ?? 'input') === 'input' ? place : write;
    for (const model of models) checkSinks(activation, model, part.value, write, placeOf);
  }
}

/** What went into a stream went into its `write`. */
function modelsAt(nodes: readonly ModelNode[], key: string): readonly ModelNode[] {
  if (key !== WRITTEN) return [...nodesAt(nodes, key)];
  return nodes.flatMap((node) => node.member('write')?.argument(0, 1) ?? []);
}

/** What rows say of the very argument by its type: the parameter's own may be more general. */
function typedNodes({ engine }: Activation, { target, key }: Effect, call: ts.Node): readonly ModelNode[] {
  const { origin } = target;
  if (key !== WRITTEN && !engine.models.memberNames.has(key)) return [];
  if (origin.kind !== 'input' || origin.root.kind !== 'argument' || origin.path.length > 0) return [];
  const given = ts.isCallExpression(call) || ts.isNewExpression(call) ? call.arguments : undefined;
  const argument = given?.slice(0, origin.root.index + 1).some(ts.isSpreadElement)
    ? undefined
    : given?.[origin.root.index];
  return argument === undefined
    ? []
    : engine.models.instanceNodes(engine.checker.getTypeAtLocation(argument));
}

/** The last thing that happened to what is written. */
function writeOf({ value }: Effect): ts.Node | undefined {
  const [atom] = value.atoms.values();
  return stepsOf(atom?.trace).at(-1)?.node;
}

interface Part {
  readonly value: Value;
  /** The assignment of an object that is written down in it. */
  readonly write: ts.Node | undefined;
}

/** Objects that were written one or the other have places of their own. */
function partsOf(written: Value): readonly Part[] {
  const parts = [...written.objects].map(([id, object]) => ({
    value: { ...NOTHING, objects: new Map([[id, object]]) },
    write: assignmentOf(object.node),
  }));
  if (parts.every(({ write }) => write === undefined)) return [{ value: written, write: undefined }];
  return [{ value: { ...written, objects: NOTHING.objects }, write: undefined }, ...parts];
}

function assignmentOf(node: ts.Node): ts.Node | undefined {
  const { parent } = node;
  return ts.isObjectLiteralExpression(node) && ts.isBinaryExpression(parent) && parent.right === node
    ? parent
    : undefined;
}
