/** Calls: whatever a callee may be, its functions, its rows, the caller's own business, or nothing known. */
import ts from 'typescript';
import { joinArguments, mapArguments } from '../summary.ts';
import { concretised } from '../labels.ts';
import { callAdapted } from './adapted.ts';
import { resume } from './generators.ts';
import { handOver } from './hand-over.ts';
import { settle } from './settlers.ts';
import type { Activation } from '../activation.ts';
import { callFunction } from './apply.ts';
import { isUntyped } from '../builtin-members.ts';
import { callBound, isFunctionObject } from './bound.ts';
import { callEscaped } from './callbacks.ts';
import { checkDocumentedSinks } from './documented-sinks.ts';
import { callModelled } from './modelled.ts';
import { replacementsOf } from './decorated.ts';
import { rowsOf } from './own-rows.ts';
import type { CallRequest } from './request.ts';
import { trapCall } from './traps.ts';
import { callUnmodelled } from './unmodelled.ts';
import { isSurelyMade } from './surely-made.ts';
import { unsurely } from '../values/unsure.ts';
import { rootOf } from '../inputs.ts';
import { construct } from '../interpreter.ts';
import { type Atom, makeAtom } from '../values/atom.ts';
import { contentOf } from '../values/content.ts';
import {
  type AbstractObject,
  NOTHING,
  type Value,
  join,
  joinAll,
  mapAtoms,
  valueOfAtoms,
  valueOfNodes,
} from '../values/value.ts';

/** Makes a call. Its result is the join over everything that the callee may be. */
export function callValue(activation: Activation, request: CallRequest): Value {
  const { objects, atoms } = request.callee;
  const isOne = objects.size + Number([...atoms.values()].some(isCallable)) <= 1;
  return isOne ? callEach(activation, request) : unsurely(activation, () => callEach(activation, request));
}

const isCallable = ({ origin, reach }: Atom): boolean => origin.kind === 'input' && reach === 'value';

function callEach(activation: Activation, request: CallRequest): Value {
  const { callee } = request;
  const results: Value[] = [];
  for (const object of callee.objects.values()) {
    if (object.kind === 'function' || object.kind === 'class')
      results.push(callObject(activation, object, request));
    else if (object.kind === 'bound') results.push(callBound(activation, object, request));
    else if (object.kind === 'resumption') results.push(resume(activation, object, request));
    else if (object.kind === 'object') results.push(...given(callStandIn(activation, object, request)));
    else if (object.kind === 'settler') results.push(settle(activation, object, request.args));
  }
  const modelled = callModelled(activation, request, NOTHING);
  if (modelled !== undefined) results.push(modelled);
  const inputs = [...callee.atoms.values()].filter(isCallable);
  if (inputs.length > 0 && (modelled === undefined || mayResume(request)))
    results.push(defer(activation, request, inputs));
  return results.length > 0 ? joinAll(results) : callUnmodelled(activation, request);
}

/** An object that stands for a function: another form of one, or a proxy with a trap for calls. */
const callStandIn = (
  activation: Activation,
  object: AbstractObject,
  request: CallRequest,
): Value | undefined => callAdapted(activation, object, request) ?? trapCall(activation, object, request);

const given = (value: Value | undefined): readonly Value[] => (value === undefined ? [] : [value]);

/** A function or class of the program, and what rows say of it. */
export function callObject(activation: Activation, object: AbstractObject, request: CallRequest): Value {
  const { args, node, placeOf, key } = request;
  const replacements = replacementsOf(activation, object, request);
  if (replacements !== undefined) return callValue(activation, { ...request, callee: replacements });
  const returned =
    object.kind === 'class' || request.isNew
      ? construct(activation, object, request)
      : callFunction(activation, object, args, node, placeOf, key);
  const unit = object.functionNode ?? object.classNode;
  if (unit !== undefined && activation.engine.index.hasDocumentedSinks)
    checkDocumentedSinks(activation, unit, args, node, placeOf);
  const rows = unit === undefined ? [] : rowsOf(activation, unit);
  if (rows.length === 0) return returned;
  return callModelled(activation, { ...request, callee: valueOfNodes(rows) }, returned) ?? returned;
}

/** Rows tell what a generator gives; what is sent into it is for the caller to follow, who knows which it is. */
function mayResume({ callee, args }: CallRequest): boolean {
  const isGiven = args.positional.length > 0;
  return isGiven && [...callee.atoms.values()].some(({ origin }) => isResumption(origin));
}

function isResumption(origin: Atom['origin']): boolean {
  const name = origin.kind === 'input' ? origin.path.at(-1) : undefined;
  return name === 'next' || name === 'throw';
}

/** Only the caller knows what this calls: the summary says so, and the result is an input. */
function defer(activation: Activation, request: CallRequest, inputs: readonly Atom[]): Value {
  const { key, node } = request;
  const args = mapArguments(request.args, (value) => concretised(activation.engine, value));
  handOver(activation, [args.self, args.rest, ...args.positional]);
  const known = activation.calls.get(key);
  const callee = valueOfAtoms(inputs);
  activation.calls.set(key, {
    key,
    merged: [],
    callee: known === undefined ? callee : join(known.callee, callee),
    args: known === undefined ? args : joinArguments(known.args, args),
    node,
    isNew: request.isNew,
    isSure: known?.isSure !== false && isSurelyMade(activation, node),
  });
  activation.thrown = join(activation.thrown, resultInput(activation, `thrown${key}`));
  return join(resultInput(activation, `call${key}`), returnedUntyped(activation, request));
}

/** In code without types nobody may ever say what is called: what goes in without a caller comes out of it. */
function returnedUntyped(activation: Activation, request: CallRequest): Value {
  const { node, callee, args } = request;
  const handed = join({ ...NOTHING, atoms: callee.atoms }, { ...NOTHING, atoms: args.self.atoms });
  const own = concrete(concretised(activation.engine, handed));
  if (!ts.isCallExpression(node)) return NOTHING;
  const hasCallback = args.positional.some(({ objects }) => [...objects.values()].some(isFunctionObject));
  // A callback that is given nothing can only matter for what it returns.
  if (own.atoms.size === 0 && (!hasCallback || ts.isExpressionStatement(node.parent))) return NOTHING;
  if (!isUntyped(activation.engine.checker.getTypeAtLocation(node))) return NOTHING;
  const returned = hasCallback ? callEscaped(activation, request, own) : NOTHING;
  // What a callback makes of the caller's values is part of it too: a text, say, is no value that the caller could call.
  return contentOf(activation, join(own, returned));
}

/** What a value holds whoever calls. */
const concrete = ({ atoms }: Value): Value =>
  mapAtoms({ ...NOTHING, atoms }, (atom) => (atom.origin.kind === 'input' ? undefined : atom));

/** What a call that the caller makes gives back, or throws. */
function resultInput(activation: Activation, key: string): Value {
  const root = rootOf(activation, { key, kind: 'call', index: 0, declared: undefined });
  return valueOfAtoms([
    makeAtom(activation.numbers, { origin: { kind: 'input', root, path: [] }, reach: 'value' }),
  ]);
}
