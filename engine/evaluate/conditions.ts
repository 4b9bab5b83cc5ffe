/** Conditions: what a branch knows that its condition has told it. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { assignSymbol } from './names.ts';
import { constantOutcome } from './constants.ts';
import { keysOfExpression } from './member-names.ts';
import { bothHold, EQUALITIES } from './name-tests.ts';
import { refineNames } from './named-values.ts';
import { quietly } from './quietly.ts';
import { rowsOf } from '../calls/own-rows.ts';
import { clearedContent } from '../calls/sanitized.ts';
import { evaluate } from '../interpreter.ts';
import { variableSymbol } from '../program/scopes.ts';
import { unwrap } from '../program/syntax.ts';
import { CLEAN } from '../values/clean.ts';
import { clearedBy } from '../values/cleared.ts';
import { write } from '../values/memory.ts';
import type { Value } from '../values/value.ts';
import type { ModelNode } from '../models/index-face.ts';
import type { Guard } from '../models/rows.ts';

/** What a guard's call has turned out to be, as rows write it. */
type Outcome = 'true' | 'false' | 'null' | 'not-null' | 'no-exception';

/** Applies barrier guards to the state of the branch where `condition` is `outcome`. */
export function refine(activation: Activation, condition: ts.Expression, outcome: boolean, depth = 0): void {
  if (activation.state.isDead) return;
  if (depth === 0) refineNames(activation, condition, outcome);
  if (activation.engine.policy.models.guards.length === 0) return;
  const node = unwrap(condition);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    refine(activation, node.operand, !outcome, depth);
  else if (ts.isBinaryExpression(node)) refineBinary(activation, node, outcome, depth);
  else if (ts.isCallExpression(node)) refineCall(activation, node, outcome, depth);
  else if (ts.isAwaitExpression(node)) refine(activation, node.expression, outcome, depth);
  else if (ts.isIdentifier(node)) refineAlias(activation, node, outcome, depth);
}

function refineBinary(
  activation: Activation,
  node: ts.BinaryExpression,
  outcome: boolean,
  depth: number,
): void {
  const operator = node.operatorToken.kind;
  if (operator === bothHold(outcome)) {
    refine(activation, node.left, outcome, depth);
    refine(activation, node.right, outcome, depth);
    return;
  }
  const isSame = EQUALITIES.get(operator);
  if (isSame !== undefined) refineComparison(activation, node.left, node.right, isSame === outcome, depth);
}

/** `check(text) === true`, `check(text) != null`. */
function refineComparison(
  activation: Activation,
  left: ts.Expression,
  right: ts.Expression,
  isSame: boolean,
  depth: number,
): void {
  const constant = constantOutcome(activation, right);
  if (constant !== undefined) {
    if (isSame || depth < MAX_DEPTH) refine(activation, left, isSame ? constant : !constant, depth);
    return;
  }
  const tested = unwrap(left);
  if (isNullish(right) && ts.isCallExpression(tested))
    applyGuards(activation, tested, [isSame ? 'null' : 'not-null']);
}

const isNullish = (node: ts.Expression): boolean =>
  node.kind === ts.SyntaxKind.NullKeyword || (ts.isIdentifier(node) && node.text === 'undefined');

function refineCall(activation: Activation, node: ts.CallExpression, outcome: boolean, depth: number): void {
  // `Boolean(check(text))` is what it is given.
  const [first] = node.arguments;
  if (ts.isIdentifier(node.expression) && node.expression.text === 'Boolean' && first !== undefined)
    refine(activation, first, outcome, depth);
  else
    applyGuards(activation, node, [
      String(outcome) === 'true' ? 'true' : 'false',
      ...nullishOutcome(outcome),
    ]);
}

const nullishOutcome = (outcome: boolean): readonly Outcome[] => (outcome ? ['not-null'] : []);

const MAX_DEPTH = 4;

/** `const isFine = check(text); if (isFine) ...`: a constant is as good as its condition, if what it speaks of has stayed. */
function refineAlias(activation: Activation, node: ts.Identifier, outcome: boolean, depth: number): void {
  if (depth >= MAX_DEPTH) return;
  const declaration = variableSymbol(activation.engine.checker, node)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return;
  const isConst = (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
  const { initializer } = declaration;
  if (!isConst || initializer === undefined || mayHaveChanged(activation, initializer)) return;
  refine(activation, initializer, outcome, depth + 1);
}

/** Whether a name in the condition is assigned anywhere in the unit. */
function mayHaveChanged(activation: Activation, condition: ts.Expression): boolean {
  const { scopes } = activation.engine;
  let found = false;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found ||= scopes.isAssigned(activation.unit, node.text);
    ts.forEachChild(node, visit);
  };
  visit(condition);
  return found;
}

/** A call that has come back: what an assertion was given is what it asserts. */
export function refineReturned(activation: Activation, node: ts.CallExpression): void {
  const { guards } = activation.engine.policy.models;
  if (activation.state.isDead || !guards.some(({ accepting }) => accepting === 'no-exception')) return;
  applyGuards(activation, node, ['no-exception']);
}

function applyGuards(activation: Activation, node: ts.CallExpression, outcomes: readonly Outcome[]): void {
  for (const model of guardsOf(activation, node)) {
    for (const { row, argument } of model.guards) {
      const target = argument === 'this' ? receiverOf(node) : node.arguments[argument];
      if (target !== undefined && outcomes.some((one) => one === row.accepting))
        clear(activation, target, row);
    }
  }
}

/** What rows say of the callee: by its type and symbol, or as a function of the program. */
function guardsOf(activation: Activation, node: ts.CallExpression): readonly ModelNode[] {
  const callee = quietly(activation, () => evaluate(activation, node.expression));
  const own = [...callee.objects.values()].map(({ functionNode }) =>
    functionNode === undefined ? [] : rowsOf(activation, functionNode),
  );
  // A guard counts only where every function that may be called is one.
  const isGuarded = own.every((nodes) => nodes.some(({ guards }) => guards.length > 0));
  return [...new Set([...callee.nodes, ...(isGuarded ? own.flat() : [])])];
}

function receiverOf(node: ts.CallExpression): ts.Expression | undefined {
  return ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : undefined;
}

function clear(activation: Activation, target: ts.Expression, row: Guard): void {
  const value = quietly(activation, () => evaluate(activation, target));
  const cleared = clearedBy(row);
  assignClean(activation, target, cleared.length === 0 ? CLEAN : clearedContent(activation, value, cleared));
}

/** Gives the variable or member that an expression names a value from which content has been taken. */
export function assignClean(activation: Activation, target: ts.Expression, value: Value): void {
  const node = unwrap(target);
  if (ts.isIdentifier(node)) {
    const symbol = variableSymbol(activation.engine.checker, node);
    if (symbol !== undefined) assignSymbol(activation, symbol, value, node);
    return;
  }
  const key = keyOf(activation, node);
  if (key === undefined) return;
  const base = quietly(activation, () => evaluate(activation, key.base));
  write(activation, base, key.name, value, true);
}

interface Key {
  readonly base: ts.Expression;
  readonly name: string;
}

/** The member that an expression names, where it is known which. */
function keyOf(activation: Activation, node: ts.Expression): Key | undefined {
  if (ts.isPropertyAccessExpression(node)) return { base: node.expression, name: node.name.text };
  if (!ts.isElementAccessExpression(node)) return undefined;
  const keys = keysOfExpression(activation, node.argumentExpression);
  const [name] = keys ?? [];
  return name !== undefined && keys?.length === 1 ? { base: node.expression, name } : undefined;
}
