/** A statement that spends the budget of its unit is cut, and those behind it are followed all the same. */
import type ts from 'typescript';
import type { Activation } from '../activation.ts';
import { BudgetSpent } from '../budget.ts';
import { noteBudgetAt } from '../note-gap.ts';
import { fork, joinStates } from '../values/state.ts';

/** Runs a statement. Where it is cut, its effects so far may have happened or not. */
export function withinBudget(activation: Activation, statement: ts.Statement, run: () => void): void {
  const { state, applying, jumps, handlers } = activation;
  const depths = [applying, jumps, handlers].map(({ length }) => length);
  try {
    run();
  } catch (error) {
    if (!(error instanceof BudgetSpent) || !activation.budget.resume()) throw error;
    [applying, jumps, handlers].forEach((list, index) => {
      list.length = depths[index] ?? 0;
    });
    activation.reading.clear();
    activation.state = joinStates(fork(state), activation.state);
    noteBudgetAt(activation, 'steps', statement);
  }
}
