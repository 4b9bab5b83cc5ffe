/** What a generator remembers of the call that made it, for as long as something may be sent into it. */
import type { Activation } from '../activation.ts';
import type { CallArguments, Summary } from '../summary.ts';
import { read, write } from '../values/memory.ts';
import { type AbstractObject, type Value, valueOfObject } from '../values/value.ts';

/** Inputs of a generator that come after its call. */
export const SENT = 'sent';
export const SENT_ERROR = 'sentError';

/** Whether a summary depends on what is sent in: only then a generator must remember how it was called. */
export const isResumable = ({ signature }: Summary): boolean => signature.includes(`i${SENT}`);

/** Where a generator keeps its function and what that was called with. */
export const CALLEE = '&callee';
const SELF = '&self';
const REST = '&rest';
const argumentKey = (index: number): string => `&argument${index}`;
const MAX_ARGUMENTS = 8;

/** Remembers how the generators that a call made were made. */
export function rememberCall(
  activation: Activation,
  made: Value,
  callee: AbstractObject,
  args: CallArguments,
): void {
  for (const object of made.objects.values()) {
    if (object.kind !== 'generator' || object.node !== callee.functionNode) continue;
    const generator = valueOfObject(object);
    write(activation, generator, CALLEE, valueOfObject(callee), false);
    write(activation, generator, SELF, args.self, false);
    write(activation, generator, REST, args.rest, false);
    args.positional.slice(0, MAX_ARGUMENTS).forEach((value, index) => {
      write(activation, generator, argumentKey(index), value, false);
    });
  }
}

export function rememberedArguments(activation: Activation, generator: Value): CallArguments {
  const positional = Array.from({ length: MAX_ARGUMENTS }, (_, index) =>
    read(activation, generator, argumentKey(index)),
  );
  const [self, rest] = [read(activation, generator, SELF), read(activation, generator, REST)];
  return { self, positional, rest, restFrom: MAX_ARGUMENTS };
}
