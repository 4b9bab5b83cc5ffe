/** Proves rows of callees: a propagator gives out what it was given, a sanitizer does not, and without the row it would. */
import { policyOf } from '../../catalogue/policy.ts';
import { createAnalysis, type Models, type Policy } from '../../engine/index.ts';
import type { Propagator, Row, Sanitizer } from '../../engine/models/rows.ts';
import { parsePath } from '../../engine/models/parse-path.ts';
import { callLines, firstPath, isWritable, type CallCase } from './call-lines.ts';
import type { Declarations } from '../../cli/models/declarations.ts';
import { describePath, describeRow } from './describe.ts';
import type { Outcome } from './outcome.ts';
import { chooseForms, fileOf, lineIn, twinOf } from './probe-files.ts';
import { alternatives, walk } from '../../cli/models/row-faults.ts';
import { openText, type Surroundings } from './virtual-program.ts';

/** Only rows speak: nothing passes through a call that none speaks of. */
const onlyRows = (folder: string): Policy => policyOf({ unmodelledCalls: 'ignore' }, folder);

/** The propagators, and those that no line can show. */
export interface CallOutcomes {
  readonly outcomes: readonly Outcome[];
  /** Rows about keys that no expression reads: how streams, emitters and promises keep what passes. Fixtures prove them. */
  readonly inner: readonly Row[];
}

export function provePropagators(
  declarations: Declarations,
  rows: readonly Propagator[],
  around: Surroundings,
): CallOutcomes {
  const cases = rows.filter(isWritable).flatMap((row) => casesOf(declarations, row, row.input, row.output));
  const lines = linesOf(declarations, cases, around);
  const policy = onlyRows(around.folder);
  const reported = linesReported(fileOf(lines.map(({ text }) => text)), around, policy);
  const silent = linesReported(twinOf(lines.map(({ text }) => text)), around, policy);
  return outcomesOf(rows, cases, (index) => {
    const { fault, text } = lines[index] ?? { fault: 'no line', text: '' };
    if (fault !== undefined) return `no line type-checks: ${fault} [${text}]`;
    if (!reported.has(index)) return `nothing comes out [${text}]`;
    return silent.has(index) ? `an id is reported [${text}]` : undefined;
  });
}

/** Without the rows of sanitizers, each line is reported; with them, none is. */
export function proveSanitizers(
  declarations: Declarations,
  rows: readonly Sanitizer[],
  around: Surroundings,
): CallOutcomes {
  const cases = rows.filter(isWritable).flatMap((row) => sanitizerCases(declarations, row));
  const lines = linesOf(declarations, cases, around);
  const policy = policyOf({}, around.folder);
  const text = fileOf(lines.map((line) => line.text));
  const cleared = linesReported(text, around, policy);
  const open = linesReported(text, around, without(policy, rows));
  return outcomesOf(rows, cases, (index) => {
    const { fault, text: line } = lines[index] ?? { fault: 'no line', text: '' };
    if (fault !== undefined) return `no line type-checks: ${fault} [${line}]`;
    if (cleared.has(index)) return `still reported [${line}]`;
    return open.has(index) ? undefined : `clean without the row as well [${line}]`;
  });
}

function without(policy: Policy, rows: readonly Sanitizer[]): Policy {
  const models: Models = {
    ...policy.models,
    sanitizers: policy.models.sanitizers.filter((row) => !rows.includes(row)),
  };
  return { ...policy, models, digest: `${policy.digest} without sanitizers` };
}

function sanitizerCases(declarations: Declarations, row: Sanitizer): readonly CallCase[] {
  if (row.input !== undefined && row.output !== undefined)
    return casesOf(declarations, row, row.input, row.output);
  // The clean value is what a call gives: the call is given the plaintext, as its receiver or as its argument.
  const [, callee = '', rest = ''] = /^(.*?)\.?(ReturnValue.*)$/.exec(row.path) ?? [];
  if (rest === '') return [];
  const at: Sanitizer = { ...row, path: callee };
  const input = /Instance\.|^[^.]+$/.test(`${row.type === 'global' ? '' : 'Instance.'}${callee}`)
    ? 'Argument[this]'
    : 'Argument[0]';
  return casesOf(declarations, at, input, rest).map((one) => ({ ...one, of: row }));
}

type Numbered = CallCase & { readonly of?: Row };

function casesOf(
  declarations: Declarations,
  row: Propagator | Sanitizer,
  input: string,
  output: string,
): readonly Numbered[] {
  const start = declarations.start(row);
  const paths = alternatives(parsePath(row.path, row)).filter(
    (callee) => typeof start !== 'string' && typeof walk(declarations, start, callee) !== 'string',
  );
  return paths.map((callee) => ({
    row,
    callee,
    input: firstPath(input, row),
    output: firstPath(output, row),
  }));
}

function linesOf(declarations: Declarations, cases: readonly CallCase[], around: Surroundings) {
  const chosen = chooseForms(
    cases.map((one, index) => callLines(declarations, one, index)),
    around,
  );
  return chosen.map(({ text, fault }) => ({ text: fault === undefined ? text : '', fault }));
}

function linesReported(text: string, around: Surroundings, policy: Policy): ReadonlySet<number> {
  const { program } = openText(text, around);
  return new Set(
    [...createAnalysis(program, policy).flows()]
      .filter(({ kind }) => kind === 'log')
      .map(({ sink }) => lineIn(sink.place.line)),
  );
}

function outcomesOf(
  rows: readonly (Propagator | Sanitizer)[],
  cases: readonly Numbered[],
  faultAt: (index: number) => string | undefined,
): CallOutcomes {
  const faults = cases.map((one, index) => {
    const fault = faultAt(index);
    return fault === undefined
      ? undefined
      : `${describeRow(one.row)} at ${describePath(one.callee)}: ${fault}`;
  });
  const shown = rows.filter((row) => cases.some((one) => (one.of ?? one.row) === row));
  return {
    inner: rows.filter((row) => !shown.includes(row)),
    outcomes: shown.map((row) => ({
      row,
      faults: faults
        .filter((fault, index) => fault !== undefined && (cases[index]?.of ?? cases[index]?.row) === row)
        .filter((fault) => fault !== undefined),
    })),
  };
}
