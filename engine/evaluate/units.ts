/** Evaluating one unit, from its inputs to its summary. */
import { thisValue } from '../inputs.ts';
import { createBudget, createLastBudget, isCut } from '../budget.ts';
import { MAX_PARTS_OF_INPUT } from '../values/limit.ts';
import ts from 'typescript';
import { type Activation, type Engine, createActivation } from '../activation.ts';
import { arrive } from './arrive.ts';
import { runConstruction } from './classes.ts';
import { noteBudget } from './fewer.ts';
import { keep, keepConcrete } from './keep.ts';
import { callLeaving, tryCall } from './leaving.ts';
import { bindParameters, allArguments } from './parameters.ts';
import { reachableObjects, summarise, leastSummary } from './summarise.ts';
import { evaluate, runStatements } from '../interpreter.ts';
import { AWAITED, ELEMENT, REJECTED, RETURNED } from '../keys.ts';
import { distinctAtoms, mayHoldLabel } from '../labels.ts';
import { noteBudgetAt, noteGap } from '../note-gap.ts';
import type { Atom } from '../values/atom.ts';
import type { UnitNode } from '../program/units.ts';
import { runCut } from './within-budget.ts';
import type { Summary } from '../summary.ts';
import { contentOf } from '../values/content.ts';
import { allocate, read, write } from '../values/memory.ts';
import { missedBy } from '../values/passing.ts';
import { type Fields, deadState, emptyState, joinStates } from '../values/state.ts';
import { type AbstractObject, NOTHING, type Value, isSame, join, valueOfAtoms } from '../values/value.ts';

/** Which evaluation of a unit this is. */
export interface Variant {
  readonly number: number;
  readonly knowsThis: boolean;
  readonly given: number;
  readonly evaluations: number;
}

export interface Evaluated {
  readonly activation: Activation;
  readonly summary: Summary;
}

export function evaluateUnit(engine: Engine, unit: UnitNode, variant: Variant): Evaluated {
  const activation = createActivation(engine, unit, variant, (self) => ({
    arriveAt: (value) => arrive(self(), value),
    keep: (id, key, value, isCalled = false) => keep(self(), id, key, value, isCalled),
    mayHoldLabel: (atom) => mayHoldLabel(engine, atom),
    cutAt: (atom) => noteDepth(self(), atom),
    distinct: (atoms) => distinctAtoms(engine, withoutIdle(self(), atoms)),
    held: () => heldBy(self()),
    keepConcrete: (id, key, value) => keepConcrete(self(), id, key, value),
  }));
  const result = runWithinBudget(activation);
  activation.budget = createBudget(activation.engine.allowance);
  const summary = summariseWithinBudget(activation, result, limitOf(variant));
  activation.budget = createBudget(activation.engine.allowance);
  callLeavingWithinBudget(activation, result);
  return { activation, summary };
}

/** Parts of what a type that has no room for a label speaks of say nothing, unless something was written into them. */
function withoutIdle(activation: Activation, atoms: readonly Atom[]): readonly Atom[] {
  return atoms.filter((atom) => {
    const { origin, key } = atom;
    const isPart = origin.kind === 'typed' && origin.path.length > 0;
    return !isPart || activation.mayHoldLabel(atom) || activation.state.heap.has(key);
  });
}

function callLeavingWithinBudget(activation: Activation, result: Value): void {
  try {
    callLeaving(activation, result);
  } catch (error) {
    if (!isCut(error)) throw error;
    startAgain(activation);
  }
}

/** Notes that the budget is spent, and gives another one for what is left to do. */
function startAgain(activation: Activation): void {
  const { unit } = activation;
  noteBudgetAt(activation, 'steps', unit);
  activation.reading.clear();
  activation.applying.length = 0;
  activation.budget = createLastBudget(activation.engine.allowance);
}

function heldBy({ returned, yielded, thrown, keeps, calls }: Activation): readonly Value[] {
  const kept = [...keeps.values()].map(({ value }) => value);
  const handed = [...calls.values()].flatMap(({ callee, args }) => [
    callee,
    args.self,
    args.rest,
    ...args.positional,
  ]);
  return [returned, yielded, thrown, ...kept, ...handed];
}

/** A path that is too long: what is below is taken as a whole. */
function noteDepth(activation: Activation, atom: Atom): void {
  const { at: node } = activation;
  const key = `depth ${activation.numbers.of(node)}`;
  noteGap(activation, key, { reason: 'depth', node, detail: 'depth', value: valueOfAtoms([atom]) });
}

/** A unit whose budget is spent tells that anything it was given may come out. */
function runWithinBudget(activation: Activation): Value {
  try {
    return runUntilCellsSettle(activation);
  } catch (error) {
    if (!isCut(error)) throw error;
    const { unit } = activation;
    startAgain(activation);
    activation.exit = joinStates(activation.exit, activation.state);
    return ts.isSourceFile(unit)
      ? NOTHING
      : contentOf(activation, join(allArguments(activation), thisValue(activation)));
  }
}

/** A summary that is too large to be told: what reaches sinks stays, and anything may come out. */
function summariseWithinBudget(activation: Activation, result: Value, limit: number): Summary {
  try {
    return summarise(activation, result, limit);
  } catch (error) {
    if (!isCut(error)) throw error;
    const { unit } = activation;
    startAgain(activation);
    const inputs = ts.isSourceFile(unit) ? NOTHING : join(allArguments(activation), thisValue(activation));
    return leastSummary(activation, inputs);
  }
}

/** A unit that does not settle tells less and less apart, until it does. */
function limitOf({ evaluations }: Variant): number {
  return evaluations <= PATIENCE ? MAX_PARTS_OF_INPUT : 2;
}

const PATIENCE = 6;

/** Captured variables, and what objects pass on, hold all their writes, also those that come after a read. */
const MAX_ROUNDS = 4;

function runUntilCellsSettle(activation: Activation): Value {
  let kept: ReadonlyMap<string, Fields> = new Map();
  for (let round = 0; ; round += 1) {
    Object.assign(activation, {
      state: emptyState(),
      exit: deadState(),
      returned: NOTHING,
      yielded: NOTHING,
      thrown: NOTHING,
      control: NOTHING,
      left: NOTHING,
      jumped: NOTHING,
    });
    activation.handed.clear();
    for (const [id, fields] of kept) activation.state.heap.set(id, fields);
    const result = runOnce(activation);
    const next = cellsOf(activation);
    const missed = missedBy(activation.passing);
    activation.passing.given.clear();
    if (missed.length === 0 && isSettled(kept, next)) return result;
    if (round >= MAX_ROUNDS) {
      noteBudget(activation, 'captured variables');
      return result;
    }
    kept = new Map([...next, ...objectsIn(activation, missed)]);
    // What came too late in this round must not be cut off in the next one.
    activation.budget = createBudget(activation.engine.allowance);
  }
}

function runOnce(activation: Activation): Value {
  runBody(activation);
  activation.exit = joinStates(activation.exit, activation.state);
  activation.state = activation.exit;
  const result = resultOf(activation);
  callLeftOver(activation, result);
  return result;
}

function runBody(activation: Activation): void {
  const { unit } = activation;
  if (ts.isSourceFile(unit)) runStatements(activation, unit.statements);
  else if (ts.isClassLike(unit)) runConstruction(activation, unit);
  else {
    bindParameters(activation, unit.parameters);
    const body: ts.Node = unit.body;
    if (ts.isBlock(body)) runStatements(activation, body.statements);
    else if (ts.isExpression(body)) activation.returned = evaluate(activation, body);
  }
}

/** What a call of the unit is worth: the value itself, a promise of it, or what it yields. A constructor may give another object. */
function resultOf(activation: Activation): Value {
  const { unit, returned } = activation;
  if (ts.isSourceFile(unit)) return NOTHING;
  if (ts.isClassLike(unit)) return returned;
  const id = `p${activation.numbers.of(unit)}`;
  const isGenerator = 'asteriskToken' in unit && unit.asteriskToken !== undefined;
  if (isGenerator) {
    const made = { id, kind: 'generator', node: unit, isGlobal: false, isMany: false } as const;
    const generator = allocate(activation, made);
    write(activation, generator, ELEMENT, activation.yielded, false);
    write(activation, generator, RETURNED, returned, false);
    return generator;
  }
  if ((ts.getCombinedModifierFlags(unit) & ts.ModifierFlags.Async) === 0) return returned;
  const promise = allocate(activation, { id, kind: 'promise', node: unit, isGlobal: false, isMany: false });
  write(activation, promise, AWAITED, read(activation, returned, AWAITED), false);
  write(activation, promise, REJECTED, activation.thrown, false);
  return promise;
}

/** Functions that the unit made and that do not leave it with its result may still be called by whoever got them. */
function callLeftOver(activation: Activation, result: Value): void {
  const leaving = reachableObjects(activation, [result]);
  for (const closure of [...activation.closures.values(), ...keptClosures(activation)]) {
    if (leaving.has(closure.id) || closure.kind !== 'function' || isOuter(activation, closure)) continue;
    activation.at = closure.node;
    // One that spends the budget must not end the round: what comes before a write is asked again in the next one.
    runCut(activation, closure.node, true, () => {
      tryCall(activation, closure);
    });
  }
  activation.exit = activation.state;
}

/** A function that a unit around this one has made, and that this one only names. */
function isOuter({ unit }: Activation, { node }: AbstractObject): boolean {
  return (
    !ts.isSourceFile(unit) &&
    !(node.getSourceFile() === unit.getSourceFile() && node.pos >= unit.pos && node.end <= unit.end)
  );
}

/** Closures that the unit got from its callees and put where others find them: nobody may call them in this program. */
function keptClosures({ escaped, closures }: Activation): readonly AbstractObject[] {
  return [...escaped]
    .filter(([id, { kind }]) => kind === 'function' && !closures.has(id))
    .map(([id, twin]) => ({ ...twin, id, isGlobal: false }));
}

function cellsOf(activation: Activation): ReadonlyMap<string, Fields> {
  return new Map([...activation.exit.heap].filter(([id]) => id.startsWith('c') && !id.includes('@')));
}

/** Objects that were passed on are there before the unit makes them again. */
function objectsIn(activation: Activation, values: readonly Value[]): readonly (readonly [string, Fields])[] {
  return [...reachableObjects(activation, values)].flatMap((id) => {
    const fields = activation.exit.heap.get(id);
    return fields === undefined ? [] : [[id, fields] as const];
  });
}

function isSettled(before: ReadonlyMap<string, Fields>, after: ReadonlyMap<string, Fields>): boolean {
  for (const [id, fields] of after) {
    for (const [key, field] of fields)
      if (!isSame(before.get(id)?.get(key)?.value ?? NOTHING, field.value)) return false;
  }
  return true;
}
