/** Writes and calls that code of the program answers: setters of an object, and the traps of a proxy. */
import type ts from 'typescript';
import type { Activation } from '../activation.ts';
import { isFunctionObject } from './bound.ts';
import { callValue, readDeclared } from '../interpreter.ts';
import { ELEMENT, PROXIED, TRAPS } from '../keys.ts';
import { type CallArguments, NO_ARGUMENTS, argumentsFrom } from '../summary.ts';
import { allocate, read, write } from '../values/memory.ts';
import { fieldOf } from '../values/entries.ts';
import { type AbstractObject, NOTHING, type Value, isNothing, join, valueOfObject } from '../values/value.ts';
import { type CallRequest, requestAt } from './request.ts';

/** The member that is read or written: its name, where it is known before the program runs, or what its name is made of. */
interface Asked {
  readonly name?: string;
  readonly key?: Value;
}

// labels(value) are in labels(parameters of the `set` trap) for each proxy that a member is written through
export function trapWrite(
  activation: Activation,
  base: Value,
  { name, key = NOTHING }: Asked,
  value: Value,
  node: ts.Node,
): void {
  for (const object of base.objects.values()) {
    const trap = trapOf(activation, object, 'set', node);
    const request = plainRequest(activation, node);
    if (trap !== undefined) callTrap(activation, trap, request, [key, value, base], [undefined, name]);
    else if (isTrapped(activation, 'defineProperty')) define(activation, object, { name, key }, value, node);
  }
}

/** A write that no `set` answers defines the member. */
function define(
  activation: Activation,
  object: AbstractObject,
  { name, key }: { readonly name: string | undefined; readonly key: Value },
  value: Value,
  node: ts.Node,
): void {
  const trap = trapOf(activation, object, 'defineProperty', node);
  if (trap === undefined) return;
  const id = `o${activation.numbers.of(node)}^`;
  const about = allocate(activation, { id, kind: 'object', node, isGlobal: false, isMany: false });
  write(activation, about, 'value', value, false);
  callTrap(activation, trap, plainRequest(activation, node), [key, about], [undefined, name]);
}

/** Runs what answers a question about a member, or its removal: `key in proxy`, `delete proxy[key]`. */
// labels(key) are in labels(parameters of the trap) for each proxy that is asked
export function trapAsk(
  activation: Activation,
  base: Value,
  name: 'has' | 'deleteProperty',
  key: Value,
  node: ts.Node,
): void {
  if (!isTrapped(activation, name)) return;
  for (const object of base.objects.values()) {
    const trap = trapOf(activation, object, name, node);
    if (trap !== undefined) callTrap(activation, trap, plainRequest(activation, node), [key]);
  }
}

const plainRequest = (activation: Activation, node: ts.Node): CallRequest => ({
  ...requestAt(activation, node, NOTHING, NO_ARGUMENTS),
  isNew: false,
});

/** Whether any code of the program is called like a trap. */
function isTrapped({ engine: { index } }: Activation, name: string): boolean {
  return (
    index.literalsByMember.has(name) || index.classesByMember.has(name) || index.assignedMembers.has(name)
  );
}

/** What a call of a proxy gives that has a trap for calls, or undefined where it has none. */
export function trapCall(
  activation: Activation,
  object: AbstractObject,
  request: CallRequest,
): Value | undefined {
  const trap = trapOf(activation, object, request.isNew ? 'construct' : 'apply', request.node);
  if (trap === undefined) return undefined;
  const list = listOf(activation, request);
  const positional = request.isNew ? [list] : [request.args.self, list];
  return callTrap(activation, trap, { ...request, isNew: false }, positional);
}

/** What is read past no trap, and what the traps give of a member. */
interface Answered {
  readonly base: Value;
  readonly given: Value;
}

// labels(base.name) where proxies answer are in labels(answered.base.name) + labels(answered.given)
export function trapRead(
  activation: Activation,
  from: Value,
  { name, key = NOTHING }: Asked,
  node: ts.Node,
): Answered {
  let [base, given] = [from, NOTHING];
  if (from.objects.size === 0 || !isTrapped(activation, 'get')) return { base, given };
  for (const object of from.objects.values()) {
    const trap = trapOf(activation, object, 'get', node);
    if (trap === undefined || !isOwn(trap.callee)) continue;
    const request = plainRequest(activation, node);
    given = join(given, callTrap(activation, trap, request, [key, from], [undefined, name]));
    base = without(without(base, trap.target), valueOfObject(object));
  }
  return { base, given };
}

/** Whether all that may be called is code of the program. What a type says beside it is no other code. */
const isOwn = ({ objects, atoms, nodes }: Value): boolean =>
  objects.size > 0 &&
  nodes.size === 0 &&
  [...objects.values()].every(isFunctionObject) &&
  [...atoms.values()].every(({ origin }) => origin.kind === 'typed' && origin.fallback);

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

function trapOf(
  activation: Activation,
  object: AbstractObject,
  name: string,
  node: ts.Node,
): Trap | undefined {
  const handler = fieldOf(activation, object, TRAPS);
  if (isNothing(handler)) return undefined;
  let callee = read(activation, handler, name);
  for (const one of handler.objects.values())
    callee = join(callee, readDeclared(activation, one, name, node));
  if (isNothing(callee)) return undefined;
  return { callee, handler, target: fieldOf(activation, object, PROXIED) };
}

/** Calls a trap: with the target, and what follows it. */
function callTrap(
  activation: Activation,
  { callee, handler, target }: Trap,
  request: CallRequest,
  given: readonly Value[],
  names: readonly (string | undefined)[] = [],
): Value {
  const positional = [target, ...given];
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
