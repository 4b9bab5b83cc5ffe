/** One evaluation of one unit: its state, and what it has found so far. */
import type ts from 'typescript';
import { type Allowance, createBudget } from './budget.ts';
import type { GapReason } from './flow.ts';
import type { GapLinks } from './note-gap.ts';
import type { Interpreter } from './interpreter.ts';
import type { KeptWrites } from './module-state/kept.ts';
import type { DeclaredLabels, Finding } from './labels.ts';
import type { Policy } from './policy.ts';
import type { ProgramIndex } from './program/program-index.ts';
import { initialisersIn } from './program/defaults.ts';
import type { Scopes } from './program/scopes.ts';
import type { UnitNode } from './program/units.ts';
import type { DeferredCall, PendingKeep, SinkUse, Summary } from './summary.ts';
import type { NodeNumbers, Origin, Root } from './values/atom.ts';
import type { Reduction } from './values/entries.ts';
import type { GlobalHeap } from './values/global-heap.ts';
import type { Memory } from './values/memory.ts';
import { createUnsure } from './values/unsure.ts';
import { createPassing } from './values/passing.ts';
import { type Fields, type State, deadState, emptyState } from './values/state.ts';
import { type AbstractObject, NOTHING, type Value } from './values/value.ts';
import type { IsGuessed } from './tags/guessed-names.ts';
import type { TypeOracle } from './tags/tree.ts';
import type { ModelIndex } from './models/index-face.ts';

/** What all units of one analysis share. */
export interface Engine {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly policy: Policy;
  readonly oracle: TypeOracle;
  /** Whether a member's name alone is a tag, where the settings ask for it. */
  readonly isGuessed: IsGuessed;
  readonly models: ModelIndex;
  readonly index: ProgramIndex;
  readonly scopes: Scopes;
  readonly numbers: NodeNumbers;
  readonly allowance: Allowance;
  /** The node whose code keeps what lives under an id of the global heap. */
  readonly homes: Map<string, ts.Node>;
  readonly globals: GlobalHeap;
  readonly reductions: WeakMap<Value, Reduction>;
  /** What static types say of the children of nodes, by node and path. */
  readonly declared: Map<string, DeclaredLabels>;
  readonly declaredBy: WeakMap<Origin, DeclaredLabels>;
  /** The summary of a unit as far as it is known; the reader is evaluated again when it grows. */
  summaryOf(unit: UnitNode, reader: number, knowsThis: boolean, given?: number): Summary;
  /** The evaluator's functions, by name. */
  readonly interpreter: Interpreter;
  /** Gaps are sinks too, and lead to each other: only for who asks whether a label comes to one. */
  readonly followsGaps?: GapLinks;
  /** Whether summaries tell of each sink, however many: only for who asks about some places. */
  readonly tellsAllSinks?: true;
}

/** Where `break`, `continue` and exceptions go. */
export interface Jump {
  readonly kind: 'loop' | 'switch' | 'label';
  readonly label: string | undefined;
  breaks: State;
  continues: State;
}

/** A `try` block under evaluation: it is told of the states from which an exception may leave it. */
export interface Handler {
  /** Whether what is thrown is caught here; otherwise it is only watched on its way out. */
  readonly catches: boolean;
  reached(state: State): void;
}

/** A place where the answer may be incomplete, asked about only when someone wants to know. */
export interface PossibleGap {
  readonly reason: GapReason;
  readonly node: ts.Node;
  readonly detail: string;
  /** The gap counts only when this holds a label. */
  readonly value: Value | undefined;
}

export interface Activation extends Memory {
  readonly engine: Engine;
  readonly unit: UnitNode;
  /** The variant of the unit for calls on objects that the caller has seen being made. */
  readonly knowsThis: boolean;
  /** The initialisers of parameters that the calls of this variant leave unused. */
  readonly given: ReadonlySet<ts.Expression>;
  readonly escaped: Map<string, AbstractObject>;
  readonly roots: Map<string, Root>;
  readonly jumps: Jump[];
  readonly handlers: Handler[];
  /** Units whose summaries are being put in the place of calls right now, outermost first. */
  readonly applying: UnitNode[];
  /** Joined over all `return`, `yield` and `throw` that no `try` of the unit catches. */
  returned: Value;
  yielded: Value;
  thrown: Value;
  /** The state in which the unit is left. */
  exit: State;
  /** What decides whether this place is reached, where implicit flows are asked for: of the conditions around it, */
  control: Value;
  /** of those under which the unit may have been left before, and those under which a loop was. */
  left: Value;
  jumped: Value;
  readonly findings: Map<string, Finding>;
  readonly sinks: Map<string, SinkUse>;
  readonly keeps: Map<string, PendingKeep>;
  /** What it has put into the global heap, where. */
  readonly kept: KeptWrites;
  readonly calls: Map<string, DeferredCall>;
  /** What calls that only the caller can make have found in inputs and objects, over all of these calls. */
  readonly early: Map<string, Fields>;
  readonly gaps: Map<string, PossibleGap>;
  /** Calls that release what they are given, with the reasons that they give. */
  readonly releases: Map<ts.Node, string>;
  /** Functions that the unit has made, by id. */
  readonly closures: Map<string, AbstractObject>;
  /** Class fields that writes through inputs reach, by the key of the written atom and the member. */
  readonly fields: Map<string, string>;
  /** By the variable that holds a member whose name another one holds: what it is a member of. */
  readonly members: Map<ts.Symbol, Value>;
  /** The node under evaluation: where a source row's value enters. */
  at: ts.Node;
  /** Joins into the global heap what does not depend on the unit's inputs, and forgets the rest. */
  keepConcrete(id: string, key: string, value: Value): void;
  /** As in `Memory`; `isCalled` when a function that this unit called does it, so that the unit reads it back. */
  keep(id: string, key: string, value: Value, isCalled?: boolean): void;
}

type Behaviour = Pick<
  Activation,
  'arriveAt' | 'keep' | 'keepConcrete' | 'mayHoldLabel' | 'cutAt' | 'held' | 'distinct'
>;

export function createActivation(
  engine: Engine,
  unit: UnitNode,
  variant: { readonly number: number; readonly knowsThis: boolean; readonly given: number },
  behaviour: (activation: () => Activation) => Behaviour,
): Activation {
  const activation: Activation = {
    engine,
    unit,
    numbers: engine.numbers,
    globals: engine.globals,
    reductions: engine.reductions,
    reader: variant.number,
    knowsThis: variant.knowsThis,
    given: initialisersIn(unit, variant.given),
    state: emptyState(),
    exit: deadState(),
    written: new Map(),
    escaped: new Map(),
    roots: new Map(),
    jumps: [],
    handlers: [],
    handed: new Map(),
    round: 0,
    madeIn: new Map(),
    reading: new Set(),
    passing: createPassing(),
    unsure: createUnsure(),
    applying: [],
    returned: NOTHING,
    yielded: NOTHING,
    thrown: NOTHING,
    control: NOTHING,
    left: NOTHING,
    jumped: NOTHING,
    findings: new Map(),
    sinks: new Map(),
    keeps: new Map(),
    kept: new Map(),
    calls: new Map(),
    early: new Map(),
    gaps: new Map(),
    releases: new Map(),
    closures: new Map(),
    fields: new Map(),
    members: new Map(),
    at: unit,
    budget: createBudget(engine.allowance),
    ...behaviour(() => activation),
  };
  return activation;
}
