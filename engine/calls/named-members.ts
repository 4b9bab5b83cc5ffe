/** What a list of names chooses of a value, at any depth: the replacer of `JSON.stringify`, the keys of a picker. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { listedNames } from '../evaluate/listed-names.ts';
import { ELEMENT } from '../keys.ts';
import { contentExcept, contentOf } from '../values/content.ts';
import { argumentAt } from '../summary.ts';
import { read } from '../values/memory.ts';
import { NOTHING, type Value, isNothing, joinAll } from '../values/value.ts';
import { isFunctionObject } from './bound.ts';
import { textOfArgument, type CallRequest } from './request.ts';

/** The members that the list at an argument names; the whole value where nobody knows the names. */
// labels(v.k) for each k in the list are in labels(namedMembers(v))
export function namedMembers(
  activation: Activation,
  { node, args }: CallRequest,
  value: Value,
  argument: number,
): Value {
  // A function is asked about each member: what it returns has rows of its own.
  if (isOnlyFunctions(argumentAt(args, argument))) return NOTHING;
  const names = namesAt(activation, node, argument);
  return names === undefined ? value : chosen(activation, value, names, 0);
}

/** The names in the list at an argument, where all of them are known. */
export function namesAt(
  activation: Activation,
  node: ts.Node,
  argument: number,
): readonly string[] | undefined {
  const list = ts.isCallExpression(node) || ts.isNewExpression(node) ? node.arguments?.[argument] : undefined;
  return list === undefined ? undefined : listedNames(activation, list);
}

/** All but the members that an argument names, alone or in a list; the whole value where nobody knows the names. */
// labels(v.k) for k that is not named are in labels(unnamedMembers(v))
export function unnamedMembers(
  activation: Activation,
  { node }: CallRequest,
  value: Value,
  argument: number,
): Value {
  const one = textOfArgument(activation, node, argument);
  const names = one === undefined ? namesAt(activation, node, argument) : [one];
  return names === undefined ? value : contentExcept(activation, value, names);
}

const isOnlyFunctions = ({ atoms, objects, nodes }: Value): boolean =>
  atoms.size + nodes.size === 0 && objects.size > 0 && [...objects.values()].every(isFunctionObject);

/** What lies deeper is taken whole. */
const MAX_DEPTH = 2;

function chosen(activation: Activation, value: Value, names: readonly string[], depth: number): Value {
  if (isNothing(value) || depth > MAX_DEPTH) return contentOf(activation, value);
  const own = { ...NOTHING, atoms: value.atoms, objects: value.objects };
  const children = [...names, ELEMENT].map((name) => read(activation, own, name));
  return joinAll(children.map((child) => chosen(activation, child, names, depth + 1)));
}
