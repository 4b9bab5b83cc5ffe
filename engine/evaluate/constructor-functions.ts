/** Functions as constructors: how JavaScript made classes before it had any. */
import type { Activation } from '../activation.ts';
import { callFunction } from '../calls/apply.ts';
import type { CallRequest } from '../calls/request.ts';
import { PROTOTYPE } from '../keys.ts';
import { allocate, write } from '../values/memory.ts';
import { prototypeOf } from '../values/prototypes.ts';
import { type AbstractObject, NOTHING, type Value, join, valueOfObject } from '../values/value.ts';

/** `new make(...)` of a function: a fresh `this` that takes its methods from the prototype, or an object that is returned. */
export function constructFunction(
  activation: Activation,
  object: AbstractObject,
  request: CallRequest,
): Value {
  const { node, args, placeOf } = request;
  const id = `o${request.key}`;
  const self = allocate(activation, { id, kind: 'instance', node, isGlobal: false, isMany: false });
  write(activation, self, PROTOTYPE, valueOfObject(prototypeOf(object)), false);
  const returned = callFunction(activation, object, { ...args, self }, node, placeOf);
  return join(self, { ...NOTHING, objects: returned.objects });
}

/** `make.prototype = { ... }`: what was given is where instances find their methods as well. */
export function replacePrototype(activation: Activation, base: Value, given: Value): void {
  for (const object of base.objects.values()) {
    if (object.kind === 'function')
      write(activation, valueOfObject(prototypeOf(object)), PROTOTYPE, given, false);
  }
}
