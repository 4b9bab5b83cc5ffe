/** Proves rows of sinks: plaintext that is handed to one is reported on its line by its rule alone, and an id is not. */
import { policyOf } from '../../catalogue/policy.ts';
import { createAnalysis, type Flow } from '../../engine/index.ts';
import { parsePath, type AccessStep } from '../../engine/models/parse-path.ts';
import type { Sink } from '../../engine/models/rows.ts';
import type { Declarations } from '../../cli/models/declarations.ts';
import { chooseForms, fileOf, lineIn, twinOf, type Chosen } from './probe-files.ts';
import type { Outcome } from './outcome.ts';
import { describePath, describeRow } from './describe.ts';
import { sinkLines } from './sink-lines.ts';
import { alternatives } from '../../cli/models/row-faults.ts';
import { openText, type Surroundings } from './virtual-program.ts';
import { writtenLine } from './written.ts';

interface Case {
  readonly sink: Sink;
  readonly steps: readonly AccessStep[];
}

/** What became of each row. */
export function proveSinks(
  declarations: Declarations,
  sinks: readonly Sink[],
  around: Surroundings,
): readonly Outcome[] {
  const cases = sinks.flatMap((sink) =>
    alternatives(parsePath(sink.path, sink)).map((steps): Case => ({ sink, steps })),
  );
  const forms = cases.map(({ sink, steps }, index) => {
    const written = writtenLine(sink, describePath(steps), index);
    return written === undefined ? sinkLines(declarations, sink, steps, index) : [written];
  });
  const chosen = chooseForms(forms, around);
  const reported = Map.groupBy(flowsOf(fileOf(textsOf(chosen)), around), (flow) =>
    lineIn(flow.sink.place.line),
  );
  const silent = Map.groupBy(flowsOf(twinOf(textsOf(chosen)), around), (flow) =>
    lineIn(flow.sink.place.line),
  );
  const faults = cases.map((one, index) =>
    faultOf(one, chosen[index], reported.get(index) ?? [], silent.get(index) ?? [], cases),
  );
  return sinks.map((row) => {
    const own = faults
      .filter((_fault, index) => cases[index]?.sink === row)
      .filter((fault) => fault !== undefined);
    return { row, faults: own };
  });
}

/** A line that cannot be type-checked proves nothing, and is left out of the program. */
const textsOf = (chosen: readonly Chosen[]): readonly string[] =>
  chosen.map(({ text, fault }) => (fault === undefined ? text : ''));

function flowsOf(text: string, around: Surroundings): readonly Flow[] {
  const { program } = openText(text, around);
  return [...createAnalysis(program, policyOf({}, around.folder)).flows()];
}

function faultOf(
  one: Case,
  chosen: Chosen | undefined,
  reported: readonly Flow[],
  silent: readonly Flow[],
  cases: readonly Case[],
): string | undefined {
  const at = `${describeRow(one.sink)} at ${describePath(one.steps)}`;
  if (chosen?.fault !== undefined) return `${at}: no line type-checks: ${chosen.fault} [${chosen.text}]`;
  const line = `[${chosen?.text ?? ''}]`;
  const [flow] = reported.filter(({ kind }) => kind === one.sink.kind);
  if (flow === undefined) return `${at}: ${kindsOf(reported)} reported instead of ${one.sink.kind} ${line}`;
  const others = reported.filter(({ kind }) => kind !== one.sink.kind);
  const expected = kindsAt(one, cases);
  if (others.some(({ kind }) => !expected.has(kind)))
    return `${at}: ${kindsOf(others)} reported as well ${line}`;
  if (silent.length > 0) return `${at}: ${kindsOf(silent)} reported for an id ${line}`;
  return undefined;
}

const kindsOf = (flows: readonly Flow[]): string =>
  flows.length === 0 ? 'nothing' : [...new Set(flows.map(({ kind }) => kind))].join(', ');

/** The kinds of all rows that speak of the very place: what is published is queued and cached. */
function kindsAt({ sink, steps }: Case, cases: readonly Case[]): ReadonlySet<string> {
  const place = placeKey(steps);
  const same = cases.filter(
    (each) => each.sink.type.split('.')[0] === sink.type.split('.')[0] && placeKey(each.steps) === place,
  );
  return new Set(same.map((each) => each.sink.kind));
}

/** The member that is called. */
const placeKey = (steps: readonly AccessStep[]): string =>
  JSON.stringify(
    steps.findLast((step, index) => step.step === 'Member' && steps[index + 1]?.step !== 'Member'),
  );
