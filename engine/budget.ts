/** The budgets of an analysis: no program makes it run on and on. What is cut is said in a gap. */

/** Steps that one evaluation of a unit may take: atoms and objects looked at. */
export const MAX_STEPS = 30_000;

/** Steps that all evaluations of a program may take together. Ordinary units need less than a tenth of their share. */
const PROGRAM_STEPS = 3_000_000;
const STEPS_A_UNIT = 1_000;

/** Steps of one evaluation once the program's are spent: enough for a unit that hands on what it is given. */
const LAST_STEPS = 2_000;

/** Ends the evaluation of a unit. Caught where the unit is evaluated, never seen outside. */
class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}

/** Whether an error says that something cannot be followed to its end: for its steps, or nested too deep for the stack. */
export const isCut = (error: unknown): boolean => error instanceof BudgetSpent || error instanceof RangeError;

/** Counts steps. Throws `BudgetSpent` past the limit. */
export interface Budget {
  /** How many calls inside calls are still followed: fewer, the less is left. */
  readonly depth: number;
  spend(steps: number): void;
  /**
   * A little more, for what stands behind the statement that has spent all. False where that is spent as well; some is
   * kept for the outermost statements of a unit.
   */
  resume(isOutermost: boolean): boolean;
  /** Runs what was cut once more, with no call followed any more. Not where that was done often. */
  repeat(run: () => void): void;
}

/** Calls inside calls that are followed while much is left of a budget, then less, then little. */
const DEPTHS = [12, 12, 6, 3] as const;
const MOST = DEPTHS[0];
const LEAST = 1;

/** How much a statement may take once the budget of its unit is spent, and all statements behind it together. */
const SLICE = 1_500;
const SLICES = 20;
const LAST_SLICES = 40;

/** What running a statement once more may take, and how often that is done. */
const REPEAT = 20_000;
const REPEATS = 10;

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
    depth: LEAST,
    spend(steps) {
      allowance.spend(steps);
    },
    resume: () => true,
    repeat: () => undefined,
  };
}

export function createBudget(allowance: Allowance): Budget {
  const all = allowance.isSpent ? LAST_STEPS : MAX_STEPS;
  let left = all;
  let slices = allowance.isSpent ? 0 : SLICES;
  let repeats = allowance.isSpent ? 0 : REPEATS;
  let last = allowance.isSpent ? 0 : LAST_SLICES;
  let isRepeating = false;
  return {
    get depth() {
      if (isRepeating) return 0;
      if (slices < SLICES) return LEAST;
      return DEPTHS[Math.floor(((all - left) / all) * DEPTHS.length)] ?? MOST;
    },
    spend(steps) {
      left -= steps;
      allowance.spend(steps);
      if (left < 0) throw new BudgetSpent('steps');
    },
    resume(isOutermost) {
      if (slices <= 0 && (!isOutermost || last <= 0)) return false;
      if (slices > 0) slices -= 1;
      else last -= 1;
      left = SLICE;
      return true;
    },
    repeat(run) {
      if (repeats <= 0) return;
      repeats -= 1;
      left = REPEAT;
      isRepeating = true;
      try {
        run();
      } finally {
        isRepeating = false;
        left = Math.min(left, SLICE);
      }
    },
  };
}
