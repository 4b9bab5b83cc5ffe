/** The budgets of an analysis: no program makes it run on and on. What is cut is said in a gap. */

/** Steps that one evaluation of a unit may take: atoms and objects looked at. */
export const MAX_STEPS = 30_000;

/** Steps that all evaluations of a program may take together. Ordinary units need less than a tenth of their share. */
const PROGRAM_STEPS = 3_000_000;
const STEPS_A_UNIT = 1_000;

/** Steps of one evaluation once the program's are spent: enough for a unit that hands on what it is given. */
const LAST_STEPS = 2_000;

/** Ends the evaluation of a unit. Caught where the unit is evaluated, never seen outside. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}

/** Counts steps. Throws `BudgetSpent` past the limit. */
export interface Budget {
  spend(steps: number): void;
}

/** What the units of a program share. */
export interface Allowance {
  readonly isSpent: boolean;
  /** One more unit is part of the program. */
  grow(): void;
  spend(steps: number): void;
}

export function createAllowance(): Allowance {
  let left = PROGRAM_STEPS;
  return {
    get isSpent() {
      return left < 0;
    },
    grow() {
      left += STEPS_A_UNIT;
    },
    spend(steps) {
      left -= steps;
    },
  };
}

/** For what is left to do once a budget is spent: telling so costs no more than the state is large, and must not fail. */
export function createLastBudget(allowance: Allowance): Budget {
  return {
    spend(steps) {
      allowance.spend(steps);
    },
  };
}

export function createBudget(allowance: Allowance): Budget {
  let left = allowance.isSpent ? LAST_STEPS : MAX_STEPS;
  return {
    spend(steps) {
      left -= steps;
      allowance.spend(steps);
      if (left < 0) throw new BudgetSpent('steps');
    },
  };
}
