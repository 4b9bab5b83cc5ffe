/** Parameters: the inputs of a unit, bound to their names. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { bindPattern, withDefault } from './patterns.ts';
import { rowsOf } from '../calls/own-rows.ts';
import { rootOf } from '../inputs.ts';
import { ELEMENT } from '../keys.ts';
import { namedParameters } from '../program/units.ts';
import { isOpenType } from '../tags/open-types.ts';
import { type CallArguments, NO_ARGUMENTS } from '../summary.ts';
import { type Root, makeAtom } from '../values/atom.ts';
import { read } from '../values/memory.ts';
import { type Value, join, valueOfAtoms, valueOfNodes } from '../values/value.ts';

/** Binds the parameters, and gives all arguments as they came, for a constructor that passes them on. */
export function bindParameters(
  activation: Activation,
  parameters: readonly ts.ParameterDeclaration[],
): CallArguments {
  namedParameters(parameters).forEach((parameter, index) => {
    const value = given(activation, parameter, index);
    bindPattern(activation, parameter.name, withDefault(activation, value, parameter.initializer));
  });
  return { ...NO_ARGUMENTS, rest: read(activation, allArguments(activation), ELEMENT) };
}

/** What is handed over, and what rows say that a function of the program is handed. */
function given(activation: Activation, parameter: ts.ParameterDeclaration, index: number): Value {
  const value = inputValue(activation, parameterRoot(activation, parameter, index));
  const { unit } = activation;
  if (ts.isSourceFile(unit)) return value;
  const nodes = rowsOf(activation, unit).flatMap((row) => row.parameter(index));
  if (nodes.length === 0) return value;
  activation.at = parameter.name;
  return activation.arriveAt(join(value, valueOfNodes(nodes)));
}

/** The `arguments` object of a function. */
export function allArguments(activation: Activation): Value {
  return inputValue(activation, { key: 'rest0', kind: 'rest', index: 0, declared: undefined });
}

function parameterRoot(
  { engine: { checker, oracle } }: Activation,
  parameter: ts.ParameterDeclaration,
  index: number,
): Root {
  const kind = parameter.dotDotDotToken === undefined ? 'argument' : 'rest';
  const declared = isOpenType(checker, oracle, parameter) ? undefined : parameter.name;
  return { key: `${kind}${index}`, kind, index, declared };
}

function inputValue(activation: Activation, root: Root): Value {
  const origin = { kind: 'input', root: rootOf(activation, root), path: [] } as const;
  return valueOfAtoms([makeAtom(activation.numbers, { origin, reach: 'value' })]);
}
