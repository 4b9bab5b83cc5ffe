/** `try`: what is thrown inside feeds `catch`, from any point of the block. */
import type ts from 'typescript';
import type { Activation, Handler } from '../activation.ts';
import { bindPattern } from './patterns.ts';
import { runStatements } from '../interpreter.ts';
import { deadState, fork, joinStates } from '../values/state.ts';
import { NOTHING, type Value, join } from '../values/value.ts';

export function runTry(activation: Activation, node: ts.TryStatement): void {
  const outer = activation.thrown;
  activation.thrown = NOTHING;
  const reached = runGuarded(activation, node.tryBlock);
  const caught = activation.thrown;
  const after = activation.state;
  activation.thrown = outer;
  if (node.catchClause === undefined) {
    activation.thrown = join(outer, caught);
    activation.state = after;
  } else {
    activation.state = joinStates(reached, fork(after));
    runCatch(activation, node.catchClause, caught);
    activation.state = joinStates(after, activation.state);
  }
  runFinally(activation, node.finallyBlock, reached);
}

/** Runs a block and joins the states from which it may be left by an exception. */
function runGuarded(activation: Activation, block: ts.Block): Activation['state'] {
  let joined = deadState();
  const handler: Handler = {
    reached: (state) => {
      joined = joinStates(joined, fork(state));
    },
  };
  activation.handlers.push(handler);
  runStatements(activation, block.statements);
  activation.handlers.pop();
  return joined;
}

function runCatch(activation: Activation, clause: ts.CatchClause, caught: Value): void {
  if (clause.variableDeclaration !== undefined)
    bindPattern(activation, clause.variableDeclaration.name, caught);
  runStatements(activation, clause.block.statements);
}

/** `finally` runs on every way out; when only exceptions lead to it, nothing runs after it. */
function runFinally(activation: Activation, block: ts.Block | undefined, reached: Activation['state']): void {
  if (block === undefined) return;
  const isLeft = activation.state.isDead;
  if (isLeft) activation.state = fork(reached);
  runStatements(activation, block.statements);
  if (isLeft) activation.state = deadState();
}
