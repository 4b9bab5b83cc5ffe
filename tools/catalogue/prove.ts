/** Proves the rows of the catalogue against the real packages, portion by portion. */
import type { Models, Propagator, Row, Sanitizer } from '../../engine/models/rows.ts';
import type { Batch } from './batches.ts';
import { openDeclarations, type Declarations } from '../../cli/models/declarations.ts';
import { describeRow } from './describe.ts';
import { openText } from './virtual-program.ts';
import { proveSinks } from './prove-sinks.ts';
import { provePropagators, proveSanitizers, type CallOutcomes } from './prove-calls.ts';
import { isWritten } from './written.ts';
import { faultsOfCall, faultsOfPlace } from '../../cli/models/row-faults.ts';

/** What the proof says of a portion: counts, and a line for each fault. */
export interface Proof {
  readonly rows: number;
  readonly proved: number;
  /** Proved by a program: the line is reported, and its twin is silent. */
  readonly shown: number;
  readonly stale: readonly string[];
  readonly unproved: readonly string[];
  /** Proved by their names alone: what no expression reads, or another platform has; fixtures show those that are here. */
  readonly lookedUp: number;
}

export function proveBatch({ models, around, otherwise, hasFixtures }: Batch): Proof {
  const declarations = openDeclarations(rowsOf(models), (text) => openText(text, around));
  const here = staleRows(models, declarations);
  const there =
    otherwise &&
    staleRows(
      models,
      openDeclarations(rowsOf(models), (text) => openText(text, otherwise)),
    );
  const isLive = (row: Row): boolean => !here.has(row);
  const sinks = proveSinks(declarations, models.sinks.filter(isLive), around);
  const calls = proveCalls(
    declarations,
    models.propagators.filter(isLive),
    models.sanitizers.filter(isLive),
    around,
  );
  const shown = calls
    .flatMap((each) => each.outcomes)
    .filter(({ faults }) => !hasFixtures || faults.length === 0);
  const outcomes = [...sinks, ...shown];
  const isDead = (row: Row): boolean => here.has(row) && there?.has(row) !== false;
  const dead = [...here].filter(([row]) => isDead(row));
  const inner = [...models.propagators, ...models.sanitizers].filter(
    (row) => !isDead(row) && !shown.some((outcome) => outcome.row === row),
  );
  const proved = outcomes.filter(({ faults }) => faults.length === 0);
  return {
    rows: outcomes.length + inner.length + dead.length,
    proved: proved.length + inner.length,
    shown: proved.length,
    lookedUp: inner.length,
    stale: dead.flatMap(([, faults]) => faults),
    unproved: outcomes.flatMap(({ row, faults }) => faults.map((fault) => `${describeRow(row)}: ${fault}`)),
  };
}

function proveCalls(
  declarations: Declarations,
  propagators: readonly Propagator[],
  sanitizers: readonly Sanitizer[],
  around: Batch['around'],
): readonly CallOutcomes[] {
  return [
    provePropagators(declarations, propagators, around),
    proveSanitizers(declarations, sanitizers, around),
  ];
}

/** The rows that name nothing, with what is wrong. */
function staleRows(models: Models, declarations: Declarations): ReadonlyMap<Row, readonly string[]> {
  const faults: readonly (readonly [Row, readonly string[]])[] = [
    ...models.sinks
      .filter((row) => !isWritten(row))
      .map((row) => [row, faultsOfPlace(declarations, row)] as const),
    ...[...models.propagators, ...models.sanitizers].map(
      (row) => [row, faultsOfCall(declarations, row)] as const,
    ),
  ];
  return new Map(faults.filter(([, lines]) => lines.length > 0));
}

const rowsOf = ({ sinks, propagators, sanitizers }: Models): readonly Row[] => [
  ...sinks,
  ...propagators,
  ...sanitizers,
];
