/** Lines of TypeScript that hand plaintext to just one sink: several forms, of which the first that type-checks is taken. */
import type { AccessStep } from '../../engine/models/parse-path.ts';
import type { Sink } from '../../engine/models/rows.ts';
import type { Declarations } from '../../cli/models/declarations.ts';
import { writeCall, writeReceiver } from './receivers.ts';
import { VALUES, wholeDeclaration, writeValue } from './values.ts';

/** Further arguments that an overload may ask for. */
const EXTRA = [0, 1, 2, 3] as const;

/** The forms of one alternative of a row, each a whole line. */
export function* sinkLines(
  declarations: Declarations,
  sink: Sink,
  steps: readonly AccessStep[],
  index: number,
): Generator<string> {
  const call = steps.findIndex(({ step }) => step === 'Argument');
  const nowhere = steps.findIndex(({ step }) => step === 'Call');
  if (nowhere >= 0) yield* callLines(declarations, sink, steps.slice(0, nowhere), index);
  else if (call < 0) {
    yield* writeLines(declarations, sink, steps, index);
  } else {
    for (const extra of EXTRA)
      for (const value of VALUES)
        yield argumentLine(declarations, sink, steps, call, { index, value, extra });
  }
}

/** A property that is written, or one that is given a function whose result is written. */
function* writeLines(
  declarations: Declarations,
  sink: Sink,
  steps: readonly AccessStep[],
  index: number,
): Generator<string> {
  const last = steps.findLastIndex(({ step }) => step === 'Member' || step === 'AnyMember') + 1;
  const { declaration, expression } = writeReceiver(
    declarations,
    sink,
    steps.slice(0, last),
    `on${index}`,
    true,
  );
  for (const value of VALUES) {
    const written = writeValue(steps.slice(last), value);
    yield lineOf(index, declaration, `${expression.replace(/!$/, '')} = ${written}`);
  }
}

function* callLines(
  declarations: Declarations,
  sink: Sink,
  steps: readonly AccessStep[],
  index: number,
): Generator<string> {
  const { declaration, expression } = writeReceiver(declarations, sink, steps, `on${index}`);
  for (const extra of EXTRA)
    yield lineOf(index, declaration, writeCall(declarations, sink, steps, expression, [], extra));
}

interface Form {
  readonly index: number;
  readonly value: string;
  readonly extra: number;
}

function argumentLine(
  declarations: Declarations,
  sink: Sink,
  steps: readonly AccessStep[],
  call: number,
  { index, value, extra }: Form,
): string {
  const callee = steps.slice(0, call).filter(({ step }) => step !== 'NewCall');
  const isNew = steps.slice(0, call).some(({ step }) => step === 'NewCall');
  const { declaration, expression } = writeReceiver(declarations, sink, callee, `on${index}`);
  const argument = steps[call];
  const place = argument?.step === 'Argument' ? argument.places[0] : undefined;
  if (place === 'this')
    return receiverLine(index, declaration, writeCall(declarations, sink, callee, expression, [], extra));
  const before = Array.from({ length: place?.from.index ?? 0 }, () => 'null!');
  const given = [...before, writeValue(steps.slice(call + 1), value)];
  const path: readonly AccessStep[] = isNew ? [...callee, { step: 'NewCall' }] : callee;
  return lineOf(index, declaration, writeCall(declarations, sink, path, expression, given, extra));
}

/** The receiver itself is the plaintext. */
function receiverLine(index: number, declaration: string, statement: string): string {
  return lineOf(index, wholeDeclaration(declaration), statement);
}

function lineOf(index: number, declaration: string, statement: string): string {
  return `${declaration} export async function run${index}(): Promise<void> { ${statement}; }`;
}
