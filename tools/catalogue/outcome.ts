/** What became of a row in its proof. */
import type { Row } from '../../engine/models/rows.ts';

export interface Outcome {
  readonly row: Row;
  /** Why it is not proved, a line each; empty where it is. */
  readonly faults: readonly string[];
}
