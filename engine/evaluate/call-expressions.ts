/** Calls as they are written: callee, arguments, `this`, and the forms that the language itself gives a meaning. */
import { isKnownThis } from '../receivers.ts';
import { isPromise, newPromise, withResolvers } from '../calls/settlers.ts';
import { checkAssignedError, checkMadeError, checkNewError } from '../errors/check-errors.ts';
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { callObject } from '../calls/call.ts';
import { callMethodOfFunction, isFunctionObject } from '../calls/bound.ts';
import { checkDocumentedSinks, documentedDeclaration } from '../calls/documented-sinks.ts';
import { callModelled } from '../calls/modelled.ts';
import { callListMethod } from '../calls/known-lists.ts';
import { filteredEntries } from '../calls/filtered-entries.ts';
import { newMap } from '../calls/new-map.ts';
import { requestAt } from '../calls/request.ts';
import { declaredFunctions } from '../calls/resolve.ts';
import { callUnmodelled } from '../calls/unmodelled.ts';
import { callSuper } from './classes.ts';
import { closureOf } from './closures.ts';
import { isInputValue, onlyInputs } from '../calls/only-inputs.ts';
import { markArguments } from './constructed.ts';
import { superMember } from './super-members.ts';
import { readElement, readMember } from './members.ts';
import { moduleByName } from './modules.ts';
import { namesGiven } from './member-names.ts';
import { keysOfExpression } from './member-names.ts';
import { objectAt, thisValue, typedValue } from '../inputs.ts';
import { callValue, evaluate } from '../interpreter.ts';
import { AWAITED } from '../keys.ts';
import { speaksOfCalls } from '../models/speaks-of-calls.ts';
import { isGiven } from '../program/defaults.ts';
import { unwrap } from '../program/syntax.ts';
import { type CallArguments, type NamesWanted, NO_ARGUMENTS, argumentAt } from '../summary.ts';
import { allocate, read, write } from '../values/memory.ts';
import { unsurely } from '../values/unsure.ts';
import { tupleLength } from '../tags/type-kinds.ts';
import { releasingDeclaration } from '../declassifiers/doc-tag.ts';
import { noteDeclassified } from '../declassifiers/note.ts';
import { CLEAN, isKnownClean } from '../values/clean.ts';
import {
  type AbstractObject,
  NOTHING,
  type Value,
  isNothing,
  join,
  joinAll,
  mapAtoms,
  valueOfObject,
} from '../values/value.ts';

export function callExpression(activation: Activation, node: ts.CallExpression): Value {
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) {
    const owner = ts.findAncestor(node, ts.isClassLike);
    callSuper(activation, owner, node, argumentsOf(activation, node.arguments, thisValue(activation)));
    return NOTHING;
  }
  return (
    importOrRequire(activation, node) ??
    withResolvers(activation, node) ??
    (ts.isOptionalChain(node)
      ? unsurely(activation, () => ordinaryCall(activation, node))
      : ordinaryCall(activation, node))
  );
}

function importOrRequire(activation: Activation, node: ts.CallExpression): Value | undefined {
  const [first] = node.arguments;
  if (first === undefined || !ts.isStringLiteralLike(first)) return undefined;
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const promise = allocate(activation, objectAt(activation, node, 'promise'));
    write(activation, promise, AWAITED, moduleByName(activation, first), false);
    return promise;
  }
  const isRequire =
    ts.isIdentifier(node.expression) && node.expression.text === 'require' && node.arguments.length === 1;
  return isRequire ? moduleByName(activation, first) : undefined;
}

interface Callee {
  readonly value: Value;
  readonly self: Value;
}

function ordinaryCall(activation: Activation, node: ts.CallExpression): Value {
  const callee = calleeOf(activation, unwrap(node.expression));
  const args = argumentsOf(activation, node.arguments, callee.self);
  const isModelled = [...callee.value.nodes].some(speaksOfCalls);
  const viaFunction = isModelled ? undefined : viaMethodOfFunction(activation, node, callee.self, args);
  const viaList = viaFunction ?? callListMethod(activation, node, callee.value, args);
  const given = viaList ?? callCallee(activation, node, callee.value, args);
  const result = (isModelled && filteredEntries(activation, node, callee.self)) || given;
  if (callee.value.objects.size === 0 && callee.value.nodes.size === 0) markArguments(activation, node);
  checkDeclaredSinks(activation, node, args);
  checkMadeError(activation, node, callee.value, args);
  checkAssignedError(activation, node, args);
  if (isModelled && node.typeArguments === undefined && isGivenBack(result, args)) return result;
  return resultAt(activation, node, isReleased(activation, node, args) ? CLEAN : result);
}

/** Of an object that a call was given and gives back, the call's type tells nothing new: `Object.assign(target, other)`. */
function isGivenBack({ objects, atoms }: Value, { self, positional }: CallArguments): boolean {
  const given = [self, ...positional];
  return (
    objects.size > 0 &&
    [...objects.keys()].every((id) => given.some((one) => one.objects.has(id))) &&
    [...atoms.keys()].every((key) => given.some((one) => one.atoms.has(key)))
  );
}

/** What is said of a callee without a body; one with a body is checked where it is called. */
function checkDeclaredSinks(activation: Activation, node: ts.CallExpression, args: CallArguments): void {
  const { index, checker } = activation.engine;
  const declaration = index.hasDocumentedSinks ? documentedDeclaration(checker, node) : undefined;
  if (declaration !== undefined) checkDocumentedSinks(activation, declaration, args, node, () => node);
}

/** Whether the declared callee releases what it makes; one with a body has been asked by now. */
function isReleased(activation: Activation, node: ts.CallExpression, args: CallArguments): boolean {
  const { index, checker } = activation.engine;
  const declaration = index.hasDeclassifiers ? releasingDeclaration(checker, node) : undefined;
  if (declaration === undefined) return false;
  noteDeclassified(activation, declaration, args);
  return true;
}

/** `log.call(...)`, and `Function.prototype.call.call(log, ...)`, whose function is its first argument. */
function viaMethodOfFunction(
  activation: Activation,
  node: ts.CallExpression,
  self: Value,
  args: CallArguments,
): Value | undefined {
  const callee = unwrap(node.expression);
  const name = methodName(callee);
  if (name === undefined || !ts.isPropertyAccessExpression(callee)) return undefined;
  if (isOtherMethod(activation, callee.name)) return undefined;
  const inner = name === 'call' ? methodName(unwrap(callee.expression)) : undefined;
  const direct = callMethodOfFunction(activation, node, self, name, args);
  if (direct !== undefined || inner === undefined) return direct;
  const shifted = {
    ...NO_ARGUMENTS,
    positional: args.positional.slice(1),
    rest: args.rest,
    restFrom: Math.max(0, args.restFrom - 1),
  };
  return callMethodOfFunction(activation, node, argumentAt(args, 0), inner, shifted);
}

/** A class may have a method of the same name as one of functions. */
function isOtherMethod({ engine: { checker, program } }: Activation, name: ts.Node): boolean {
  const declarations = checker.getSymbolAtLocation(name)?.declarations ?? [];
  return (
    declarations.length > 0 &&
    !declarations.some((one) => program.isSourceFileDefaultLibrary(one.getSourceFile()))
  );
}

/** The name of a method that every function has. */
function methodName(callee: ts.Expression): string | undefined {
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined;
  return name === 'call' || name === 'apply' || name === 'bind' ? name : undefined;
}

/** The callee and the object that it is called on. */
function calleeOf(activation: Activation, node: ts.Node): Callee {
  if (ts.isPropertyAccessExpression(node)) {
    if (node.expression.kind === ts.SyntaxKind.SuperKeyword)
      return { value: superMember(activation, node), self: thisValue(activation) };
    const self = evaluate(activation, node.expression);
    return { value: readMember(activation, self, node.name.text, node), self };
  }
  if (ts.isElementAccessExpression(node)) {
    const self = evaluate(activation, node.expression);
    evaluate(activation, node.argumentExpression);
    return {
      value: readElement(activation, self, keysOfExpression(activation, node.argumentExpression), node),
      self,
    };
  }
  return { value: ts.isExpression(node) ? evaluate(activation, node) : NOTHING, self: NOTHING };
}

/** Functions that the value holds come first; else those that the callee's symbol declares. */
function callCallee(
  activation: Activation,
  node: ts.CallExpression,
  callee: Value,
  args: CallArguments,
): Value {
  const callable = withTypedNodes(activation, node.expression, callee);
  if (
    [...callable.objects.values()].some((object) => isFunctionObject(object) || object.kind === 'resumption')
  )
    return callValue(activation, requestAt(activation, node, onlyOne(activation, node, callable), args));
  const { functions, isComplete, isForeign, isAbsent } = declaredFunctions(activation, node);
  if (isForeign && callable.nodes.size === 0)
    return callUnmodelled(activation, requestAt(activation, node, callable, args));
  const mayBeAnother = functions.length > 1 || (functions.length > 0 && !isComplete && isInput(args.self));
  if (mayBeAnother && isDecidedByCaller(activation, args.self))
    return callValue(activation, requestAt(activation, node, onlyInputs(callable), args));
  const request = requestAt(activation, node, callable, args);
  const callAll = (): Value =>
    joinAll(functions.map((one) => callObject(activation, closureOf(activation, one), request)));
  const result = functions.length > 1 ? unsurely(activation, callAll) : callAll();
  if (isComplete && callable.nodes.size === 0) return result;
  if (functions.length === 0) {
    const known = callValue(activation, request);
    return isAbsent && callable.nodes.size === 0 ? join(known, callUnmodelled(activation, request)) : known;
  }
  const told = callable.nodes.size === 0 ? result : callModelled(activation, request, result);
  const remaining = told === undefined ? callable : onlyInputs(callable);
  if (isNothing(remaining)) return told ?? result;
  return join(told ?? result, callValue(activation, requestAt(activation, node, remaining, args)));
}

/** A method that no class overrides is the only one that a caller's object can have. */
function onlyOne(activation: Activation, node: ts.CallExpression, callee: Value): Value {
  if (isNothing(onlyInputs(callee))) return callee;
  const { functions, isComplete } = declaredFunctions(activation, node);
  const [only] = functions;
  if (!isComplete || functions.length !== 1 || only === undefined) return callee;
  const own = valueOfObject(closureOf(activation, only));
  return join(
    own,
    mapAtoms(callee, (atom) => (isInputValue(atom) ? undefined : atom)),
  );
}

/** Which override a known object has is its maker's to say. */
function isDecidedByCaller(activation: Activation, self: Value): boolean {
  return self.atoms.size > 0 && [...self.atoms.values()].every((atom) => isKnownThis(activation, atom));
}

/** Nothing but what the unit itself is handed, and no part of it. */
const isInput = ({ objects, atoms }: Value): boolean =>
  objects.size === 0 &&
  [...atoms.values()].every(({ origin }) => origin.kind === 'input' && origin.path.length === 0);

/** A value of a named callable type (`LogFn`) is what its rows say, whatever it was read from. */
function withTypedNodes(activation: Activation, expression: ts.Expression, callee: Value): Value {
  const { models, checker } = activation.engine;
  if ([...callee.nodes].some(speaksOfCalls) || [...callee.objects.values()].some(isOwnCode)) return callee;
  if (activation.given.size > 0 && isTypedByDefault(activation, unwrap(expression))) return callee;
  const nodes = models.instanceNodes(checker.getTypeAtLocation(expression));
  return nodes.length === 0
    ? callee
    : activation.arriveAt({ ...callee, nodes: new Set([...callee.nodes, ...nodes]) });
}

const isOwnCode = (object: AbstractObject): boolean => isFunctionObject(object) || object.kind === 'class';

/** A parameter whose type is that of its default is no such thing where something else is given. */
function isTypedByDefault({ engine, given }: Activation, callee: ts.Expression): boolean {
  const declaration = ts.isIdentifier(callee)
    ? engine.checker.getSymbolAtLocation(callee)?.valueDeclaration
    : undefined;
  if (declaration === undefined || !(ts.isParameter(declaration) || ts.isBindingElement(declaration)))
    return false;
  return declaration.initializer !== undefined && given.has(declaration.initializer);
}

/** The declared type of a result speaks of it as well. What a module makes of foreign code has an identity of its own. */
function resultAt(activation: Activation, node: ts.Expression, result: Value): Value {
  const typed = isKnownClean(result)
    ? result
    : join(result, typedValue(activation, node, !isNothing(result)));
  const isKept = result.objects.size === 0 && (ts.isNewExpression(node) || ts.isSourceFile(activation.unit));
  return isKept ? join(typed, allocate(activation, objectAt(activation, node, 'object'))) : typed;
}

/** Arguments in order; from a spread on, any of them may stand at any index. */
export function argumentsOf(
  activation: Activation,
  nodes: readonly ts.Expression[],
  self: Value,
): CallArguments {
  const positional: Value[] = [];
  let rest = NOTHING;
  let isOpen = false;
  for (const argument of nodes) {
    const items = spreadItems(activation, argument);
    isOpen ||= items === undefined;
    const given = items ?? [evaluate(activation, argument)];
    if (isOpen) rest = joinAll([rest, ...given]);
    else positional.push(...given);
  }
  const namesAt = (index: number, wanted: NamesWanted): readonly string[] | undefined =>
    namesOf(activation, nodes, index, wanted);
  const hasAt = (index: number, path: readonly string[]): boolean =>
    hasArgument(activation, nodes, index, path);
  return { self, positional, rest, restFrom: positional.length, namesAt, hasAt };
}

function hasArgument(
  { engine: { checker } }: Activation,
  nodes: readonly ts.Expression[],
  index: number,
  path: readonly string[],
): boolean {
  const node = nodes[index];
  if (node === undefined || nodes.slice(0, index + 1).some(ts.isSpreadElement)) return false;
  return isGiven(checker, checker.getTypeAtLocation(node), path);
}

/** The items of a spread list whose length is known, each at its place, or the one item of an ordinary argument. */
function spreadItems(activation: Activation, argument: ts.Expression): readonly Value[] | undefined {
  if (!ts.isSpreadElement(argument)) return [evaluate(activation, argument)];
  const list = unwrap(argument.expression);
  const length = ts.isArrayLiteralExpression(list)
    ? list.elements.some(ts.isSpreadElement)
      ? undefined
      : list.elements.length
    : tupleLength(activation.engine.checker.getTypeAtLocation(list), activation.engine.checker);
  if (length === undefined) return undefined;
  const value = evaluate(activation, argument.expression);
  return Array.from({ length }, (_, index) => read(activation, value, String(index)));
}

/** The names that the arguments in a range can be, where none of them may stand elsewhere. */
function namesOf(
  activation: Activation,
  nodes: readonly ts.Expression[],
  from: number,
  { isRest, byElements }: NamesWanted,
): readonly string[] | undefined {
  const given = nodes.slice(from, isRest ? undefined : from + 1);
  if (given.length === 0 || nodes.slice(0, from + given.length).some(ts.isSpreadElement)) return undefined;
  const names = given.map((node) => namesGiven(activation, node, byElements && !isRest));
  return names.every((one) => one !== undefined) ? [...new Set(names.flat())] : undefined;
}

export function newExpression(activation: Activation, node: ts.NewExpression): Value {
  const map = newMap(activation, node);
  if (map !== undefined) return resultAt(activation, node, map);
  const callee = withTypedNodes(activation, node.expression, evaluate(activation, node.expression));
  const args = argumentsOf(activation, node.arguments ?? [], NOTHING);
  if (isPromise(activation, node.expression))
    return resultAt(activation, node, newPromise(activation, node, args));
  checkNewError(activation, node, callee, args);
  return resultAt(activation, node, callValue(activation, requestAt(activation, node, callee, args)));
}

/** A tag function gets the strings, then the substitutions. */
export function taggedTemplate(activation: Activation, node: ts.TaggedTemplateExpression): Value {
  const { value: found, self } = calleeOf(activation, unwrap(node.tag));
  const value = withTypedNodes(activation, node.tag, found);
  const spans = ts.isTemplateExpression(node.template) ? node.template.templateSpans : [];
  const strings =
    value.objects.size > 0 ? allocate(activation, objectAt(activation, node, 'array')) : NOTHING;
  const positional = [strings, ...spans.map(({ expression }) => evaluate(activation, expression))];
  const args = { ...NO_ARGUMENTS, self, positional, restFrom: positional.length };
  return resultAt(activation, node, callValue(activation, requestAt(activation, node, value, args)));
}
