/** Writes and calls that code of the program answers: setters of an object, and the traps of a proxy. */
import type ts from 'typescript';
import type { Activation } from '../activation.ts';
import { callValue } from '../interpreter.ts';
import { ELEMENT, PROXIED, TRAPS } from '../keys.ts';
import { type CallArguments, NO_ARGUMENTS, argumentsFrom } from '../summary.ts';
import { allocate, read, write } from '../values/memory.ts';
import { fieldOf } from '../values/entries.ts';
import { type AbstractObject, NOTHING, type Value, isNothing } from '../values/value.ts';
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
): Value {
  const args: CallArguments = { ...NO_ARGUMENTS, self: handler, positional, restFrom: positional.length };
  return callValue(activation, { ...request, callee, args, key: `${request.key}^` });
}

/** The arguments of a call as the list that a trap is given. */
function listOf(activation: Activation, { args, node, key }: CallRequest): Value {
  const list = allocate(activation, { id: `o${key}^`, kind: 'array', node, isGlobal: false, isMany: false });
  args.positional.forEach((item, index) => write(activation, list, String(index), item, true));
  if (args.rest !== NOTHING) write(activation, list, ELEMENT, argumentsFrom(args, args.restFrom), false);
  return list;
}
