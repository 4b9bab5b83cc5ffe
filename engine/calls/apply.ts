/** Calls of functions with a body: what their summary says, in the caller's terms. */
import { goesOnAfter } from '../implicit-flows.ts';
import { knowsReceiver } from '../receivers.ts';
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { SENT, SENT_ERROR, isResumable, rememberCall } from './remembered.ts';
import { isWithin } from './within.ts';
import { isSurelyMade } from './surely-made.ts';
import type { CallRequest, PlaceOf } from './request.ts';
import { noteFinding, noteSinkUse } from './sinks.ts';
import { forgetHanded, handedTo, siteId, substitute, type Substitution, throughCall } from './substitute.ts';
import { defaultsOf } from '../program/defaults.ts';
import { applyEarlyEffects, applyEffects } from './effects.ts';
import { isUntyped, textNodes } from '../builtin-members.ts';
import type { UnitNode } from '../program/units.ts';
import { callValue } from '../interpreter.ts';
import { type Resolved, resolveAtoms } from '../labels.ts';
import { documentedReason } from '../declassifiers/doc-tag.ts';
import { noteDeclassified } from '../declassifiers/note.ts';
import { released } from '../declassifiers/returned-inputs.ts';
import { nameOf } from '../naming.ts';
import { noteGap, throughUnit } from '../note-gap.ts';
import { CLEAN } from '../values/clean.ts';
import {
  type CallArguments,
  type DeferredCall,
  type SinkUse,
  type Summary,
  argumentAt,
  argumentsFrom,
} from '../summary.ts';
import type { Atom } from '../values/atom.ts';
import { contentOf } from '../values/content.ts';
import { perhaps, unsurely } from '../values/unsure.ts';
import {
  type AbstractObject,
  NOTHING,
  type Value,
  isNothing,
  isSame,
  join,
  joinAll,
  valueOfNodes,
  withStep,
} from '../values/value.ts';

/** Calls a function object. The result is what the call expression is worth. */
export function callFunction(
  activation: Activation,
  callee: AbstractObject,
  args: CallArguments,
  node: ts.Node,
  placeOf: PlaceOf = () => node,
  key = String(activation.numbers.of(node)),
): Value {
  const unit = callee.functionNode ?? callee.classNode;
  if (unit === undefined) return NOTHING;
  const { applying } = activation;
  const isDeep = applying.filter((one) => one === unit).length >= MAX_SELF;
  const rest =
    isDeep || applying.length >= activation.budget.depth ? goesRound(activation, args, node) : undefined;
  activation.budget.spend(STEPS_A_CALL);
  applying.push(unit);
  const knowsThis = knowsReceiver(activation, unit, callee, args.self);
  const summary = activation.engine.summaryOf(unit, activation.reader, knowsThis, givenBy(unit, args));
  const isReleased = (documentedReason(unit) ?? '') !== '';
  const told = isReleased ? released(summary) : summary;
  const applied = applySummary(activation, told, callee, args, node, placeOf, NOTHING_SENT, key, rest);
  const result = rest === undefined || isReleased ? applied : join(applied, rest);
  if (isResumable(summary)) rememberCall(activation, result, callee, args);
  applying.pop();
  if (!isReleased) return result;
  noteDeclassified(activation, unit, args);
  return told.result === NOTHING ? CLEAN : result;
}

/** Applies once more what a generator does with what is sent into it. */
export function resumeSummary(
  activation: Activation,
  callee: AbstractObject,
  args: CallArguments,
  { node, placeOf }: CallRequest,
  sent: ReadonlyMap<string, Value>,
): Value {
  const unit = callee.functionNode;
  if (unit === undefined || activation.applying.includes(unit)) return NOTHING;
  activation.applying.push(unit);
  const summary = activation.engine.summaryOf(unit, activation.reader, false);
  const calls = callsOnSent(summary.calls);
  const results = new Set(calls.flatMap(resultKeys));
  const sinks = summary.sinks.filter(({ atom }) => isSent(atom, results));
  const resumed = { ...summary, sinks, calls };
  const result = applySummary(activation, resumed, callee, args, node, placeOf, sent);
  activation.applying.pop();
  return result;
}

/** The calls that depend on what is sent in, or on what another one of them gives. */
function callsOnSent(calls: readonly DeferredCall[]): readonly DeferredCall[] {
  const found = new Set<DeferredCall>();
  const results = new Set<string>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const call of calls) {
      if (found.has(call) || !dependsOnSent(call, results)) continue;
      found.add(call);
      for (const key of resultKeys(call)) results.add(key);
    }
  }
  return calls.filter((call) => found.has(call));
}

/** The inputs that stand for what a call gives. */
const resultKeys = ({ key, merged }: DeferredCall): readonly string[] =>
  [key, ...merged].flatMap((one) => [`call${one}`, `thrown${one}`]);

function isSent({ origin }: Atom, results: ReadonlySet<string>): boolean {
  return origin.kind === 'input' && (origin.root.kind === 'sent' || results.has(origin.root.key));
}

function dependsOnSent({ callee, args }: DeferredCall, results: ReadonlySet<string>): boolean {
  return [callee, args.self, args.rest, ...args.positional].some(({ atoms }) =>
    [...atoms.values()].some((atom) => isSent(atom, results)),
  );
}

/** What a call costs besides what it hands over. */
const STEPS_A_CALL = 25;

/** The defaults of a unit that a call leaves unused, one bit each. */
export function givenBy(unit: UnitNode, { hasAt }: CallArguments): number {
  if (hasAt === undefined) return 0;
  return defaultsOf(unit).reduce(
    (bits, { index, path }, bit) => (hasAt(index, path) ? bits | (1 << bit) : bits),
    0,
  );
}

/** A function that calls its callback, which calls it again: unrolled so often, then cut. */
const MAX_SELF = 2;

/**
 * Where the unrolling is cut, what the callee itself does is applied, and the calls that it leaves to its caller are not
 * made: everything that went in may come out of them.
 */
function goesRound(activation: Activation, args: CallArguments, node: ts.Node): Value {
  const value = contentOf(activation, join(argumentsFrom(args, 0), args.self));
  const key = `budget recursion ${activation.numbers.of(node)}`;
  noteGap(activation, key, { reason: 'budget', node, detail: 'recursion', value });
  return value;
}

/** A call that a caller makes for its callee is told apart by both; deeper ones share what they make. */
function siteOf(key: string): string {
  const [call = '', ...sites] = key.split('@');
  return sites.length === 1 ? `${call}.${sites.join('')}` : call;
}

const NOTHING_SENT: ReadonlyMap<string, Value> = new Map();

export function applySummary(
  activation: Activation,
  summary: Summary,
  callee: AbstractObject | undefined,
  args: CallArguments,
  node: ts.Node,
  placeOf: PlaceOf,
  sent: ReadonlyMap<string, Value> = NOTHING_SENT,
  key = String(activation.numbers.of(node)),
  rest?: Value,
): Value {
  const name = nameOf(callee?.node ?? node);
  const substitution: Substitution = {
    activation,
    summary,
    callee,
    args,
    site: `@${siteOf(key)}`,
    passed: { node, what: `passed to ${name}()`, callee: name, crosses: { way: 'in', unit: callee?.node } },
    results: new Map(),
    renamed: new Map(),
    roots: new Map(sent),
    handed: new Map(),
    parts: new Map(),
    rest,
    moment: { isEarly: false, entry: undefined, parts: new Map() },
  };
  if (rest === undefined && summary.calls.length > 0) {
    substitution.moment.isEarly = true;
    applyEarlyEffects(substitution);
    makeDeferredCalls(substitution, node, placeOf);
    substitution.moment.isEarly = false;
  }
  applySinks(substitution, node, placeOf);
  const result = substitute(substitution, summary.result);
  const thrown = substitute(substitution, summary.thrown);
  // What an async function writes it may write after the call has come back.
  if (isAsync(callee) && !isAwaited(node)) unsurely(activation, () => applyEffects(substitution));
  else applyEffects(substitution);
  // What an async function throws is its promise's rejection.
  if (!isAsync(callee)) {
    const step = { node, what: `thrown by ${name}()`, callee: name };
    raise(activation, withStep(thrown, step));
    goesOnAfter(activation, thrown);
  }
  const crosses = { way: 'out', unit: callee?.functionNode } as const;
  return withStep(result, { node, what: `returned by ${name}()`, callee: name, crosses });
}

/** What is thrown here may be caught in this very state: with what it holds. */
function raise(activation: Activation, thrown: Value): void {
  if (isNothing(thrown)) return;
  activation.thrown = join(activation.thrown, thrown);
  if (thrown.objects.size > 0) activation.handlers.at(-1)?.reached(activation.state);
}

/** Whether the code goes on only when what a call has begun is done, for all that its statement tells. */
function isAwaited(call: ts.Node): boolean {
  let node = call.parent;
  while (ts.isExpression(node) && !ts.isFunctionLike(node) && !ts.isAwaitExpression(node)) node = node.parent;
  return ts.isAwaitExpression(node) || ts.isReturnStatement(node);
}

function isAsync(callee: AbstractObject | undefined): boolean {
  const node = callee?.functionNode;
  return node !== undefined && (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Async) !== 0;
}

/** What an input of the callee is for the caller is asked once, however many sinks it reaches. */
function applySinks(substitution: Substitution, node: ts.Node, placeOf: PlaceOf): void {
  const resolved = new Map<string, Resolved>();
  for (const use of substitution.summary.sinks) {
    const { key } = use.atom;
    const known = resolved.get(key) ?? resolveInput(substitution, use.atom);
    resolved.set(key, known);
    applySink(substitution, use, known, node, placeOf);
  }
}

function resolveInput(substitution: Substitution, atom: Atom): Resolved {
  const { activation } = substitution;
  const content = contentOf(activation, handedTo(substitution, atom));
  return resolveAtoms(activation.engine, [...content.atoms.values()]);
}

function applySink(
  substitution: Substitution,
  use: SinkUse,
  { labelled, inputs }: Resolved,
  node: ts.Node,
  placeOf: PlaceOf,
): void {
  if (labelled.length === 0 && inputs.length === 0) return;
  const { activation } = substitution;
  const isInside = isReportedInside(substitution, use.atom);
  for (const one of labelled) {
    const atom = throughCall(substitution, one.atom, use.atom);
    const isThere = isInside || isBornHere(one.atom, node);
    const place = isThere ? use.place : placeIn(substitution, use, placeOf(atom));
    noteFinding(activation, { ...one, atom }, use.point, place);
  }
  for (const atom of inputs)
    noteSinkUse(activation, {
      atom: throughCall(substitution, atom, use.atom),
      point: throughUnit(activation, use.point, atom),
      place: isInside ? use.place : node,
    });
}

/** What a row says that a callback is given is a source in the callback, not in the call that registers it. */
function isBornHere({ origin }: Atom, call: ts.Node): boolean {
  return origin.kind === 'source' && origin.node === call;
}

/** A function that is written in the call itself has no other caller: its own line says more. */
function placeIn({ callee }: Substitution, use: SinkUse, call: ts.Node): ts.Node {
  return isWithin(callee, call) ? use.place : call;
}

/**
 * Labels that come in through `this` or a captured variable are in the function itself: its own line is the place.
 * A captured parameter of a function that has returned is the caller's: the call is the place.
 */
function isReportedInside({ callee, roots }: Substitution, { origin }: Atom): boolean {
  if (origin.kind !== 'input') return false;
  const { kind, variable } = origin.root;
  // Of what is sent in, the generator makes what it likes.
  if (kind === 'call') return roots.has(SENT) || roots.has(SENT_ERROR);
  if (kind !== 'capture') return kind === 'this' || kind === 'sent';
  const isParameter = variable !== undefined && isPartOfParameter(variable);
  return !isParameter || callee?.id.includes('@') !== true;
}

function isPartOfParameter(declaration: ts.Declaration): boolean {
  let node: ts.Node = declaration;
  while (ts.isBindingElement(node)) node = node.parent.parent;
  return ts.isParameter(node);
}

/** Calls that the callee could not make, since only the caller knows what is called. */
function makeDeferredCalls(substitution: Substitution, node: ts.Node, placeOf: PlaceOf): void {
  for (const call of substitution.summary.calls) {
    // Calls that are told as one may call what another one of them has given.
    for (let round = 0; round < (call.merged.length > 0 ? MAX_CHAIN : 1); round += 1)
      if (!makeDeferredCall(substitution, call, node, placeOf)) break;
  }
}

/** So many calls in a row are followed where they are told as one. */
const MAX_CHAIN = 4;

/** Whether the call gave something that it had not given before. */
function makeDeferredCall(
  substitution: Substitution,
  call: DeferredCall,
  node: ts.Node,
  placeOf: PlaceOf,
): boolean {
  const { activation, results } = substitution;
  const called = calledBy(substitution, call);
  // Nobody was given: nobody is called.
  if (isNothing(called)) return false;
  const own = ownAtoms(activation, call.args);
  // What rows say of what the callback was handed has no other place than the callback's own line.
  const isInline = called.nodes.size > 0 && isWithin(substitution.callee, node);
  const outer = activation.thrown;
  activation.thrown = NOTHING;
  const request = {
    args: substituteArguments(substitution, call.args),
    node: call.node,
    placeOf: (atom: Atom) => (isInline || own.has(atom.key) ? call.node : placeOf(atom)),
    key: siteId(call.key, `@${activation.numbers.of(node)}`),
    isNew: call.isNew,
  };
  const callees = call.merged.length > 0 ? apart(called) : [called];
  const make = (): Value => joinAll(callees.map((callee) => callValue(activation, { ...request, callee })));
  const isSure = call.isSure && isSurelyMade(activation, node);
  const result = call.isSure ? (isSure ? make() : perhaps(activation, make)) : unsurely(activation, make);
  const hasGrown = !isSame(results.get(`call${call.key}`) ?? NOTHING, result);
  for (const key of [call.key, ...call.merged]) {
    results.set(`call${key}`, result);
    results.set(`thrown${key}`, activation.thrown);
    substitution.roots.delete(`call${key}`);
    substitution.roots.delete(`thrown${key}`);
  }
  activation.thrown = outer;
  // The call may have changed what inputs hold.
  forgetHanded(substitution);
  return hasGrown;
}

/** What the caller gave to be called. Without types, a method of what holds nothing is one of a constant text. */
function calledBy(substitution: Substitution, { callee, node }: DeferredCall): Value {
  const called = substitute(substitution, callee);
  if (!isNothing(called) || !ts.isCallExpression(node)) return called;
  const { activation } = substitution;
  const names = [...callee.atoms.values()].flatMap(({ origin }) =>
    origin.kind === 'input' && origin.root.kind === 'argument' && origin.path.length === 1 ? origin.path : [],
  );
  const nodes = names.flatMap((name) => textNodes(activation, name));
  return nodes.length > 0 && isUntyped(activation.engine.checker.getTypeAtLocation(node.expression))
    ? valueOfNodes(nodes)
    : called;
}

/** Of calls that are told as one, what rows clean in one must not be clean in another. */
function apart(called: Value): readonly Value[] {
  if (called.nodes.size < 2) return [called];
  const others = { ...called, nodes: NOTHING.nodes };
  return [...(isNothing(others) ? [] : [others]), ...[...called.nodes].map((node) => valueOfNodes([node]))];
}

/** Labels that the callee itself hands on, in a call that only its caller can make. */
function ownAtoms(activation: Activation, args: CallArguments): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let index = 0; index < args.positional.length; index += 1) {
    for (const [key, atom] of argumentAt(args, index).atoms) {
      if (atom.origin.kind === 'input') continue;
      keys.add(key);
      for (const content of contentOf(activation, { ...NOTHING, atoms: new Map([[key, atom]]) }).atoms.keys())
        keys.add(content);
    }
  }
  return keys;
}

function substituteArguments(substitution: Substitution, args: CallArguments): CallArguments {
  return {
    self: substitute(substitution, args.self),
    positional: args.positional.map((value) => substitute(substitution, value)),
    rest: substitute(substitution, args.rest),
    restFrom: args.restFrom,
  };
}
