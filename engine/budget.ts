/** The budget of one evaluation: no program makes a unit run on and on. What is cut is said in a gap. */

/** Steps that one evaluation of a unit may take: atoms and objects looked at. */
export const MAX_STEPS = 30_000;

/** Ends the evaluation of a unit. Caught where the unit is evaluated, never seen outside. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}

/** Counts steps. Throws `BudgetSpent` past the limit. */
export interface Budget {
  spend(steps: number): void;
}

export function createBudget(): Budget {
  let left = MAX_STEPS;
  return {
    spend(steps) {
      left -= steps;
      if (left < 0) throw new BudgetSpent('steps');
    },
  };
}
