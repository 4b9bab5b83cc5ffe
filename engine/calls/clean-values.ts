/** Clean values: what a sanitizer gives back, and what one has cleaned where it was. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import type { CallRequest } from './request.ts';
import { keysOf, startValue } from './paths.ts';
import { assignClean } from '../interpreter.ts';
import { CLEARED } from '../keys.ts';
import { unitAround } from '../program/units.ts';
import type { CallPath, ModelNode } from '../models/index-face.ts';
import { CLEAN } from '../values/clean.ts';
import { clearedValue } from '../values/cleared.ts';
import { contentOf } from '../values/content.ts';
import { entriesOf } from '../values/entries.ts';
import { allocate, read, write } from '../values/memory.ts';
import { NOTHING, type Value, join, mapAtoms, valueOfNodes } from '../values/value.ts';

/** A new clean object: what is written into it later counts. */
export function cleanObject(
  activation: Activation,
  node: ts.Node,
  key: string,
  nodes: Iterable<ModelNode>,
): Value {
  const object = allocate(activation, {
    id: `n${key}`,
    kind: 'object',
    node,
    isGlobal: false,
    isMany: false,
  });
  return join(join(object, CLEAN), valueOfNodes(nodes));
}

/** Cleans what a call was given, for every alias of it. Returns the call with what it then has been given. */
export function clearInPlace(
  activation: Activation,
  request: CallRequest,
  path: CallPath,
  cleared: readonly string[],
): CallRequest {
  const given = startValue(activation, request, path.start);
  const keys = keysOf(activation, request, path.steps);
  let target = given;
  for (const key of keys.slice(0, -1)) target = read(activation, target, key);
  const last = keys.at(-1);
  if (last !== undefined) {
    const value = read(activation, target, last);
    write(activation, target, last, clearedPart(activation, value, cleared), true);
    return request;
  }
  clearObjects(activation, given, cleared);
  const left = clearedAtoms(activation, given, cleared);
  if (left === given) return request;
  const expression = expressionAt(activation, request, path);
  if (expression !== undefined) assignClean(activation, expression, left);
  return withGiven(request, path, left);
}

function clearedPart(activation: Activation, value: Value, cleared: readonly string[]): Value {
  return cleared.length === 0
    ? CLEAN
    : clearedValue(activation.numbers, contentOf(activation, value), cleared);
}

function clearObjects(activation: Activation, value: Value, cleared: readonly string[]): void {
  if (cleared.length === 0) {
    write(activation, value, CLEARED, CLEAN, true);
    return;
  }
  for (const object of value.objects.values()) {
    const target = { ...NOTHING, objects: new Map([[object.id, object]]) };
    for (const [key, child] of entriesOf(activation, object))
      write(activation, target, key, clearedPart(activation, child, cleared), true);
  }
}

/** Content that is in no object, such as bytes: only the variable that holds it can be cleaned. */
function clearedAtoms(activation: Activation, value: Value, cleared: readonly string[]): Value {
  if (cleared.length > 0)
    return value.atoms.size === 0 ? value : clearedValue(activation.numbers, value, cleared);
  const kept = mapAtoms(value, (atom) => (atom.reach === 'content' ? undefined : atom));
  return kept.atoms.size === value.atoms.size ? value : join(kept, CLEAN);
}

/** The expression that stands where a path starts, in a call that this unit itself writes. */
function expressionAt(
  activation: Activation,
  { node }: CallRequest,
  { start }: CallPath,
): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || unitAround(node) !== activation.unit) return undefined;
  if (start.at === 'argument') return node.arguments[start.from];
  return ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : undefined;
}

function withGiven(request: CallRequest, { start }: CallPath, value: Value): CallRequest {
  const { args } = request;
  if (start.at === 'this') return { ...request, args: { ...args, self: value } };
  if (start.at !== 'argument') return request;
  const positional = args.positional.map((one, index) => (index === start.from ? value : one));
  return { ...request, args: { ...args, positional } };
}
