/** Functions in another form: a promise in the place of a callback, or the other way round. Rows say which function has it. */
import type { Activation } from '../activation.ts';
import { callValue } from '../interpreter.ts';
import { AWAITED, REJECTED } from '../keys.ts';
import { NO_ARGUMENTS } from '../summary.ts';
import { fieldOf } from '../values/entries.ts';
import { read } from '../values/memory.ts';
import { type AbstractObject, NOTHING, type Value, isNothing, join } from '../values/value.ts';
import type { CallRequest } from './request.ts';
import { errbackAt } from './settlers.ts';

const PROMISED = '&promised';
const CALLED_BACK = '&calledBack';

/** The result of a call of an object that stands for a function in another form, or undefined where it is none. */
export function callAdapted(
  activation: Activation,
  object: AbstractObject,
  request: CallRequest,
): Value | undefined {
  const promised = fieldOf(activation, object, PROMISED);
  const calledBack = fieldOf(activation, object, CALLED_BACK);
  if (isNothing(promised) && isNothing(calledBack)) return undefined;
  const result = isNothing(promised) ? NOTHING : callPromised(activation, promised, request);
  if (!isNothing(calledBack)) callBack(activation, calledBack, request);
  return result;
}

/** `(error, value) => ...` is given after the arguments, and settles the promise that comes back. */
function callPromised(activation: Activation, callee: Value, request: CallRequest): Value {
  const { promise, errback } = errbackAt(activation, request.node);
  const { self, positional, rest, restFrom } = request.args;
  const args = { self, positional: [...positional, errback], rest, restFrom: restFrom + 1 };
  callValue(activation, { ...request, callee, args, key: `${request.key}^` });
  return promise;
}

/** The last argument is called with what the promise is rejected with, and with what it resolves to. */
function callBack(activation: Activation, callee: Value, request: CallRequest): void {
  const { self, positional, rest } = request.args;
  const own = positional.slice(0, -1);
  const args = { self, positional: own, rest, restFrom: own.length };
  const given = callValue(activation, { ...request, callee, args, key: `${request.key}^` });
  const settled = [read(activation, given, REJECTED), read(activation, given, AWAITED)];
  const callback = join(positional.at(-1) ?? NOTHING, rest);
  callValue(activation, {
    ...request,
    callee: callback,
    args: { ...NO_ARGUMENTS, positional: settled, restFrom: settled.length },
    key: `${request.key}^#`,
  });
}
