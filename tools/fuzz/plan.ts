/** Plans of programs: what fast-check makes and shrinks. Every reference is relative, so that any part can be left out. */
import fc from 'fast-check';

/** One statement: which template, what it picks, and the statements inside. */
export interface Move {
  readonly template: number;
  readonly picks: readonly number[];
  readonly bodies: readonly (readonly Move[])[];
}

export interface Plan {
  /** Moves of a second module, and how the main module imports what it exports. */
  readonly library: readonly Move[];
  readonly linkage: number;
  /** Moves at the top of the main module. */
  readonly top: readonly Move[];
  readonly main: readonly Move[];
}

/** Picks below this choose a variable, the others an expression. */
export const VARIABLE_PICKS = 24;

const picks: fc.Arbitrary<readonly number[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.nat({ max: VARIABLE_PICKS - 1 }) },
    { weight: 2, arbitrary: fc.integer({ min: VARIABLE_PICKS, max: 2000 }) },
  ),
  { maxLength: 12, size: 'max' },
);

const template = fc.nat({ max: 100_000 });

function movesOf(depth: number, maxLength: number): fc.Arbitrary<readonly Move[]> {
  const bodies: fc.Arbitrary<readonly (readonly Move[])[]> =
    depth === 0 ? fc.constant([]) : fc.array(movesOf(depth - 1, 3), { maxLength: 2, size: 'max' });
  return fc.array(fc.record({ template, picks, bodies }), { maxLength, size: 'max' });
}

export const plans: fc.Arbitrary<Plan> = fc.record({
  library: fc.oneof(
    { weight: 2, arbitrary: fc.constant<readonly Move[]>([]) },
    { weight: 1, arbitrary: movesOf(1, 4) },
  ),
  linkage: fc.nat({ max: 1000 }),
  top: movesOf(1, 3),
  main: movesOf(2, 10),
});
