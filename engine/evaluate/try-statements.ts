/** `try`: what is thrown inside feeds `catch`, from any point of the block. */
import { branching, decide, looping } from '../implicit-flows.ts';
import ts from 'typescript';
import type { Activation, Handler } from '../activation.ts';
import { bindPattern } from './patterns.ts';
import { runStatements } from '../interpreter.ts';
import { type State, deadState, fork, joinStates } from '../values/state.ts';
import { NOTHING, type Value, isNothing, join } from '../values/value.ts';

export function runTry(activation: Activation, node: ts.TryStatement): void {
  const { finallyBlock } = node;
  if (finallyBlock === undefined) runGuardedBlocks(activation, node);
  else leavingThrough(activation, finallyBlock, () => runGuardedBlocks(activation, node));
}

/** The block, its `catch`, and `finally` as exceptions and the end of the code come to it. */
function runGuardedBlocks(activation: Activation, node: ts.TryStatement): void {
  const { thrown: outer, returned } = activation;
  activation.thrown = NOTHING;
  const reached = looping(activation, () => runGuarded(activation, node.tryBlock, true));
  const caught = activation.thrown;
  const after = activation.state;
  let thrownFrom = reached;
  activation.thrown = outer;
  if (node.catchClause === undefined) {
    activation.thrown = join(outer, caught);
    activation.state = after;
  } else {
    activation.state = joinStates(reached, fork(after));
    thrownFrom = runCatch(activation, node.catchClause, caught);
    if (after.isDead) thrownFrom = joinStates(thrownFrom, reached);
    activation.state = joinStates(after, activation.state);
  }
  if (node.finallyBlock?.statements.some(leavesTheUnit) === true)
    Object.assign(activation, { returned, thrown: outer });
  runFinally(activation, node.finallyBlock, thrownFrom);
}

/** A `finally` that returns or throws takes the place of what was returned and thrown before it. */
const leavesTheUnit = (node: ts.Statement): boolean =>
  ts.isReturnStatement(node) || ts.isThrowStatement(node);

/** Runs a block and joins the states from which it may be left by an exception. */
function runGuarded(activation: Activation, block: ts.Block, catches: boolean): State {
  let joined = deadState();
  const handler: Handler = {
    catches,
    reached: (state) => {
      joined = joinStates(joined, fork(state));
    },
  };
  activation.handlers.push(handler);
  runStatements(activation, block.statements);
  activation.handlers.pop();
  return joined;
}

/** Gives the states from which what is thrown again leaves. */
function runCatch(activation: Activation, clause: ts.CatchClause, caught: Value): State {
  return branching(activation, () => {
    decide(activation, caught);
    if (clause.variableDeclaration !== undefined)
      bindPattern(activation, clause.variableDeclaration.name, caught);
    return runGuarded(activation, clause.block, false);
  });
}

/** `finally` runs on every way out: first as an exception leads to it, and on to who catches it, then as the code ends. */
function runFinally(activation: Activation, block: ts.Block | undefined, thrownFrom: State): void {
  const ended = activation.state;
  activation.state = fork(thrownFrom);
  if (block !== undefined) runStatements(activation, block.statements);
  leaveThrown(activation);
  activation.state = ended;
  if (block !== undefined) runStatements(activation, block.statements);
}

/** An exception goes on to the `try` around, or leaves the unit. */
function leaveThrown(activation: Activation): void {
  const { state, handlers, thrown } = activation;
  if (state.isDead) return;
  handlers.at(-1)?.reached(state);
  if (!isNothing(thrown) && !handlers.some(({ catches }) => catches))
    activation.exit = joinStates(activation.exit, state);
}

/** What `return`, `break` and `continue` leave a `try` for is reached through its `finally`. */
function leavingThrough(activation: Activation, block: ts.Block, run: () => void): void {
  const { exit, jumps } = activation;
  const before = jumps.map(({ breaks, continues }) => ({ breaks, continues }));
  activation.exit = deadState();
  for (const jump of jumps) Object.assign(jump, { breaks: deadState(), continues: deadState() });
  run();
  const ended = activation.state;
  const left = activation.exit;
  activation.exit = exit;
  const taken = jumps.map(({ breaks, continues }) => ({ breaks, continues }));
  jumps.forEach((jump, index) => Object.assign(jump, before[index]));
  const through = (state: State): State => stateBehind(activation, block, state);
  activation.exit = joinStates(activation.exit, through(left));
  taken.forEach(({ breaks, continues }, index) => {
    const jump = jumps[index];
    if (jump === undefined) return;
    jump.breaks = joinStates(jump.breaks, through(breaks));
    jump.continues = joinStates(jump.continues, through(continues));
  });
  activation.state = ended;
}

/** The state in which a block is left that is entered in a state. */
function stateBehind(activation: Activation, block: ts.Block, state: State): State {
  if (state.isDead) return state;
  activation.state = fork(state);
  runStatements(activation, block.statements);
  return activation.state;
}
