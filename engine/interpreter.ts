/** The knot of the evaluator: expressions call functions, and functions evaluate expressions. Each finds the other here. */
import type ts from 'typescript';
import type { Activation } from './activation.ts';
import type { CallRequest } from './calls/request.ts';
import type { AbstractObject, Value } from './values/value.ts';

export interface Interpreter {
  evaluate(activation: Activation, node: ts.Expression): Value;
  runStatements(activation: Activation, statements: readonly ts.Statement[]): void;
  readSymbol(activation: Activation, symbol: ts.Symbol, node: ts.Node): Value;
  readDeclared(activation: Activation, object: AbstractObject, name: string, node: ts.Node): Value;
  callValue(activation: Activation, request: CallRequest): Value;
  construct(activation: Activation, object: AbstractObject, request: CallRequest): Value;
  answerWrite(activation: Activation, base: Value, name: string, value: Value, node: ts.Node): boolean;
  assignClean(activation: Activation, target: ts.Expression, value: Value): void;
}

/** The value of an expression, and its effects on the state. */
export function evaluate(activation: Activation, node: ts.Expression): Value {
  return activation.engine.interpreter.evaluate(activation, node);
}

export function runStatements(activation: Activation, statements: readonly ts.Statement[]): void {
  activation.engine.interpreter.runStatements(activation, statements);
}

/** The value of a declared name. `node` is where it is read. */
export function readSymbol(activation: Activation, symbol: ts.Symbol, node: ts.Node): Value {
  return activation.engine.interpreter.readSymbol(activation, symbol, node);
}

/** What a class, a module or an object literal declares under a name: methods, getters, exports. */
export function readDeclared(
  activation: Activation,
  object: AbstractObject,
  name: string,
  node: ts.Node,
): Value {
  return activation.engine.interpreter.readDeclared(activation, object, name, node);
}

/** Makes a call. Its result is the join over everything that the callee may be. */
export function callValue(activation: Activation, request: CallRequest): Value {
  return activation.engine.interpreter.callValue(activation, request);
}

/** `new C(...)`: an instance, and whatever its constructor does to it. */
export function construct(activation: Activation, object: AbstractObject, request: CallRequest): Value {
  return activation.engine.interpreter.construct(activation, object, request);
}

/** Runs the code that answers a write to a member, and tells whether a setter has taken the value. */
export function answerWrite(
  activation: Activation,
  base: Value,
  name: string,
  value: Value,
  node: ts.Node,
): boolean {
  return activation.engine.interpreter.answerWrite(activation, base, name, value, node);
}

/** Gives the variable or member that an expression names a value from which content has been taken. */
export function assignClean(activation: Activation, target: ts.Expression, value: Value): void {
  activation.engine.interpreter.assignClean(activation, target, value);
}
