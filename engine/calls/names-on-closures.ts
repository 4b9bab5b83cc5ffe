/** `const idOf = memberNamed('id')`: a function keeps the names that the call which made it was given. */
import type ts from 'typescript';
import type { Activation } from '../activation.ts';
import { namedParameters } from '../program/units.ts';
import type { CallArguments } from '../summary.ts';
import { CLEAN } from '../values/clean.ts';
import { write } from '../values/memory.ts';
import { type AbstractObject, valueOfObject } from '../values/value.ts';

const mark = (parameter: number, byElements: boolean): string =>
  `&named ${parameter}${byElements ? '*' : ''} `;

/** Notes on a function that a call of `maker` has made which names its parameters were given. */
export function noteNames(
  activation: Activation,
  closure: AbstractObject,
  maker: AbstractObject | undefined,
  { namesAt }: CallArguments,
): void {
  const node = closure.functionNode;
  if (node === undefined || maker?.functionNode === undefined || namesAt === undefined) return;
  const { symbols } = activation.engine.scopes.capturesOf(node);
  const captured = new Set([...symbols].map(({ valueDeclaration }) => valueDeclaration));
  namedParameters(maker.functionNode.parameters).forEach((parameter, index) => {
    if (captured.has(parameter)) noteGiven(activation, closure, parameter, index, namesAt);
  });
}

function noteGiven(
  activation: Activation,
  closure: AbstractObject,
  parameter: ts.ParameterDeclaration,
  index: number,
  namesAt: NonNullable<CallArguments['namesAt']>,
): void {
  const isRest = parameter.dotDotDotToken !== undefined;
  for (const byElements of isRest ? [true] : [false, true]) {
    const key = mark(activation.numbers.of(parameter), byElements);
    for (const name of namesAt(index, { isRest, byElements }) ?? [])
      write(activation, valueOfObject(closure), key + name, CLEAN, false);
  }
}

/** The names that a parameter around a function was given when the function was made, where that is known. */
export function namesOn(
  { state, globals, reader }: Activation,
  closure: AbstractObject,
  parameter: number,
  byElements: boolean,
): readonly string[] | undefined {
  const start = mark(parameter, byElements);
  const keys = closure.isGlobal
    ? globals.keys(closure.id, reader)
    : [...(state.heap.get(closure.id)?.keys() ?? [])];
  const names = keys.flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : []));
  return names.length === 0 ? undefined : names;
}
