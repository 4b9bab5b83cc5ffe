/**
 * Functions that leave a unit with its result share variables of it: what one writes another may show, whoever calls
 * them. Their callers may be outside the program, so the unit itself tries them.
 */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { callFunction } from '../calls/apply.ts';
import { typedValue } from '../inputs.ts';
import { type CallArguments, NO_ARGUMENTS } from '../summary.ts';
import { fork, joinStates } from '../values/state.ts';
import { perhaps } from '../values/unsure.ts';
import { type AbstractObject, NOTHING, type Value } from '../values/value.ts';

/** One call writes what the next one shows. */
const ROUNDS = 2;

/** Findings of calls of what leaves, in any order. Nothing that they do is told to the unit's callers. */
export function callLeaving(activation: Activation, result: Value): void {
  if (ts.isSourceFile(activation.unit)) return;
  const leaving = functionsIn(activation, result).filter((one) => sharesState(activation, one));
  if (leaving.length === 0) return;
  const { state, thrown } = activation;
  activation.state = fork(activation.exit);
  for (let round = 0; round < ROUNDS; round += 1) for (const one of leaving) tryCall(activation, one);
  Object.assign(activation, { state, thrown });
}

/** A call that somebody may make or not: nothing that was there is surely gone. */
export function tryCall(activation: Activation, callee: AbstractObject): void {
  const before = fork(activation.state);
  const args = declaredArguments(activation, callee);
  perhaps(activation, () => callFunction(activation, callee, args, callee.node));
  activation.state = joinStates(before, activation.state);
}

/** What the declared types of its parameters say that a function is called with. */
function declaredArguments(activation: Activation, { functionNode }: AbstractObject): CallArguments {
  const { oracle } = activation.engine;
  const parameters = (functionNode?.parameters ?? []).filter((one) => !isThisParameter(one));
  const positional = parameters.map((one) => {
    const isTagged =
      one.dotDotDotToken === undefined && oracle.hasTags && oracle.treeAt(one.name) !== undefined;
    return isTagged ? typedValue(activation, one.name, false) : NOTHING;
  });
  return { ...NO_ARGUMENTS, positional, restFrom: positional.length };
}

const isThisParameter = ({ name }: ts.ParameterDeclaration): boolean =>
  ts.isIdentifier(name) && name.text === 'this';

/** A function that writes to what it captured, shows it, or calls it. */
function sharesState({ engine, reader }: Activation, { functionNode }: AbstractObject): boolean {
  if (functionNode === undefined) return false;
  const { effects, sinks, calls } = engine.summaryOf(functionNode, reader, false);
  const used = [
    ...effects.map(({ target }) => target),
    ...sinks.map(({ atom }) => atom),
    ...calls.flatMap(({ callee }) => [...callee.atoms.values()]),
  ];
  return used.some(({ origin }) => origin.kind === 'input' && origin.root.kind === 'capture');
}

/** The functions that a value holds, at any depth. */
function functionsIn({ exit }: Activation, value: Value): readonly AbstractObject[] {
  const found = new Map<string, AbstractObject>();
  const pending = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const object of next.objects.values()) {
      if (object.isGlobal || found.has(object.id)) continue;
      found.set(object.id, object);
      for (const field of exit.heap.get(object.id)?.values() ?? []) pending.push(field.value);
    }
  }
  return [...found.values()].filter(({ kind }) => kind === 'function');
}
