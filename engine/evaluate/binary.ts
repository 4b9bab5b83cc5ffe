/** Binary operators, assignments among them. */
import { branching, decide, decided, derivedFrom } from '../implicit-flows.ts';
import { textOf } from './texts.ts';
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { checkAssignment } from '../calls/property-sinks.ts';
import { refine } from './conditions.ts';
import { constantOutcome } from './constants.ts';
import { assignTo } from './patterns.ts';
import { askInstance } from './protocols.ts';
import { trapAsk } from '../calls/traps.ts';
import { typedValue } from '../inputs.ts';
import { evaluate } from '../interpreter.ts';
import { isAssignment } from '../program/scopes.ts';
import { unwrap } from '../program/syntax.ts';
import { contentOf } from '../values/content.ts';
import { fork, joinStates } from '../values/state.ts';
import { NOTHING, type Value, join, joinAll } from '../values/value.ts';

const Kind = ts.SyntaxKind;

const LOGICAL: ReadonlySet<ts.SyntaxKind> = new Set([
  Kind.AmpersandAmpersandToken,
  Kind.BarBarToken,
  Kind.QuestionQuestionToken,
]);

const LOGICAL_ASSIGNMENT: ReadonlySet<ts.SyntaxKind> = new Set([
  Kind.AmpersandAmpersandEqualsToken,
  Kind.BarBarEqualsToken,
  Kind.QuestionQuestionEqualsToken,
]);

/** Comparisons say yes or no: a boolean holds no content. */
const COMPARISONS: ReadonlySet<ts.SyntaxKind> = new Set([
  Kind.EqualsEqualsToken,
  Kind.EqualsEqualsEqualsToken,
  Kind.ExclamationEqualsToken,
  Kind.ExclamationEqualsEqualsToken,
  Kind.LessThanToken,
  Kind.LessThanEqualsToken,
  Kind.GreaterThanToken,
  Kind.GreaterThanEqualsToken,
  Kind.InKeyword,
  Kind.InstanceOfKeyword,
]);

export function binary(activation: Activation, node: ts.BinaryExpression): Value {
  const operator = node.operatorToken.kind;
  if (isAssignment(operator)) return assignment(activation, node, operator);
  if (LOGICAL.has(operator)) return logical(activation, node, operator);
  if (operator === Kind.CommaToken) {
    evaluate(activation, node.left);
    return evaluate(activation, node.right);
  }
  return computed(activation, node);
}

// labels(left) + labels(right) are in labels(left op right), but for comparisons
function computed(activation: Activation, node: ts.BinaryExpression): Value {
  const operands = operandsOf(node);
  const values = operands.map((operand) => evaluate(activation, operand));
  if (COMPARISONS.has(node.operatorToken.kind)) {
    askObject(activation, node, values);
    return derivedFrom(activation, joinAll(values));
  }
  return joinAll(operands.map((operand, index) => textOf(activation, values[index] ?? NOTHING, operand)));
}

/** What `in` and `instanceof` ask code of the program: a trap, or `[Symbol.hasInstance]`. */
function askObject(
  activation: Activation,
  node: ts.BinaryExpression,
  [left = NOTHING, right = NOTHING]: readonly Value[],
): void {
  const operator = node.operatorToken.kind;
  if (operator === Kind.InKeyword) trapAsk(activation, right, 'has', left, node);
  if (operator === Kind.InstanceOfKeyword) askInstance(activation, right, left, node);
}

/** A long chain of one operator, flat: a generated text of a thousand pieces must not recurse a thousand times. */
function operandsOf(node: ts.BinaryExpression): readonly ts.Expression[] {
  const operator = node.operatorToken.kind;
  const operands: ts.Expression[] = [];
  let next: ts.Expression = node;
  while (ts.isBinaryExpression(next) && next.operatorToken.kind === operator) {
    operands.push(next.right);
    next = next.left;
  }
  operands.push(next);
  return operands.reverse();
}

// labels(a || b) = labels(a) + labels(b); of a && b only b comes out with content
function logical(activation: Activation, node: ts.BinaryExpression, operator: ts.SyntaxKind): Value {
  const left = evaluate(activation, node.left);
  if (isDecided(activation, node, operator)) return left;
  const before = fork(activation.state);
  if (operator !== Kind.QuestionQuestionToken)
    refine(activation, node.left, operator === Kind.AmpersandAmpersandToken);
  const right = branching(activation, () => {
    decide(activation, left);
    return decided(activation, evaluate(activation, node.right));
  });
  activation.state = joinStates(before, activation.state);
  return operator === Kind.AmpersandAmpersandToken ? right : join(left, right);
}

/** The right side is never reached. */
function isDecided(activation: Activation, node: ts.BinaryExpression, operator: ts.SyntaxKind): boolean {
  if (operator === Kind.QuestionQuestionToken) return false;
  return constantOutcome(activation, node.left) === (operator === Kind.BarBarToken);
}

// labels(right) are in labels(target); an operator joins what was there
function assignment(activation: Activation, node: ts.BinaryExpression, operator: ts.SyntaxKind): Value {
  const right = evaluate(activation, node.right);
  const value = declaredWhereUnknown(activation, node, assignedValue(activation, node, operator, right));
  assignTo(activation, node.left, value);
  checkAssignment(activation, node, value);
  return value;
}

/** What nobody knows is what the member says that it is given to; what is known to be clean replaces what was there. */
function declaredWhereUnknown(
  activation: Activation,
  { left, right }: ts.BinaryExpression,
  value: Value,
): Value {
  if (!ts.isPropertyAccessExpression(left) || value.objects.size + value.nodes.size > 0) return value;
  const call = ts.isAwaitExpression(right) ? unwrap(right.expression) : unwrap(right);
  if (!ts.isCallExpression(call) || activation.engine.oracle.treeAt(left) === undefined) return value;
  const { objects, nodes } = evaluate(activation, call.expression);
  return objects.size + nodes.size === 0 ? join(value, typedValue(activation, left, true)) : value;
}

function assignedValue(
  activation: Activation,
  node: ts.BinaryExpression,
  operator: ts.SyntaxKind,
  right: Value,
): Value {
  if (operator === Kind.EqualsToken || operator === Kind.AmpersandAmpersandEqualsToken) return right;
  const left = evaluate(activation, node.left);
  if (LOGICAL_ASSIGNMENT.has(operator)) return join(left, right);
  return join(contentOf(activation, left), contentOf(activation, right));
}
