/** Statements: how control moves, and how states fork, join and go round. */
import {
  branching,
  decide,
  decided,
  jumpsUnder,
  leavesUnder,
  looping,
  reachedUnder,
  throwsUnder,
} from '../implicit-flows.ts';
import ts from 'typescript';
import { checkDropped } from '../deferred/dropped.ts';
import { checkFloating } from '../deferred/floating.ts';
import { checkThrown } from '../errors/check-errors.ts';
import type { Activation, Jump } from '../activation.ts';
import { evaluateClass } from './classes.ts';
import { refine, refineReturned } from './conditions.ts';
import { constantOutcome } from './constants.ts';
import { withinBudget } from './within-budget.ts';
import { assignTo, bindPattern, isPlainType, iterate } from './patterns.ts';
import { runTry } from './try-statements.ts';
import { globalId, typedValue } from '../inputs.ts';
import { dispose } from './protocols.ts';
import { evaluate, readSymbol } from '../interpreter.ts';
import { noteBudgetAt } from '../note-gap.ts';
import { AWAITED, CONTENT, NAMES } from '../keys.ts';
import { CELL } from '../labels.ts';
import { contentOf } from '../values/content.ts';
import { read } from '../values/memory.ts';
import { type State, deadState, fork, isSameState, joinStates } from '../values/state.ts';
import { NOTHING, type Value, join, withStep } from '../values/value.ts';

export function runStatements(activation: Activation, statements: readonly ts.Statement[]): void {
  let used: State | undefined;
  for (const statement of statements) {
    if (activation.state.isDead) break;
    withinBudget(activation, statement, () => runStatement(activation, statement));
    if (usedIn(statement) !== undefined) used = fork(activation.state);
  }
  if (used === undefined) return;
  for (const statement of statements) {
    const list = usedIn(statement);
    if (list !== undefined) disposeAll(activation, list, used);
  }
}

/** What `using` and `await using` declare. */
function usedIn(node: ts.Node): ts.VariableDeclarationList | undefined {
  const list = ts.isVariableStatement(node) ? node.declarationList : node;
  return ts.isVariableDeclarationList(list) && (list.flags & ts.NodeFlags.Using) !== 0 ? list : undefined;
}

/** What is used is disposed of on every way out of its block; `used` is how things stood when it was there. */
function disposeAll(activation: Activation, { declarations }: ts.VariableDeclarationList, used: State): void {
  const isLeft = activation.state.isDead;
  if (isLeft) activation.state = joinStates(fork(activation.exit), fork(used));
  for (const { name } of declarations) {
    const symbol = activation.engine.checker.getSymbolAtLocation(name);
    if (symbol !== undefined) dispose(activation, readSymbol(activation, symbol, name), name);
  }
  if (!isLeft) return;
  if (!activation.exit.isDead) activation.exit = activation.state;
  activation.state = deadState();
}

export function runStatement(activation: Activation, node: ts.Statement): void {
  activation.handlers.at(-1)?.reached(activation.state);
  if (ts.isExpressionStatement(node)) runExpression(activation, node);
  else if (ts.isVariableStatement(node)) declare(activation, node.declarationList);
  else if (ts.isReturnStatement(node)) runReturn(activation, node);
  else if (ts.isIfStatement(node)) runIf(activation, node);
  else if (ts.isBlock(node)) runStatements(activation, node.statements);
  else if (ts.isThrowStatement(node)) runThrow(activation, node);
  else if (ts.isTryStatement(node)) runTry(activation, node);
  else if (ts.isSwitchStatement(node)) runSwitch(activation, node);
  else if (ts.isIterationStatement(node, false))
    looping(activation, () => runLoop(activation, node, undefined));
  else if (ts.isLabeledStatement(node)) runLabeled(activation, node);
  else if (ts.isBreakOrContinueStatement(node)) runJump(activation, node);
  else if (ts.isClassDeclaration(node)) evaluateClass(activation, node);
  else if (ts.isExportAssignment(node))
    activation.keep(globalId(activation, node), CELL, evaluate(activation, node.expression));
  else if (ts.isModuleBlock(node)) runStatements(activation, node.statements);
  else if (ts.isModuleDeclaration(node) && node.body !== undefined && ts.isModuleBlock(node.body))
    runStatements(activation, node.body.statements);
}

function runExpression(activation: Activation, { expression }: ts.ExpressionStatement): void {
  evaluate(activation, expression);
  checkFloating(activation, expression);
  const call = ts.isAwaitExpression(expression) ? expression.expression : expression;
  if (ts.isCallExpression(call)) refineReturned(activation, call);
}

function declare(activation: Activation, list: ts.VariableDeclarationList): void {
  for (const declaration of list.declarations) {
    const { initializer, name } = declaration;
    if (initializer !== undefined) bindPattern(activation, name, evaluate(activation, initializer));
    else if (declaration.type !== undefined && !isPlainType(declaration.type))
      bindPattern(activation, name, typedValue(activation, name, false));
    else bindPattern(activation, name, NOTHING);
    checkDropped(activation, declaration);
  }
}

function runReturn(activation: Activation, node: ts.ReturnStatement): void {
  if (node.expression !== undefined) {
    activation.returned = join(
      activation.returned,
      decided(activation, evaluate(activation, node.expression)),
    );
  }
  leave(activation);
}

/** The unit is left from here. */
function leave(activation: Activation): void {
  leavesUnder(activation);
  activation.exit = joinStates(activation.exit, activation.state);
  activation.state = deadState();
}

function runThrow(activation: Activation, node: ts.ThrowStatement): void {
  const thrown = join(evaluate(activation, node.expression), reachedUnder(activation));
  throwsUnder(activation);
  checkThrown(activation, node, thrown);
  const value = withStep(thrown, { node, what: 'thrown' });
  activation.thrown = join(activation.thrown, value);
  activation.handlers.at(-1)?.reached(activation.state);
  if (!activation.handlers.some(({ catches }) => catches))
    activation.exit = joinStates(activation.exit, activation.state);
  activation.state = deadState();
}

function runIf(activation: Activation, node: ts.IfStatement): void {
  const condition = evaluate(activation, node.expression);
  branching(activation, () => {
    decide(activation, condition);
    runBranches(activation, node);
  });
}

function runBranches(activation: Activation, node: ts.IfStatement): void {
  const outcome = constantOutcome(activation, node.expression);
  const before = outcome === true ? deadState() : fork(activation.state);
  if (outcome === false) activation.state = deadState();
  refine(activation, node.expression, true);
  if (!activation.state.isDead) runStatement(activation, node.thenStatement);
  const after = activation.state;
  activation.state = before;
  refine(activation, node.expression, false);
  if (node.elseStatement !== undefined && !activation.state.isDead)
    runStatement(activation, node.elseStatement);
  activation.state = joinStates(after, activation.state);
}

function runSwitch(activation: Activation, node: ts.SwitchStatement): void {
  const subject = evaluate(activation, node.expression);
  looping(activation, () => {
    decide(activation, subject);
    runCases(activation, node);
  });
}

function runCases(activation: Activation, node: ts.SwitchStatement): void {
  const entry = activation.state;
  const jump = enter(activation, 'switch', undefined);
  activation.state = deadState();
  let hasDefault = false;
  for (const clause of node.caseBlock.clauses) {
    hasDefault ||= ts.isDefaultClause(clause);
    activation.state = joinStates(activation.state, fork(entry));
    if (ts.isCaseClause(clause)) decide(activation, evaluate(activation, clause.expression));
    runStatements(activation, clause.statements);
  }
  const after = hasDefault ? activation.state : joinStates(activation.state, entry);
  activation.jumps.pop();
  activation.state = joinStates(after, jump.breaks);
}

function enter(activation: Activation, kind: Jump['kind'], label: string | undefined): Jump {
  const jump: Jump = { kind, label, breaks: deadState(), continues: deadState() };
  activation.jumps.push(jump);
  return jump;
}

function runLabeled(activation: Activation, node: ts.LabeledStatement): void {
  if (ts.isIterationStatement(node.statement, false)) {
    const loop = node.statement;
    looping(activation, () => runLoop(activation, loop, node.label.text));
    return;
  }
  const jump = enter(activation, 'label', node.label.text);
  looping(activation, () => runStatement(activation, node.statement));
  activation.jumps.pop();
  activation.state = joinStates(activation.state, jump.breaks);
}

function runJump(activation: Activation, node: ts.BreakOrContinueStatement): void {
  const label = node.label?.text;
  const isBreak = ts.isBreakStatement(node);
  jumpsUnder(activation);
  const jump = activation.jumps.findLast((one) => {
    if (label !== undefined) return one.label === label;
    return one.kind === 'loop' || (isBreak && one.kind === 'switch');
  });
  if (jump !== undefined && isBreak) jump.breaks = joinStates(jump.breaks, activation.state);
  if (jump !== undefined && !isBreak) jump.continues = joinStates(jump.continues, activation.state);
  activation.state = deadState();
}

/** A loop goes round until nothing new arrives at its head; labels are finite, so it ends. */
const MAX_ROUNDS = 12;

function runLoop(activation: Activation, node: ts.IterationStatement, label: string | undefined): void {
  const head = loopHead(activation, node);
  let entry = activation.state;
  let exits = deadState();
  for (let round = 0; ; round += 1) {
    const jump = enter(activation, 'loop', label);
    activation.state = fork(entry);
    activation.round += 1;
    const leaves = head.enter();
    runBody(activation, node);
    activation.state = joinStates(activation.state, jump.continues);
    forgetBody(activation, node);
    if (!activation.state.isDead) head.advance();
    activation.jumps.pop();
    exits = joinStates(joinStates(exits, leaves), jump.breaks);
    const next = joinStates(entry, activation.state);
    if (isSameState(entry, next)) break;
    entry = next;
    if (round < MAX_ROUNDS) continue;
    noteBudgetAt(activation, 'loop', node);
    break;
  }
  activation.state = ts.isDoStatement(node) ? joinStates(exits, activation.state) : exits;
  // A loop without an end leaves its traces all the same: others see them while it waits.
  if (activation.state.isDead) activation.exit = joinStates(activation.exit, fork(entry));
}

function runBody(activation: Activation, node: ts.IterationStatement): void {
  const list = ts.isForOfStatement(node) ? usedIn(node.initializer) : undefined;
  const used = list && fork(activation.state);
  runStatement(activation, node.statement);
  if (list !== undefined && used !== undefined) disposeAll(activation, list, used);
}

/** What a round has declared is gone with it. */
function forgetBody(activation: Activation, node: ts.IterationStatement): void {
  const { pos } = ts.isForOfStatement(node) || ts.isForInStatement(node) ? node.initializer : node.statement;
  for (const symbol of activation.state.variables.keys()) {
    const declaration = symbol.valueDeclaration;
    if (declaration === undefined || declaration.pos < pos || declaration.end > node.statement.end) continue;
    if (declaration.getSourceFile() !== node.getSourceFile()) continue;
    if ((ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.BlockScoped) !== 0)
      activation.state.variables.delete(symbol);
  }
}

interface LoopHead {
  /** Before the body: gives the state in which the loop may be left from its head. */
  enter(): State;
  /** After the body. */
  advance(): void;
}

function loopHead(activation: Activation, node: ts.IterationStatement): LoopHead {
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) return iterationHead(activation, node);
  if (ts.isForStatement(node)) return forHead(activation, node);
  if (ts.isWhileStatement(node))
    return { enter: () => testCondition(activation, node.expression), advance: () => undefined };
  return { enter: deadState, advance: () => afterDo(activation, node) };
}

function afterDo(activation: Activation, node: ts.IterationStatement): void {
  if (ts.isDoStatement(node)) decide(activation, evaluate(activation, node.expression));
}

function testCondition(activation: Activation, condition: ts.Expression): State {
  decide(activation, evaluate(activation, condition));
  const inside = fork(activation.state);
  refine(activation, condition, false);
  const outside = activation.state;
  const outcome = constantOutcome(activation, condition);
  activation.state = outcome === false ? deadState() : inside;
  refine(activation, condition, true);
  return outcome === true ? deadState() : outside;
}

function forHead(activation: Activation, node: ts.ForStatement): LoopHead {
  const { initializer, condition, incrementor } = node;
  if (initializer !== undefined) {
    if (ts.isVariableDeclarationList(initializer)) declare(activation, initializer);
    else evaluate(activation, initializer);
  }
  return {
    enter: () => (condition === undefined ? deadState() : testCondition(activation, condition)),
    advance: () => {
      if (incrementor !== undefined) evaluate(activation, incrementor);
    },
  };
}

function iterationHead(activation: Activation, node: ts.ForOfStatement | ts.ForInStatement): LoopHead {
  const source = evaluate(activation, node.expression);
  return {
    enter: () => {
      decide(activation, source);
      const outside = fork(activation.state);
      bindIteration(activation, node, itemOf(activation, node, source));
      return outside;
    },
    advance: () => undefined,
  };
}

/** `for of` gives elements, `for in` names. */
function itemOf(activation: Activation, node: ts.ForOfStatement | ts.ForInStatement, source: Value): Value {
  if (ts.isForInStatement(node)) return contentOf(activation, namesOf(activation, source));
  const item = iterate(activation, source, node);
  return node.awaitModifier === undefined ? item : read(activation, item, AWAITED);
}

function namesOf(activation: Activation, source: Value): Value {
  let names = NOTHING;
  for (const object of source.objects.values()) {
    const fields = activation.state.heap.get(object.id);
    names = join(names, join(fields?.get(NAMES)?.value ?? NOTHING, fields?.get(CONTENT)?.value ?? NOTHING));
  }
  return names;
}

function bindIteration(
  activation: Activation,
  node: ts.ForOfStatement | ts.ForInStatement,
  item: Value,
): void {
  const { initializer } = node;
  if (!ts.isVariableDeclarationList(initializer)) assignTo(activation, initializer, item);
  else for (const { name } of initializer.declarations) bindPattern(activation, name, item);
}
