/** The `input` and `output` of a row: access paths that start at a call of the callee. */
import { AWAITED, ELEMENT, MAP_KEY, MAP_VALUE } from '../keys.ts';
import type { CallPath, CallStart, PathStep } from './index-face.ts';
import type { RowName } from './model-error.ts';
import { rowError } from './model-error.ts';
import type { AccessStep, PlainStep } from './parse-path.ts';
import { parsePath } from './parse-path.ts';
import type { Place, Range } from './parse-places.ts';

/** An open range of a callback's parameters ends here. */
const MAX_PARAMETERS = 8;

const KEYS: Partial<Record<PlainStep, PathStep>> = {
  AnyMember: { step: 'anyMember' },
  ReturnValue: { step: 'return' },
  Thrown: { step: 'thrown' },
  Awaited: { step: 'key', key: AWAITED },
  ArrayElement: { step: 'key', key: ELEMENT },
  MapKey: { step: 'key', key: MAP_KEY },
  MapValue: { step: 'key', key: MAP_VALUE },
};

/**
 * The paths that an input or output stands for: one for each alternative of a list.
 * @throws ModelError that names the row and the step that a call cannot have.
 */
export function parseCallPaths(text: string, row: RowName): readonly CallPath[] {
  const [first, ...rest] = parsePath(text, row);
  const starts = first === undefined ? undefined : startsOf(first);
  if (starts === undefined) {
    throw rowError(
      row,
      `'${text}' must start with Argument[...], Shared[...], Near[...], ReturnValue or Thrown`,
    );
  }
  const tails = rest.reduce<readonly (readonly PathStep[])[]>(
    (paths, step) => {
      const next = stepsOf(step);
      if (next === undefined)
        throw rowError(row, `'${text}' has a step '${step.step}' that a call cannot follow`);
      return paths.flatMap((path) => next.map((each) => [...path, each]));
    },
    [[]],
  );
  return starts.flatMap((start) => tails.map((steps) => ({ start, steps })));
}

function startsOf(step: AccessStep): readonly CallStart[] | undefined {
  if (step.step === 'ReturnValue') return [{ at: 'return' }];
  if (step.step === 'Thrown') return [{ at: 'thrown' }];
  if (step.step === 'Shared') return [{ at: 'shared', name: step.name }];
  if (step.step === 'Near') return [{ at: 'near', name: step.name }];
  if (step.step !== 'Argument') return undefined;
  const starts = step.places.map(argumentStart);
  return starts.every((start) => start !== undefined) ? starts : undefined;
}

/** Both bounds count from the same end: a range such as `1..N-2` has no start in a call path. */
function argumentStart(place: Place): CallStart | undefined {
  if (place === 'this') return { at: 'this' };
  const { from, to } = place;
  if (from.fromEnd) {
    const last = to ?? { index: 1, fromEnd: true };
    return last.fromEnd ? { at: 'argument', from: from.index, to: last.index, fromEnd: true } : undefined;
  }
  return to?.fromEnd === true ? undefined : { at: 'argument', from: from.index, to: to?.index ?? Infinity };
}

function stepsOf(step: AccessStep): readonly PathStep[] | undefined {
  switch (step.step) {
    case 'Member':
      return step.names.map((key) => ({ step: 'key', key }));
    case 'Parameter':
      return step.places.flatMap((place): PathStep[] | readonly PathStep[] =>
        place === 'this' ? [{ step: 'parameter', index: place }] : parametersOf(place),
      );
    case 'Named':
      return [{ step: 'named', argument: step.index }];
    case 'Unnamed':
      return [{ step: 'unnamed', argument: step.index }];
    case 'Argument':
    case 'Shared':
    case 'Near':
    case 'WithArity':
    case 'WithStringArgument':
      return undefined;
    default: {
      const key = KEYS[step.step];
      return key && [key];
    }
  }
}

function parametersOf({ from, to }: Range): readonly PathStep[] {
  const first = from.fromEnd ? 0 : from.index;
  const last = to === undefined || to.fromEnd ? MAX_PARAMETERS - 1 : to.index;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => ({
    step: 'parameter',
    index: first + offset,
  }));
}
