/** The trie of access paths while it is built: one state for each path that a row mentions, with the rows that end there. */
import type { CallRow, StepName } from './index-face.ts';
import type { AccessStep } from './parse-path.ts';
import type { Place, Range } from './parse-places.ts';
import { placeText } from './parse-places.ts';
import type { Guard, Propagator, Sanitizer, Sink, Source } from './rows.ts';

/** The rows that end at a state. */
export interface RowsHere {
  readonly sources: Source[];
  readonly sinks: Sink[];
  readonly clean: Sanitizer[];
  readonly propagators: CallRow<Propagator>[];
  readonly sanitizers: CallRow<Sanitizer>[];
  readonly guards: { readonly row: Guard; readonly argument: number | 'this' }[];
}

/** What must hold of a call for an edge to be taken. */
export type CallFilter = Extract<AccessStep, { step: 'WithArity' | 'WithStringArgument' }>;

export interface Edge<On> {
  readonly on: On;
  readonly to: PathState;
}

export interface PathState {
  /** The module and path that this state stands at: its identity across tries, and the order of results. */
  readonly at: string;
  readonly rows: RowsHere;
  readonly members: Map<string, PathState>;
  readonly steps: Map<StepName | 'AnyMember', PathState>;
  readonly arguments: Map<string, Edge<Place>>;
  readonly parameters: Map<string, Edge<Place>>;
  readonly filters: Map<string, Edge<CallFilter>>;
  /** Where `Fuzzy` leads: entered together with this state. */
  fuzzy: PathState | undefined;
  /** What the value is known as besides, of any module: entered together with this state. */
  readonly same: (() => PathState | undefined)[];
}

export function createState(at: string): PathState {
  return {
    at,
    rows: { sources: [], sinks: [], clean: [], propagators: [], sanitizers: [], guards: [] },
    members: new Map(),
    steps: new Map(),
    arguments: new Map(),
    parameters: new Map(),
    filters: new Map(),
    fuzzy: undefined,
    same: [],
  };
}

/** The states that a step leads to, made where they are not there yet: one for each alternative of a list. */
export function advance(state: PathState, step: AccessStep): readonly PathState[] {
  switch (step.step) {
    case 'Member':
      return step.names.map((name) =>
        getOrAdd(state.members, name, () => createState(`${state.at}.Member[${name}]`)),
      );
    case 'Argument':
      return step.places.map((place) => advancePlace(state, state.arguments, step.step, place));
    case 'Parameter':
      return step.places.map((place) => advancePlace(state, state.parameters, step.step, place));
    case 'WithArity':
    case 'WithStringArgument':
      return [advanceFilter(state, step)];
    case 'Shared':
    case 'Near':
    case 'Named':
    case 'Unnamed':
      // They stand in the input or output of a row, and lead nowhere in a path.
      return [];
    case 'Subclass':
      // A row of a class holds for its subclasses wherever it matches: the step changes nothing.
      return [state];
    case 'Fuzzy':
      return [(state.fuzzy ??= createFuzzyState(state))];
    default: {
      const { step: name } = step;
      return [getOrAdd(state.steps, name, () => createState(`${state.at}.${name}`))];
    }
  }
}

/** The state that members and plain steps lead to, where rows have made it. */
export function findState(root: PathState | undefined, steps: readonly AccessStep[]): PathState | undefined {
  return steps.reduce<PathState | undefined>((state, step) => {
    if (step.step === 'Member') return state?.members.get(step.names[0] ?? '');
    return isStepName(step.step) ? state?.steps.get(step.step) : undefined;
  }, root);
}

const FOLLOWED = ['Instance', 'ReturnValue', 'Awaited', 'ArrayElement', 'AnyMember'] as const;

const isStepName = (step: AccessStep['step']): step is (typeof FOLLOWED)[number] =>
  FOLLOWED.some((one) => one === step);

function advancePlace(
  state: PathState,
  edges: Map<string, Edge<Place>>,
  step: string,
  place: Place,
): PathState {
  const text = placeText(place);
  return getOrAdd(edges, text, () => ({ on: place, to: createState(`${state.at}.${step}[${text}]`) })).to;
}

function advanceFilter(state: PathState, filter: CallFilter): PathState {
  const operand =
    filter.step === 'WithArity' ? filter.counts.map(placeText).join(',') : `${filter.index}=${filter.value}`;
  const text = `${filter.step}[${operand}]`;
  return getOrAdd(state.filters, text, () => ({ on: filter, to: createState(`${state.at}.${text}`) })).to;
}

/** `Fuzzy` stands at everything that members, calls, promises, collections and callbacks give, any number of times. */
function createFuzzyState(state: PathState): PathState {
  const fuzzy = createState(`${state.at}.Fuzzy`);
  const steps: readonly StepName[] = [
    'ReturnValue',
    'Awaited',
    'ArrayElement',
    'MapKey',
    'MapValue',
    'Instance',
  ];
  for (const step of ['AnyMember', ...steps] as const) fuzzy.steps.set(step, fuzzy);
  const everywhere: Range = { from: { index: 0, fromEnd: false }, to: undefined };
  const callback = createState(`${fuzzy.at}.Argument[0..]`);
  fuzzy.arguments.set('0..', { on: everywhere, to: callback });
  callback.parameters.set('0..', { on: everywhere, to: fuzzy });
  return fuzzy;
}

function getOrAdd<Value>(map: Map<string, Value>, key: string, create: () => Value): Value;
function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = create();
  map.set(key, value);
  return value;
}
