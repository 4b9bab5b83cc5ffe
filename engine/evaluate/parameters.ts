/** Parameters: the inputs of a unit, bound to their names. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { NO_ARGUMENTS, type CallArguments } from '../summary.ts';
import { atom, type Root } from '../values/atom.ts';
import { ELEMENT } from '../keys.ts';
import { read } from '../values/memory.ts';
import { join, valueOfAtoms, type Value } from '../values/value.ts';
import { evaluate } from './expressions.ts';
import { bindPattern } from './patterns.ts';
import { rootOf } from './names.ts';

/** Binds the parameters, and gives all arguments as they came, for a constructor that passes them on. */
export function bindParameters(activation: Activation, parameters: readonly ts.ParameterDeclaration[]): CallArguments {
  const named = parameters.filter(({ name }) => !(ts.isIdentifier(name) && name.text === 'this'));
  named.forEach((parameter, index) => {
    const value = inputValue(activation, parameterRoot(parameter, index));
    const initial = parameter.initializer === undefined ? value : join(value, evaluate(activation, parameter.initializer));
    bindPattern(activation, parameter.name, initial);
  });
  return { ...NO_ARGUMENTS, rest: read(activation, allArguments(activation), ELEMENT) };
}

/** The `arguments` object of a function. */
export function allArguments(activation: Activation): Value {
  return inputValue(activation, { key: 'rest0', kind: 'rest', index: 0, declared: undefined });
}

function parameterRoot(parameter: ts.ParameterDeclaration, index: number): Root {
  const kind = parameter.dotDotDotToken === undefined ? 'argument' : 'rest';
  return { key: `${kind}${index}`, kind, index, declared: parameter.name };
}

function inputValue(activation: Activation, root: Root): Value {
  const origin = { kind: 'input', root: rootOf(activation, root), path: [] } as const;
  return valueOfAtoms([atom(activation.numbers, { origin, reach: 'value' })]);
}
