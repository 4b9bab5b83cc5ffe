/** Callbacks that a modelled or unmodelled call is given: what rows hand them, and what they return. */
import { speaksOfCalls } from '../models/speaks-of-calls.ts';
import type { Activation } from '../activation.ts';
import { isFunctionObject } from './bound.ts';
import { isErrback } from './settlers.ts';
import { givenFromOutside, givesClean } from './from-outside.ts';
import { inputOf, keysOf, made } from './paths.ts';
import type { CallRequest } from './request.ts';
import { checkSinks } from './sinks.ts';
import { callValue } from '../interpreter.ts';
import { NO_ARGUMENTS, argumentAt } from '../summary.ts';
import { contentOf } from '../values/content.ts';
import { fork, joinStates } from '../values/state.ts';
import { perhaps } from '../values/unsure.ts';
import { type AbstractObject, NOTHING, type Value, join, valueOfNodes } from '../values/value.ts';
import type { CallPath, ModelNode } from '../models/index-face.ts';

export interface CallbackResult {
  readonly returned: Value;
  /** What it threw, where rows say what becomes of that. */
  readonly thrown: Value;
}

/** What came of the callback at an argument's index, or of the member that a path leads to. */
export type CallbackResults = ReadonlyMap<number | string, CallbackResult>;

/** Rows may hand a callback's result to its own parameter (`reduce`): two rounds are enough for its labels. */
const ROUNDS = 2;

/** Calls each callback with what rows say that it receives. */
export function callCallbacks(
  activation: Activation,
  nodes: readonly ModelNode[],
  request: CallRequest,
): CallbackResults {
  const results = new Map<number, CallbackResult>();
  const indexes = callableArguments(request);
  if (indexes.length === 0) return results;
  const isFed = nodes.some(({ propagators }) =>
    propagators.some(({ output }) => output.start.at === 'argument' && output.steps[0]?.step === 'parameter'),
  );
  for (let round = 0; round < (isFed ? ROUNDS : 1); round += 1) {
    for (const index of indexes) results.set(index, callGuarded(activation, nodes, request, index, results));
  }
  return results;
}

/** What a callback throws is thrown by the call, unless a row says what else becomes of it: a promise is rejected with it. */
function callGuarded(
  activation: Activation,
  nodes: readonly ModelNode[],
  request: CallRequest,
  index: number,
  results: CallbackResults,
): CallbackResult {
  const isTaken = nodes.some(({ propagators }) =>
    propagators.some(({ input: { start, steps } }) => {
      return start.at === 'argument' && start.from === index && steps[0]?.step === 'thrown';
    }),
  );
  if (!isTaken) return { returned: callOne(activation, nodes, request, index, results), thrown: NOTHING };
  const outer = activation.thrown;
  activation.thrown = NOTHING;
  const returned = callOne(activation, nodes, request, index, results);
  const { thrown } = activation;
  activation.thrown = outer;
  return { returned, thrown };
}

function callableArguments({ args }: CallRequest): readonly number[] {
  return args.positional.flatMap((value, index) => (isCallable(value) ? [index] : []));
}

function isCallable(value: Value): boolean {
  if (hasFunction(value)) return true;
  if ([...value.nodes].some(speaksOfCalls)) return true;
  for (const atom of value.atoms.values())
    if (atom.origin.kind === 'input' && atom.reach === 'value') return true;
  return false;
}

function callOne(
  activation: Activation,
  nodes: readonly ModelNode[],
  request: CallRequest,
  index: number,
  results: CallbackResults,
): Value {
  const callee = argumentAt(request.args, index);
  const { received, self } = receivedBy(activation, nodes, request, index, results);
  if (received.length === 0 && !hasFunction(callee)) return NOTHING;
  if (received.length === 0 && hasOnlyClasses(callee)) return NOTHING;
  const returning = nodes
    .flatMap((node) => node.argument(index, request.args.positional.length))
    .flatMap((argument) => argument.step('ReturnValue') ?? [])
    .filter(() => !givesClean(activation, callee));
  const positional =
    returning.length === 0 ? received : filled(received, givenFromOutside(activation, callee));
  const args = { ...NO_ARGUMENTS, self, positional, restFrom: positional.length };
  const before = fork(activation.state);
  const call = { callee: onlyCallable(callee), args, key: `${request.key}#${index}`, isNew: false };
  const result = perhaps(activation, () => callValue(activation, { ...request, ...call }));
  // It may be called later, or not at all: nothing that was there is surely gone.
  activation.state = joinStates(before, activation.state);
  for (const returned of returning) checkSinks(activation, returned, result, request.node, request.placeOf);
  return result;
}

/** Rows know better than types what a callback is given. */
function filled(received: readonly Value[], typed: readonly Value[]): readonly Value[] {
  const length = Math.max(received.length, typed.length);
  return Array.from({ length }, (_, at) => {
    const known = received[at];
    return known === undefined || known === NOTHING ? (typed[at] ?? NOTHING) : known;
  });
}

const hasFunction = (value: Value): boolean => [...value.objects.values()].some(isCode);

/**
 * A class is run only where rows say with what: most that is given a class keeps it. The callback of a function in its
 * promise form is called as any other.
 */
const isCode = (object: AbstractObject): boolean =>
  isFunctionObject(object) || object.kind === 'class' || isErrback(object);

const hasOnlyClasses = (value: Value): boolean =>
  value.nodes.size === 0 && [...value.objects.values()].every(({ kind }) => kind === 'class');

/** What is given may be data as well as a function: only the function is called. */
function onlyCallable(value: Value): Value {
  const objects = new Map([...value.objects].filter(([, object]) => isCode(object)));
  const atoms = new Map(
    [...value.atoms].filter(([, atom]) => atom.origin.kind === 'input' && atom.reach === 'value'),
  );
  return { objects, atoms, nodes: value.nodes };
}

interface Received {
  readonly received: readonly Value[];
  readonly self: Value;
}

/** The values that rows hand to the parameters of the callback at an index, and to its `this`. */
function receivedBy(
  activation: Activation,
  nodes: readonly ModelNode[],
  request: CallRequest,
  index: number,
  results: CallbackResults,
): Received {
  const received: (Value | undefined)[] = [];
  let self = NOTHING;
  for (const node of nodes) {
    for (const { row, input, output } of node.propagators) {
      const parameter = parameterOf(output, index, request.args.positional.length);
      if (parameter === undefined) continue;
      const value = inputOf(activation, request, input, results);
      const content = row.mode === 'taint' ? contentOf(activation, value) : value;
      const below = keysOf(activation, request, output.steps.slice(1));
      const handed = made(activation, request, below, `#${index}.${parameter}`, content);
      if (parameter === 'this') self = join(self, handed);
      else received[parameter] = join(received[parameter] ?? NOTHING, handed);
    }
    addModelNodes(activation, node, request, index, received);
  }
  return { received: Array.from(received, (value) => value ?? NOTHING), self };
}

/** A callback may receive something that rows speak of: a client, a logger, a request. */
function addModelNodes(
  activation: Activation,
  node: ModelNode,
  request: CallRequest,
  index: number,
  received: (Value | undefined)[],
): void {
  for (const argument of node.argument(index, request.args.positional.length)) {
    for (let parameter = 0; parameter < 4; parameter += 1) {
      const given = argument.parameter(parameter);
      if (given.length === 0) continue;
      received[parameter] = activation.arriveAt(join(received[parameter] ?? NOTHING, valueOfNodes(given)));
    }
  }
}

/** The parameter that an output names of the callback at an index, or undefined where it names none. */
function parameterOf({ start, steps }: CallPath, index: number, count: number): number | 'this' | undefined {
  const [first] = steps;
  if (start.at !== 'argument' || first?.step !== 'parameter') return undefined;
  const from = start.fromEnd === true ? count - start.to : start.from;
  const to = start.fromEnd === true ? count - start.from : start.to;
  return from <= index && index <= to ? first.index : undefined;
}

/** Functions given to code that nothing is known of are called with everything that it was given. */
export function callEscaped(activation: Activation, request: CallRequest, given: Value): Value {
  let result = NOTHING;
  for (const index of callableArguments(request)) {
    const callee = argumentAt(request.args, index);
    if (!hasFunction(callee)) continue;
    const args = { self: NOTHING, positional: [], rest: given, restFrom: 0 };
    result = join(
      result,
      callValue(activation, {
        ...request,
        callee: onlyFunctions(callee),
        args,
        key: `${request.key}#${index}`,
        isNew: false,
      }),
    );
  }
  return result;
}

function onlyFunctions(value: Value): Value {
  return {
    ...NOTHING,
    objects: new Map([...value.objects].filter(([, object]) => isFunctionObject(object))),
  };
}
