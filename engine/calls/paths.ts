/** The access paths of a row at one call: reading its input, writing its output. */
import type { Activation } from '../activation.ts';
import type { CallbackResults } from './callbacks.ts';
import type { CallRequest } from './request.ts';
import { ANY_MEMBER, AWAITED, CONTENT, ELEMENT, MAP_KEY, MAP_VALUE, REJECTED } from '../keys.ts';
import { argumentAt, argumentsFrom } from '../summary.ts';
import { childrenOf, contentOf } from '../values/content.ts';
import { allocate, read, write } from '../values/memory.ts';
import { NOTHING, type ObjectKind, type Value, join, joinAll, valueOfNodes } from '../values/value.ts';
import type { CallPath, CallStart, PathStep } from '../models/index-face.ts';

/** What a row's input path names at a call. */
export function inputOf(
  activation: Activation,
  request: CallRequest,
  path: CallPath,
  callbacks: CallbackResults,
): Value {
  const [first, ...rest] = path.steps;
  if (first?.step === 'return' && path.start.at === 'argument') {
    return follow(activation, callbacks.get(path.start.from) ?? NOTHING, rest);
  }
  return follow(activation, startValue(request, path.start), path.steps);
}

export function startValue({ args }: CallRequest, start: CallStart): Value {
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
    case 'return':
    case 'thrown':
      return NOTHING;
  }
}

export function follow(activation: Activation, start: Value, steps: readonly PathStep[]): Value {
  let value = start;
  for (const step of steps) {
    if (step.step === 'key') value = readTyped(activation, value, step.key);
    else if (step.step === 'anyMember') value = anyMemberOf(activation, value);
  }
  return value;
}

/** A member of something that only its type is known of may be what rows say of that type. */
function readTyped(activation: Activation, value: Value, key: string): Value {
  const { checker, models } = activation.engine;
  const child = read(activation, value, key);
  if (!models.memberNames.has(key)) return child;
  const declared = [...value.atoms.values()].flatMap(({ origin }) => {
    if (origin.kind === 'source' || origin.path.length > 0) return [];
    return (origin.kind === 'typed' ? origin.node : origin.root.declared) ?? [];
  });
  const nodes = declared.flatMap((node) => models.instanceNodes(checker.getTypeAtLocation(node)));
  return join(child, valueOfNodes(nodes.flatMap((node) => node.member(key) ?? [])));
}

function anyMemberOf(activation: Activation, value: Value): Value {
  const children = [...value.objects.values()].flatMap((object) => childrenOf(activation, object));
  const content = contentOf(activation, { ...NOTHING, atoms: value.atoms });
  return join(joinAll(children), content);
}

/** Puts a value where a row's output path says. Returns what the call's result holds of it. */
export function outputTo(activation: Activation, request: CallRequest, path: CallPath, value: Value): Value {
  const keys = keysOf(path.steps);
  switch (path.start.at) {
    case 'return':
      return made(activation, request, keys, '', value);
    case 'thrown':
      activation.thrown = join(activation.thrown, made(activation, request, keys, 't', value));
      return NOTHING;
    case 'this':
    case 'argument':
      if (path.steps.every(({ step }) => step === 'key' || step === 'anyMember'))
        writeInto(activation, request, path.start, keys, value);
      return NOTHING;
  }
}

export function keysOf(steps: readonly PathStep[]): readonly string[] {
  return steps.flatMap((step) => (step.step === 'key' ? [step.key] : [ANY_MEMBER]));
}

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
  const id = `o${request.key}${path}`;
  const target = allocate(activation, {
    id,
    kind: KINDS[key] ?? 'object',
    node: request.node,
    isGlobal: false,
    isMany: false,
  });
  write(activation, target, key, made(activation, request, rest, `${path}/${key}`, value), false);
  return target;
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
  let target = startValue(request, start);
  for (const key of keys.slice(0, -1)) target = read(activation, target, key);
  const last = keys.at(-1);
  write(
    activation,
    target,
    last ?? CONTENT,
    last === undefined ? contentOf(activation, value) : value,
    false,
  );
}
