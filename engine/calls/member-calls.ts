/** Calls of functions that are members of what a modelled call was given: `Argument[0].Member[write].Parameter[0]`. */
import type { Activation } from '../activation.ts';
import { callValue } from '../interpreter.ts';
import type { CallPath, CallStart, PathStep } from '../models/index-face.ts';
import { NOTHING, type Value, isNothing, join } from '../values/value.ts';
import { isFunctionObject } from './bound.ts';
import { follow, keysOf, made, memberKey, startValue } from './paths.ts';
import type { CallbackResult } from './callbacks.ts';
import type { CallRequest } from './request.ts';

/** One call of one member, with what all rows together hand to it. */
export interface MemberCall {
  readonly start: CallStart;
  /** From the start to the member. */
  readonly steps: readonly PathStep[];
  readonly handed: { readonly output: CallPath; readonly value: Value }[];
}

/** Adds what a row hands to the parameter of a member that stands at a place of its output path. */
export function addMemberCall(
  calls: Map<string, MemberCall>,
  output: CallPath,
  parameter: number,
  value: Value,
): void {
  const { start } = output;
  const steps = output.steps.slice(0, parameter);
  const key = memberKey(start, steps);
  const call = calls.get(key) ?? { start, steps, handed: [] };
  calls.set(key, call);
  call.handed.push({ output, value });
}

/** What each member returns, by the path that leads to it. */
export function callMembers(
  activation: Activation,
  request: CallRequest,
  calls: ReadonlyMap<string, MemberCall>,
): readonly (readonly [string, CallbackResult])[] {
  return [...calls].map(([key, call], place) => {
    const returned = callMember(activation, request, call, place);
    return [key, { returned, thrown: NOTHING }] as const;
  });
}

function callMember(
  activation: Activation,
  request: CallRequest,
  { start, steps, handed }: MemberCall,
  place: number,
): Value {
  const owner = follow(activation, request, startValue(activation, request, start), steps.slice(0, -1));
  const member = follow(activation, request, owner, steps.slice(-1));
  // A method that the receiver may override is called where the receiver is known.
  const callee = start.at === 'this' ? onlyFunctions(member) : member;
  if (isNothing(callee)) return NOTHING;
  const positional: Value[] = [];
  let self: Value | undefined;
  for (const { output, value } of handed) {
    const parameter = output.steps[steps.length];
    const below = keysOf(activation, request, output.steps.slice(steps.length + 1));
    if (parameter?.step !== 'parameter') continue;
    const item = made(activation, request, below, `>${place}.${parameter.index}`, value);
    if (parameter.index === 'this') self = join(self ?? NOTHING, item);
    else positional[parameter.index] = join(positional[parameter.index] ?? NOTHING, item);
  }
  const args = {
    self: self ?? owner,
    positional: Array.from(positional, (value: Value | undefined) => value ?? NOTHING),
    rest: NOTHING,
    restFrom: positional.length,
  };
  return callValue(activation, { ...request, callee, args, key: `${request.key}>${place}`, isNew: false });
}

function onlyFunctions(value: Value): Value {
  const objects = new Map([...value.objects].filter(([, object]) => isFunctionObject(object)));
  return objects.size === 0 ? NOTHING : { ...NOTHING, objects };
}
