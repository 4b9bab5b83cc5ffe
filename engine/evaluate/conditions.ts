/** Conditions: what a branch knows that its condition has told it. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { assignTo } from './patterns.ts';
import { quietly } from './quietly.ts';
import { evaluate } from '../interpreter.ts';
import { unwrap } from '../program/syntax.ts';
import { clearedBy, clearedValue } from '../values/cleared.ts';
import { NOTHING, type Value } from '../values/value.ts';
import type { Guard } from '../models/rows.ts';

/** Whether a condition is the same on every run, and which. */
export function constantOutcome(condition: ts.Expression): boolean | undefined {
  const node = unwrap(condition);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  return node.kind === ts.SyntaxKind.FalseKeyword ? false : undefined;
}

/** Applies barrier guards to the state of the branch where `condition` is `outcome`. */
export function refine(activation: Activation, condition: ts.Expression, outcome: boolean): void {
  if (activation.state.isDead) return;
  const node = unwrap(condition);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    refine(activation, node.operand, !outcome);
  } else if (ts.isBinaryExpression(node) && node.operatorToken.kind === shortCircuit(outcome)) {
    refine(activation, node.left, outcome);
    refine(activation, node.right, outcome);
  } else if (ts.isCallExpression(node)) applyGuards(activation, node, outcome);
}

/** Both sides of `&&` hold where it is true; both sides of `||` fail where it is false. */
function shortCircuit(outcome: boolean): ts.SyntaxKind {
  return outcome ? ts.SyntaxKind.AmpersandAmpersandToken : ts.SyntaxKind.BarBarToken;
}

function applyGuards(activation: Activation, node: ts.CallExpression, outcome: boolean): void {
  if (activation.engine.policy.models.guards.length === 0) return;
  const callee = quietly(activation, () => evaluate(activation, node.expression));
  for (const model of callee.nodes) {
    for (const { row, argument } of model.guards) {
      const target = argument === 'this' ? receiverOf(node) : node.arguments[argument];
      if (row.accepting === String(outcome) && target !== undefined) clear(activation, target, row);
    }
  }
}

function receiverOf(node: ts.CallExpression): ts.Expression | undefined {
  return ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : undefined;
}

function clear(activation: Activation, target: ts.Expression, row: Guard): void {
  const value = quietly(activation, () => evaluate(activation, target));
  assignTo(activation, target, afterGuard(activation, value, row));
}

function afterGuard(activation: Activation, value: Value, row: Guard): Value {
  const cleared = clearedBy(row);
  return cleared.length === 0 ? NOTHING : clearedValue(activation.numbers, value, cleared);
}
