/** Calls as they are written: callee, arguments, `this`, and the forms that the language itself gives a meaning. */
import { isKnownThis } from '../receivers.ts';
import { isPromise, newPromise, withResolvers } from '../calls/settlers.ts';
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { callFunction } from '../calls/apply.ts';
import { callMethodOfFunction, isFunctionObject } from '../calls/bound.ts';
import { requestAt } from '../calls/request.ts';
import { declaredFunctions } from '../calls/resolve.ts';
import { callUnmodelled } from '../calls/unmodelled.ts';
import { callSuper } from './classes.ts';
import { closureOf } from './closures.ts';
import { superMember } from './heritage.ts';
import { readElement, readMember } from './members.ts';
import { moduleByName } from './modules.ts';
import { iterate, keysOfExpression } from './patterns.ts';
import { objectAt, thisValue, typedValue } from '../inputs.ts';
import { callValue, evaluate } from '../interpreter.ts';
import { AWAITED } from '../keys.ts';
import { unwrap } from '../program/syntax.ts';
import { type CallArguments, NO_ARGUMENTS } from '../summary.ts';
import { allocate, write } from '../values/memory.ts';
import { NOTHING, type Value, isNothing, join } from '../values/value.ts';

export function callExpression(activation: Activation, node: ts.CallExpression): Value {
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) {
    const owner = ts.findAncestor(node, ts.isClassLike);
    callSuper(activation, owner, node, argumentsOf(activation, node.arguments, thisValue(activation)));
    return NOTHING;
  }
  return (
    importOrRequire(activation, node) ?? withResolvers(activation, node) ?? ordinaryCall(activation, node)
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
  const name = methodName(node);
  const viaFunction =
    name === undefined ? undefined : callMethodOfFunction(activation, node, callee.self, name, args);
  return resultAt(activation, node, viaFunction ?? callCallee(activation, node, callee.value, args));
}

/** The name of a method that every function has. */
function methodName(node: ts.CallExpression): string | undefined {
  const callee = unwrap(node.expression);
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
  const callable = withTypedNodes(activation, node, callee);
  if ([...callable.objects.values()].some(isFunctionObject))
    return callValue(activation, requestAt(activation, node, callable, args));
  const { functions, isComplete, isForeign } = declaredFunctions(activation, node);
  if (isForeign && callable.nodes.size === 0)
    return callUnmodelled(activation, requestAt(activation, node, callable, args));
  if (functions.length > 1 && isDecidedByCaller(activation, args.self))
    return callValue(activation, requestAt(activation, node, onlyInputs(callable), args));
  let result = NOTHING;
  for (const one of functions)
    result = join(result, callFunction(activation, closureOf(activation, one), args, node));
  if (isComplete && callable.nodes.size === 0) return result;
  const remaining = functions.length > 0 && callable.nodes.size === 0 ? onlyInputs(callable) : callable;
  return isNothing(remaining) && functions.length > 0
    ? result
    : join(result, callValue(activation, requestAt(activation, node, remaining, args)));
}

/** Which override a known object has is its maker's to say. */
function isDecidedByCaller(activation: Activation, self: Value): boolean {
  return self.atoms.size > 0 && [...self.atoms.values()].every((atom) => isKnownThis(activation, atom));
}

function onlyInputs(value: Value): Value {
  return {
    ...NOTHING,
    atoms: new Map(
      [...value.atoms].filter(([, atom]) => atom.origin.kind === 'input' && atom.reach === 'value'),
    ),
  };
}

/** A value of a named callable type (`LogFn`) is what its rows say, whatever it was read from. */
function withTypedNodes(activation: Activation, node: ts.CallExpression, callee: Value): Value {
  const { models, checker } = activation.engine;
  if (callee.nodes.size > 0 || [...callee.objects.values()].some(isFunctionObject)) return callee;
  const nodes = models.instanceNodes(checker.getTypeAtLocation(node.expression));
  return nodes.length === 0 ? callee : activation.arriveAt({ ...callee, nodes: new Set(nodes) });
}

/** The declared type of a result speaks of it as well. What a module makes of foreign code has an identity of its own. */
function resultAt(activation: Activation, node: ts.Expression, result: Value): Value {
  const typed = join(result, typedValue(activation, node, !isNothing(result)));
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
  let restFrom = nodes.length;
  nodes.forEach((argument, index) => {
    const isSpread = ts.isSpreadElement(argument);
    const value = isSpread
      ? iterate(activation, evaluate(activation, argument.expression), argument, false)
      : evaluate(activation, argument);
    if (isSpread) restFrom = Math.min(restFrom, index);
    if (index >= restFrom) rest = join(rest, value);
    else positional.push(value);
  });
  return { self, positional, rest, restFrom };
}

export function newExpression(activation: Activation, node: ts.NewExpression): Value {
  const callee = evaluate(activation, node.expression);
  const args = argumentsOf(activation, node.arguments ?? [], NOTHING);
  if (isPromise(activation, node.expression))
    return resultAt(activation, node, newPromise(activation, node, args));
  return resultAt(activation, node, callValue(activation, requestAt(activation, node, callee, args)));
}

/** A tag function gets the strings, then the substitutions. */
export function taggedTemplate(activation: Activation, node: ts.TaggedTemplateExpression): Value {
  const { value, self } = calleeOf(activation, unwrap(node.tag));
  const spans = ts.isTemplateExpression(node.template) ? node.template.templateSpans : [];
  const positional = [NOTHING, ...spans.map(({ expression }) => evaluate(activation, expression))];
  const args = { ...NO_ARGUMENTS, self, positional, restFrom: positional.length };
  return resultAt(activation, node, callValue(activation, requestAt(activation, node, value, args)));
}
