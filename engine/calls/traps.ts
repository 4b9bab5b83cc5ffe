/** Writes and calls that code of the program answers: setters of an object, and the traps of a proxy. */
import type ts from 'typescript';
import type { Activation } from '../activation.ts';
import { isFunctionObject } from './bound.ts';
import { callValue } from '../interpreter.ts';
import { ELEMENT, PROXIED, TRAPS } from '../keys.ts';
import { type CallArguments, NO_ARGUMENTS, argumentsFrom } from '../summary.ts';
import { allocate, read, write } from '../values/memory.ts';
import { fieldOf } from '../values/entries.ts';
import { type AbstractObject, NOTHING, type Value, isNothing, join, valueOfObject } from '../values/value.ts';
import { type CallRequest, requestAt } from './request.ts';

// labels(value) are in labels(parameters of the `set` trap) for each proxy that a member is written through
export function trapWrite(activation: Activation, base: Value, value: Value, node: ts.Node): void {
  for (const object of base.objects.values()) {
    const trap = trapOf(activation, object, 'set');
    if (trap === undefined) continue;
    const positional = [trap.target, NOTHING, value, base];
    callTrap(
      activation,
      trap,
      { ...requestAt(activation, node, NOTHING, NO_ARGUMENTS), isNew: false },
      positional,
    );
  }
}

/** What a call of a proxy gives that has a trap for calls, or undefined where it has none. */
export function trapCall(
  activation: Activation,
  object: AbstractObject,
  request: CallRequest,
): Value | undefined {
  const trap = trapOf(activation, object, request.isNew ? 'construct' : 'apply');
  if (trap === undefined) return undefined;
  const list = listOf(activation, request);
  const positional = request.isNew ? [trap.target, list] : [trap.target, request.args.self, list];
  return callTrap(activation, trap, { ...request, isNew: false }, positional);
}

/** What is read past no trap, and what the traps give of a member. */
interface Answered {
  readonly base: Value;
  readonly given: Value;
}

// labels(base.name) where proxies answer are in labels(answered.base.name) + labels(answered.given)
export function trapRead(activation: Activation, from: Value, name: string, node: ts.Node): Answered {
  let [base, given] = [from, NOTHING];
  if (from.objects.size === 0 || !activation.engine.index.literalsByMember.has('get')) return { base, given };
  for (const object of from.objects.values()) {
    const trap = trapOf(activation, object, 'get');
    if (trap === undefined || !isOwn(trap.callee)) continue;
    const request = { ...requestAt(activation, node, NOTHING, NO_ARGUMENTS), isNew: false };
    given = join(given, callTrap(activation, trap, request, [trap.target, NOTHING, from], [undefined, name]));
    base = without(without(base, trap.target), valueOfObject(object));
  }
  return { base, given };
}

/** Whether all that may be called is code of the program. */
const isOwn = ({ objects, atoms, nodes }: Value): boolean =>
  atoms.size + nodes.size === 0 && [...objects.values()].every(isFunctionObject);

function without(value: Value, other: Value): Value {
  const objects = new Map([...value.objects].filter(([id]) => !other.objects.has(id)));
  const atoms = new Map([...value.atoms].filter(([key]) => !other.atoms.has(key)));
  return { ...value, objects, atoms };
}

interface Trap {
  readonly callee: Value;
  readonly handler: Value;
  readonly target: Value;
}

function trapOf(activation: Activation, object: AbstractObject, name: string): Trap | undefined {
  const handler = fieldOf(activation, object, TRAPS);
  if (isNothing(handler)) return undefined;
  const callee = read(activation, handler, name);
  if (isNothing(callee)) return undefined;
  return { callee, handler, target: fieldOf(activation, object, PROXIED) };
}

function callTrap(
  activation: Activation,
  { callee, handler }: Trap,
  request: CallRequest,
  positional: readonly Value[],
  names: readonly (string | undefined)[] = [],
): Value {
  const namesAt = (index: number): readonly string[] | undefined => {
    const name = names[index];
    return name === undefined ? undefined : [name];
  };
  const restFrom = positional.length;
  const args: CallArguments = { ...NO_ARGUMENTS, self: handler, positional, restFrom, namesAt };
  return callValue(activation, { ...request, callee, args, key: `${request.key}^` });
}

/** The arguments of a call as the list that a trap is given. */
function listOf(activation: Activation, { args, node, key }: CallRequest): Value {
  const list = allocate(activation, { id: `o${key}^`, kind: 'array', node, isGlobal: false, isMany: false });
  args.positional.forEach((item, index) => write(activation, list, String(index), item, true));
  if (args.rest !== NOTHING) write(activation, list, ELEMENT, argumentsFrom(args, args.restFrom), false);
  return list;
}
