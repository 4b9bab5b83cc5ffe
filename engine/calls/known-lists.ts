/** Methods of lists whose items are all known: each item keeps, or gets, its place. The language's own lists. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { reachedUnder } from '../implicit-flows.ts';
import { objectAt } from '../inputs.ts';
import { type CallArguments, argumentAt } from '../summary.ts';
import { itemsOf, writeItems } from '../values/lists.ts';
import { build, write } from '../values/memory.ts';
import { textOfArgument } from './request.ts';
import { type AbstractObject, NOTHING, type Value, join } from '../values/value.ts';

/** What a method leaves in the list, and what it gives back: a list of its own, or an item. */
interface Outcome {
  readonly left?: readonly Value[];
  readonly list?: readonly Value[];
  readonly item?: Value;
  /** The list itself is given back. */
  readonly isSame?: true;
}

/** The numbers among the arguments, where they are known before the program runs. */
type NumberAt = (index: number) => number | undefined;

/** The items of an argument, where it is a list of known ones; itself, where it is no list. */
type ItemsAt = (index: number) => readonly Value[] | undefined;

type Method = (
  items: readonly Value[],
  args: CallArguments,
  numberAt: NumberAt,
  itemsAt: ItemsAt,
) => Outcome | undefined;

const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['push', (items, { positional }) => ({ left: [...items, ...positional], item: NOTHING })],
  ['unshift', (items, { positional }) => ({ left: [...positional, ...items], item: NOTHING })],
  ['pop', (items) => ({ left: items.slice(0, -1), item: items.at(-1) ?? NOTHING })],
  ['shift', (items) => ({ left: items.slice(1), item: items[0] ?? NOTHING })],
  ['reverse', (items) => ({ left: items.toReversed(), isSame: true })],
  ['toReversed', (items) => ({ list: items.toReversed() })],
  ['at', at],
  ['concat', joined],
  ['with', replaced],
  ['slice', sliced],
  ['splice', spliced],
]);

/** The result of a method of a list, or undefined where items or places are not known. */
export function callListMethod(
  activation: Activation,
  node: ts.CallExpression,
  callee: Value,
  args: CallArguments,
): Value | undefined {
  const name = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : '';
  const method = METHODS.get(name);
  if (method === undefined || callee.nodes.size === 0 || args.rest !== NOTHING) return undefined;
  const [list, ...others] = args.self.objects.values();
  if (list === undefined || others.length > 0) return undefined;
  const items = itemsOf(activation, args.self);
  const outcome =
    items &&
    method(
      items,
      args,
      (index) => numberAt(activation, node, index),
      (index) => itemsAt(activation, node, args, index),
    );
  return outcome && apply(activation, node, list, args.self, outcome);
}

function numberAt(activation: Activation, node: ts.CallExpression, index: number): number | undefined {
  const argument = node.arguments[index];
  if (argument === undefined) return undefined;
  const isNegative = ts.isPrefixUnaryExpression(argument) && argument.operator === ts.SyntaxKind.MinusToken;
  if (isNegative && ts.isNumericLiteral(argument.operand)) return -Number(argument.operand.text);
  const text =
    textOfArgument(activation, node, index) ?? (ts.isNumericLiteral(argument) ? argument.text : '');
  return /^-?\d+$/.test(text) ? Number(text) : undefined;
}

function itemsAt(
  activation: Activation,
  node: ts.CallExpression,
  args: CallArguments,
  index: number,
): readonly Value[] | undefined {
  const value = argumentAt(args, index);
  const argument = node.arguments[index];
  const isText = argument !== undefined && isTextual(activation.engine.checker.getTypeAtLocation(argument));
  return isText ? [value] : itemsOf(activation, value);
}

const isTextual = (type: ts.Type): boolean =>
  (type.flags & ts.TypeFlags.StringLike) !== 0 || (type.isIntersection() && type.types.some(isTextual));

function apply(
  activation: Activation,
  node: ts.CallExpression,
  list: AbstractObject,
  self: Value,
  { left, list: made, item, isSame }: Outcome,
): Value {
  if (left !== undefined) writeItems(activation, list, left.map(under(activation)));
  if (isSame === true) return self;
  if (made === undefined) return item ?? NOTHING;
  return build(activation, objectAt(activation, node, 'array'), (value) => {
    made.forEach((one, index) => write(activation, value, String(index), one, true));
  });
}

/** Where implicit flows are asked for, what decides that the list is changed is in it as well. */
function under(activation: Activation): (item: Value) => Value {
  const control = reachedUnder(activation);
  return (item) => join(item, control);
}

function at(items: readonly Value[], _args: CallArguments, numberAt: NumberAt): Outcome | undefined {
  const index = numberAt(0);
  return index === undefined ? undefined : { item: items.at(index) ?? NOTHING };
}

function replaced(items: readonly Value[], args: CallArguments, numberAt: NumberAt): Outcome | undefined {
  const index = numberAt(0);
  const isInside = index !== undefined && index < items.length && index >= -items.length;
  return isInside ? { list: items.with(index, argumentAt(args, 1)) } : undefined;
}

function joined(
  items: readonly Value[],
  { positional }: CallArguments,
  _numberAt: NumberAt,
  itemsAt: ItemsAt,
): Outcome | undefined {
  const others = positional.map((_, index) => itemsAt(index));
  return others.every((one) => one !== undefined) ? { list: [...items, ...others.flat()] } : undefined;
}

function sliced(items: readonly Value[], args: CallArguments, numberAt: NumberAt): Outcome | undefined {
  const bounds = args.positional.map((_, index) => numberAt(index));
  if (bounds.some((bound) => bound === undefined)) return undefined;
  return { list: items.slice(bounds[0], bounds[1]) };
}

function spliced(items: readonly Value[], args: CallArguments, numberAt: NumberAt): Outcome | undefined {
  const start = numberAt(0);
  const count = args.positional.length > 1 ? numberAt(1) : items.length;
  if (start === undefined || count === undefined) return undefined;
  const left = items.toSpliced(start, count, ...args.positional.slice(2));
  const from = start < 0 ? Math.max(0, items.length + start) : start;
  return { left, list: items.slice(from, from + count) };
}
