/** Nodes of the trie as the evaluator walks them: each stands for a set of states, and equal sets are the same node. */
import type { CallShape, ModelNode, StepName } from './index-face.ts';
import { isInRange } from './parse-places.ts';
import type { CallFilter, Edge, PathState, RowsHere } from './path-state.ts';
import type { Place } from './parse-places.ts';

export interface NodeSpace {
  /** The node of a set of states, or undefined for none. */
  nodeOf(states: readonly (PathState | undefined)[]): PathNode | undefined;
  /** One node for several. */
  join(nodes: readonly PathNode[]): PathNode | undefined;
  /** A state at `Call` or `NewCall` as its callee: the rows that speak of the call itself are left out. */
  calleeOf(state: PathState): PathState;
}

/** Makes the nodes of one index: identity holds within it. */
export function createNodeSpace(): NodeSpace {
  const ids = new Map<PathState, number>();
  const nodes = new Map<string, PathNode>();
  const callees = new Map<PathState, PathState>();
  const idOf = (state: PathState): number => {
    const id = ids.get(state) ?? ids.size;
    ids.set(state, id);
    return id;
  };
  const space: NodeSpace = {
    nodeOf(states) {
      const closed = closureOf(states);
      if (closed.length === 0) return undefined;
      const key = closed
        .map(idOf)
        .sort((left, right) => left - right)
        .join();
      const node = nodes.get(key) ?? new PathNode(nodes.size, closed, space);
      nodes.set(key, node);
      return node;
    },
    join: (each) => (each.length > 1 ? space.nodeOf(each.flatMap(({ states }) => states)) : each[0]),
    calleeOf(state) {
      const callee = callees.get(state) ?? withoutValueRows(state);
      callees.set(state, callee);
      return callee;
    },
  };
  return space;
}

export class PathNode implements ModelNode {
  readonly id: number;
  readonly states: readonly PathState[];
  /** The module and path, for a stable order. */
  readonly at: string;
  readonly isLeaf: boolean;
  readonly #space: NodeSpace;
  #members: ReadonlyMap<string, PathNode> | undefined;
  readonly #moves = new Map<string, PathNode | undefined>();

  constructor(id: number, states: readonly PathState[], space: NodeSpace) {
    this.id = id;
    this.states = states;
    this.at = states.map(({ at }) => at).join(' ');
    this.isLeaf = states.every(isEnd);
    this.#space = space;
  }

  get sources(): RowsHere['sources'] {
    return this.#rows('sources');
  }

  get sinks(): RowsHere['sinks'] {
    return this.#rows('sinks');
  }

  get clean(): RowsHere['clean'] {
    return this.#rows('clean');
  }

  get propagators(): RowsHere['propagators'] {
    return this.#rows('propagators');
  }

  get sanitizers(): RowsHere['sanitizers'] {
    return this.#rows('sanitizers');
  }

  get guards(): RowsHere['guards'] {
    return this.#rows('guards');
  }

  get members(): ReadonlyMap<string, PathNode> {
    return (this.#members ??= new Map(this.#namedMembers()));
  }

  get anyMember(): PathNode | undefined {
    const any = this.#move('.*', ({ steps }) => [steps.get('AnyMember')]);
    return any === this ? undefined : any;
  }

  member(name: string): PathNode | undefined {
    return this.#move(`.${name}`, ({ members, steps }) => [members.get(name), steps.get('AnyMember')]);
  }

  step(name: StepName): PathNode | undefined {
    return this.#move(name, ({ steps }) => [steps.get(name)]);
  }

  argument(index: number | 'this', count: number): readonly PathNode[] {
    return asList(this.#move(`(${index}/${count}`, (state) => placed(state.arguments, index, count)));
  }

  parameter(index: number | 'this'): readonly PathNode[] {
    return asList(this.#move(`=${index}`, (state) => placed(state.parameters, index, undefined)));
  }

  forCall(call: CallShape): ModelNode {
    const fitting = this.states.flatMap((state) => [...fittingStates(state, call, this.#space)]);
    return fitting.length === 0 ? this : (this.#space.nodeOf([...this.states, ...fitting]) ?? this);
  }

  *#namedMembers(): Generator<[string, PathNode]> {
    for (const name of new Set(this.states.flatMap(({ members }) => [...members.keys()]))) {
      const node = this.member(name);
      if (node !== undefined) yield [name, node];
    }
  }

  #move(
    key: string,
    targets: (state: PathState) => readonly (PathState | undefined)[],
  ): PathNode | undefined {
    if (this.isLeaf) return undefined;
    if (this.#moves.has(key)) return this.#moves.get(key);
    const node = this.#space.nodeOf(this.states.flatMap(targets));
    this.#moves.set(key, node);
    return node;
  }

  #rows<Key extends keyof RowsHere>(key: Key): RowsHere[Key];
  #rows(key: keyof RowsHere): readonly unknown[] {
    const [first, ...others] = this.states;
    if (first === undefined || others.length === 0) return first?.rows[key] ?? [];
    return this.states.flatMap((state): readonly unknown[] => state.rows[key]);
  }
}

/** The distinct states with what `Fuzzy` and aliases add to them, in a stable order. */
function closureOf(states: readonly (PathState | undefined)[]): readonly PathState[] {
  const closed = new Set<PathState>();
  const add = (state: PathState | undefined): void => {
    if (state === undefined || closed.has(state)) return;
    closed.add(state);
    add(state.fuzzy);
    for (const other of state.same) add(other());
  };
  states.forEach(add);
  return closed.size === 1 ? [...closed] : [...closed].sort((left, right) => compareTexts(left.at, right.at));
}

export function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function isEnd(state: PathState): boolean {
  const edges = [state.members, state.steps, state.arguments, state.parameters, state.filters];
  return state.same.length === 0 && edges.every(({ size }) => size === 0);
}

function placed(
  edges: ReadonlyMap<string, Edge<Place>>,
  at: number | 'this',
  count: number | undefined,
): readonly PathState[] {
  const isAt = (place: Place): boolean =>
    place === 'this' || at === 'this' ? place === at : isInRange(place, at, count);
  return [...edges.values()].filter(({ on }) => isAt(on)).map(({ to }) => to);
}

const asList = (node: PathNode | undefined): readonly PathNode[] => (node === undefined ? [] : [node]);

/** The states that a call enters beside its callee's: behind filters that it passes, and behind `Call` or `NewCall`. */
function* fittingStates(state: PathState, call: CallShape, space: NodeSpace): Generator<PathState> {
  const invoked = state.steps.get(call.isNew ? 'NewCall' : 'Call');
  const passed = [...state.filters.values()].filter(({ on }) => passes(call, on)).map(({ to }) => to);
  for (const next of passed) yield next;
  for (const next of invoked === undefined ? passed : [...passed, invoked])
    yield* fittingStates(next, call, space);
  if (invoked !== undefined) yield space.calleeOf(invoked);
}

function passes(call: CallShape, filter: CallFilter): boolean {
  if (filter.step === 'WithStringArgument') return call.stringAt(filter.index) === filter.value;
  const { count } = call;
  return count === undefined || filter.counts.some((range) => isInRange(range, count, count));
}

function withoutValueRows(state: PathState): PathState {
  return { ...state, rows: { ...state.rows, sources: [], sinks: [], clean: [] } };
}
