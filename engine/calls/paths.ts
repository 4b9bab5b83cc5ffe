/** The access paths of a row at one call: reading its input, writing its output. */
import ts from 'typescript';
import { unknownName } from '../evaluate/member-names.ts';
import { reachedUnder } from '../implicit-flows.ts';
import type { Activation } from '../activation.ts';
import { isFunctionObject } from './bound.ts';
import type { CallbackResult, CallbackResults } from './callbacks.ts';
import { namesAt, namedMembers, unnamedMembers } from './named-members.ts';
import { namingExpression, textOfArgument, type CallRequest } from './request.ts';
import { SHARED } from '../values/global-heap.ts';
import {
  ANY_MEMBER,
  AWAITED,
  CONTENT,
  ELEMENT,
  MAP_KEY,
  MAP_VALUE,
  REJECTED,
  SPREAD,
  namingParameter,
  passedNamedBy,
  valueNamedBy,
  valueUnder,
} from '../keys.ts';
import { answerWrite, callValue, readDeclared } from '../interpreter.ts';
import { NO_ARGUMENTS, argumentAt, argumentsFrom } from '../summary.ts';
import { childrenOf, contentOf } from '../values/content.ts';
import { allocate, read, write } from '../values/memory.ts';
import {
  type AbstractObject,
  NOTHING,
  type ObjectKind,
  type Value,
  join,
  joinAll,
  valueOfNodes,
  valueOfObject,
} from '../values/value.ts';
import type { CallPath, CallStart, PathStep } from '../models/index-face.ts';

/** What a row's input path names at a call. */
export function inputOf(
  activation: Activation,
  request: CallRequest,
  path: CallPath,
  callbacks: CallbackResults,
): Value {
  const outcome = path.steps.findIndex(({ step }) => step === 'return' || step === 'thrown');
  if (outcome >= 0) {
    const result = resultAt(activation, request, path, outcome, callbacks);
    const value = path.steps[outcome]?.step === 'return' ? result.returned : result.thrown;
    return follow(activation, request, value, path.steps.slice(outcome + 1));
  }
  return follow(activation, request, startValue(activation, request, path.start), path.steps);
}

/** What a callback returns, or a member: one that no row hands anything to is called with nothing. */
function resultAt(
  activation: Activation,
  request: CallRequest,
  { start, steps }: CallPath,
  at: number,
  callbacks: CallbackResults,
): CallbackResult {
  const isCallback = at === 0 && start.at === 'argument';
  const key = isCallback ? start.from : memberKey(start, steps.slice(0, at));
  const known = callbacks.get(key);
  if (known !== undefined || at === 0) return known ?? NO_RESULT;
  const owner = follow(activation, request, startValue(activation, request, start), steps.slice(0, at - 1));
  const member = follow(activation, request, owner, steps.slice(at - 1, at));
  const callee = calledIn(member, owner);
  if (callee === NOTHING) return NO_RESULT;
  const args = { ...NO_ARGUMENTS, self: owner };
  const memberCall = { ...request, callee, args, key: `${request.key}<${String(key)}`, isNew: false };
  return { returned: callValue(activation, memberCall), thrown: NOTHING };
}

/** The functions that a member holds, and in an object that is made here those that only the caller knows. */
function calledIn({ objects, atoms }: Value, owner: Value): Value {
  const isMade = owner.atoms.size === 0 && owner.objects.size > 0;
  const functions = new Map([...objects].filter(([, object]) => isFunctionObject(object)));
  const given = [...atoms].filter(([, { origin, reach }]) => origin.kind === 'input' && reach === 'value');
  const inputs = new Map(isMade ? given : []);
  return functions.size + inputs.size === 0 ? NOTHING : { ...NOTHING, objects: functions, atoms: inputs };
}

const NO_RESULT: CallbackResult = { returned: NOTHING, thrown: NOTHING };

/** Names a member by the path that leads to it from a call. */
export const memberKey = (start: CallStart, steps: readonly PathStep[]): string =>
  JSON.stringify([start, steps]);

export function startValue(activation: Activation, request: CallRequest, start: CallStart): Value {
  const { args } = request;
  switch (start.at) {
    case 'this':
      return args.self;
    case 'argument': {
      const count = args.positional.length;
      const from = start.fromEnd === true ? count - start.to : start.from;
      const to = start.fromEnd === true ? count - start.from : start.to;
      if (to === Infinity) return argumentsFrom(args, Math.max(0, from));
      return joinAll(Array.from({ length: to - from + 1 }, (_, offset) => argumentAt(args, from + offset)));
    }
    case 'shared':
      return valueOfObject(sharedObject(request, start.name));
    case 'near':
      return valueOfObject(nearObject(request, start.name));
    case 'return':
      return resultObject(activation, request);
    case 'thrown':
      return NOTHING;
  }
}

/** What the whole program shares under a name lives in the global heap. */
function sharedObject({ node }: CallRequest, name: string): AbstractObject {
  return { id: `${SHARED}${name}`, kind: 'object', node, isGlobal: true, isMany: true };
}

/** What the calls of one unit leave behind for each other. */
function nearObject({ node }: CallRequest, name: string): AbstractObject {
  return { id: `near:${name}`, kind: 'object', node, isGlobal: false, isMany: true };
}

export function follow(
  activation: Activation,
  request: CallRequest,
  start: Value,
  steps: readonly PathStep[],
): Value {
  let value = start;
  for (const step of steps) {
    if (step.step === 'key') value = readKeys(activation, request, value, step.key);
    else if (step.step === 'anyMember') value = anyMemberOf(activation, value);
    else if (step.step === 'named') value = namedMembers(activation, request, value, step.argument);
    else if (step.step === 'unnamed') value = unnamedMembers(activation, request, value, step.argument);
    else if (step.step === 'return') value = returnedBy(activation, request, value);
  }
  return value;
}

/** `Member[{1}]` is what the second argument names: a member, or each of a list. */
function readKeys(activation: Activation, request: CallRequest, value: Value, key: string): Value {
  const listed = NAMED.test(key) ? namesAt(activation, request.node, Number(key[1])) : undefined;
  const keys = listed ?? [keyAt(activation, request, key)];
  return joinAll(keys.map((one) => readTyped(activation, request, value, one)));
}

/** What the functions that a value holds give back, a getter in a descriptor, or what rows know there: a stream's writer. */
function returnedBy(activation: Activation, request: CallRequest, callee: Value): Value {
  const known = [...callee.nodes].flatMap((node) => node.step('ReturnValue') ?? []);
  const named = known.length === 0 ? NOTHING : valueOfNodes(known);
  if (![...callee.objects.values()].some(isFunctionObject)) return named;
  const key = `${request.key}()`;
  return join(named, callValue(activation, { ...request, callee, args: NO_ARGUMENTS, key, isNew: false }));
}

/** A member of something that only its type is known of may be what rows say of that type. */
function readTyped(activation: Activation, request: CallRequest, value: Value, key: string): Value {
  const { checker, models } = activation.engine;
  let child = read(activation, value, key);
  for (const object of value.objects.values())
    child = join(child, readDeclared(activation, object, key, request.node));
  if (!models.memberNames.has(key)) return child;
  const declared = [...value.atoms.values()].flatMap(({ origin }) => {
    if (origin.kind === 'source' || origin.path.length > 0) return [];
    return (origin.kind === 'typed' ? origin.node : origin.root.declared) ?? [];
  });
  const nodes = declared.flatMap((node) => models.instanceNodes(checker.getTypeAtLocation(node)));
  return activation.arriveAt(join(child, valueOfNodes(nodes.flatMap((node) => node.member(key) ?? []))));
}

function anyMemberOf(activation: Activation, value: Value): Value {
  const children = [...value.objects.values()].flatMap((object) => childrenOf(activation, object));
  const content = contentOf(activation, { ...NOTHING, atoms: value.atoms });
  return join(joinAll(children), content);
}

/** Puts a value where a row's output path says. Returns what the call's result holds of it. */
export function outputTo(activation: Activation, request: CallRequest, path: CallPath, value: Value): Value {
  const keys = keysOf(activation, request, path.steps);
  switch (path.start.at) {
    case 'return':
      return made(activation, request, keys, '', value);
    case 'thrown':
      activation.thrown = join(activation.thrown, made(activation, request, keys, 't', value));
      // What catches it finds the error as it was made.
      if (keys.length > 0) activation.handlers.at(-1)?.reached(activation.state);
      return NOTHING;
    case 'near':
    case 'shared':
    case 'this':
    case 'argument':
      if (path.steps.every(({ step }) => step === 'key' || step === 'anyMember'))
        writeInto(activation, request, path.start, keys, join(value, reachedUnder(activation)));
      return NOTHING;
  }
}

export function keysOf(
  activation: Activation,
  request: CallRequest,
  steps: readonly PathStep[],
): readonly string[] {
  return steps.flatMap((step) =>
    step.step === 'key' ? [keyAt(activation, request, step.key)] : [ANY_MEMBER],
  );
}

/** `{1}` is the member that the second argument names. */
const NAMED = /^\{\d\}$/;

/**
 * `&>emitted:{0}` and `<value>:{0}` are told apart by the text of the first argument, where it is known before the
 * program runs.
 */
function keyAt(activation: Activation, { node }: CallRequest, key: string): string {
  if (NAMED.test(key))
    return textOfArgument(activation, node, Number(key[1])) ?? givenName(activation, node, Number(key[1]));
  const [, base, index] = NAMED_PART.exec(key) ?? [];
  if (base === undefined) return key;
  const text = textOfArgument(activation, node, Number(index)) ?? '';
  const naming = text === '' ? namingParameter(givenName(activation, node, Number(index))) : undefined;
  if (naming === undefined || naming.byElements)
    return base === MAP_VALUE ? valueUnder(text) : `${base}:${text}`;
  return base === MAP_VALUE ? valueNamedBy(naming.parameter) : passedNamedBy(base, naming.parameter);
}

/** A parameter's name is its caller's to say. */
function givenName(activation: Activation, node: ts.Node, index: number): string {
  const isCall = ts.isCallExpression(node) || ts.isNewExpression(node);
  const argument = isCall ? node.arguments?.[index] : undefined;
  return argument === undefined
    ? ANY_MEMBER
    : unknownName(activation, namingExpression(activation, argument));
}

/** A key that an argument names a part of. */
const NAMED_PART = /^(.+):\{(\d)\}$/;

/** What the call makes: an object for each key on the way. */
export function made(
  activation: Activation,
  request: CallRequest,
  keys: readonly string[],
  path: string,
  value: Value,
): Value {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  const target = madeObject(activation, request, path, KINDS[key]);
  write(activation, target, key, made(activation, request, rest, `${path}/${key}`, value), false);
  return target;
}

/** Several rows may put their part into one object: the call makes it once. */
function madeObject(
  activation: Activation,
  { node, key, made: ids }: CallRequest,
  path: string,
  kind: ObjectKind = 'object',
): Value {
  const object: AbstractObject = { id: `o${key}${path}`, kind, node, isGlobal: false, isMany: false };
  if (ids?.has(object.id) === true) return valueOfObject(object);
  ids?.add(object.id);
  return allocate(activation, object);
}

/** The object that the call makes, whatever rows put into it. */
export function resultObject(activation: Activation, request: CallRequest): Value {
  return madeObject(activation, request, '');
}

const KINDS: Readonly<Record<string, ObjectKind>> = {
  [AWAITED]: 'promise',
  [REJECTED]: 'promise',
  [ELEMENT]: 'array',
  [MAP_KEY]: 'object',
  [MAP_VALUE]: 'object',
};

function writeInto(
  activation: Activation,
  request: CallRequest,
  start: CallStart,
  keys: readonly string[],
  value: Value,
): void {
  let target = startValue(activation, request, start);
  for (const key of keys.slice(0, -1)) target = read(activation, target, key);
  const last = keys.at(-1);
  write(
    activation,
    target,
    last ?? CONTENT,
    last === undefined ? contentOf(activation, value) : value,
    last === SPREAD,
  );
  if (last !== undefined) answerWrite(activation, target, last, value, request.node);
}
