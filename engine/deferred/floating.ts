/** Promises that nothing awaits: what their work was handed outlives the code that began it. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { checkSink } from '../calls/sinks.ts';
import { isFunctionObject } from '../calls/bound.ts';
import { quietly } from '../evaluate/quietly.ts';
import { evaluate } from '../interpreter.ts';
import { isLookedFor, languageSink } from '../language-sinks.ts';
import { unwrap } from '../program/syntax.ts';
import { isFunctionNode } from '../program/units.ts';
import { contentOf } from '../values/content.ts';
import { NOTHING, type Value, join, joinAll } from '../values/value.ts';
import { capturedContent } from './captured.ts';
import { isPromiseType } from './promise-type.ts';

const DEFERRED = languageSink('deferred-work');

/** Checks a statement that begins work and leaves it alone. */
export function checkFloating(activation: Activation, expression: ts.Expression): void {
  if (!isLookedFor(activation.engine, DEFERRED)) return;
  for (const call of callsLeftAlone(expression)) {
    const isLoop = isAsyncLoop(call);
    if (!isLoop && !isPromiseType(activation.engine, activation.engine.checker.getTypeAtLocation(call)))
      continue;
    const content = quietly(activation, () => workOf(activation, call));
    checkSink(activation, DEFERRED, content, call, () => call);
  }
}

/** The calls whose results a statement drops: `void send()`, `ready && send()`, `ready ? send() : wait()`. */
function callsLeftAlone(expression: ts.Expression): readonly ts.CallExpression[] {
  const node = unwrap(expression);
  if (ts.isVoidExpression(node)) return callsLeftAlone(node.expression);
  if (ts.isCallExpression(node)) return [node];
  if (ts.isConditionalExpression(node))
    return [...callsLeftAlone(node.whenTrue), ...callsLeftAlone(node.whenFalse)];
  return ts.isBinaryExpression(node) && LOGICAL.has(node.operatorToken.kind)
    ? callsLeftAlone(node.right)
    : [];
}

const LOGICAL: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** `list.forEach(async (item) => ...)`: nobody gets the promises. */
function isAsyncLoop(call: ts.CallExpression): boolean {
  const [callback] = call.arguments;
  return (
    ts.isPropertyAccessExpression(call.expression) &&
    call.expression.name.text === 'forEach' &&
    callback !== undefined &&
    isFunctionNode(callback) &&
    (ts.getCombinedModifierFlags(callback) & ts.ModifierFlags.Async) !== 0
  );
}

/** What a call and those that it is chained to were handed, and what their functions use of the code around them. */
function workOf(activation: Activation, call: ts.CallExpression): Value {
  const given = joinAll(call.arguments.map((argument) => givenContent(activation, argument)));
  const callee = unwrap(call.expression);
  if (!ts.isPropertyAccessExpression(callee)) {
    return join(given, capturedContent(activation, localFunctions(evaluate(activation, callee), callee)));
  }
  if (isAsyncLoop(call)) return join(given, contentOf(activation, evaluate(activation, callee.expression)));
  const before = CHAINED.has(callee.name.text) ? unwrap(callee.expression) : undefined;
  return before !== undefined && ts.isCallExpression(before)
    ? join(given, workOf(activation, before))
    : given;
}

const CHAINED: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

function givenContent(activation: Activation, argument: ts.Expression): Value {
  const node = unwrap(ts.isSpreadElement(argument) ? argument.expression : argument);
  if (ts.isArrayLiteralExpression(node))
    return joinAll(node.elements.map((element) => givenContent(activation, element)));
  const value = evaluate(activation, node);
  const own = join(contentOf(activation, value), capturedContent(activation, value));
  const isWork =
    ts.isCallExpression(node) &&
    isPromiseType(activation.engine, activation.engine.checker.getTypeAtLocation(node));
  return isWork ? join(own, workOf(activation, node)) : own;
}

/** A function of the module is told by what it is handed; one that is written in the call has the rest from around it. */
const localFunctions = ({ objects }: Value, callee: ts.Expression): Value => ({
  ...NOTHING,
  objects: new Map(
    [...objects].filter(
      ([, object]) => isFunctionObject(object) && (!object.isGlobal || isFunctionNode(callee)),
    ),
  ),
});
