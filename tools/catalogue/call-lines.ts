/** Lines that hand plaintext to a callee at one place and print what comes out at another. */
import type { AccessStep } from '../../engine/models/parse-path.ts';
import { parsePath } from '../../engine/models/parse-path.ts';
import type { Row } from '../../engine/models/rows.ts';
import { describePath } from './describe.ts';
import { writtenLine } from './written.ts';
import type { Declarations } from '../../cli/models/declarations.ts';
import { memberText, writeCall, writeReceiver } from './receivers.ts';
import { VALUES, wholeDeclaration, writeValue } from './values.ts';

/** A callee with an input and an output, each a path of single alternatives. */
export interface CallCase {
  readonly row: Row;
  readonly callee: readonly AccessStep[];
  readonly input: readonly AccessStep[];
  readonly output: readonly AccessStep[];
}

/** Keys of values that no expression reads, and starts that no single call has. */
const UNWRITTEN = /[&<{]|Shared|Near|Made|Fuzzy|Named|Getter|Setter|WithStringArgument|Decorated/;

/** Whether a line can show what the paths say. */
export function isWritable(row: Row & { readonly input?: string; readonly output?: string }): boolean {
  const texts = [row.path, row.input ?? '', row.output ?? ''];
  if (texts.some((text) => UNWRITTEN.test(text)) || (row.input ?? '').startsWith('ReturnValue')) return false;
  // What a callback returns and is given again, no single line shows.
  const [input, output] = texts.slice(1).map((text) => /^Argument\[\d+\]/.exec(text)?.[0]);
  return input === undefined || input !== output;
}

/** The forms of a line, each whole. */
export function* callLines(declarations: Declarations, one: CallCase, index: number): Generator<string> {
  const written = writtenLine(one.row, describePath(one.callee), index);
  if (written !== undefined) yield written;
  for (const extra of [0, 1, 2])
    for (const value of VALUES) yield callLine(declarations, one, index, value, extra);
}

function callLine(
  declarations: Declarations,
  { row, callee, input, output }: CallCase,
  index: number,
  value: string,
  extra: number,
): string {
  const path = callee.filter(({ step }) => step !== 'Call' && step !== 'WithArity');
  const { declaration, expression } = writeReceiver(declarations, row, path, `on${index}`);
  const args: string[] = [];
  const isWhole = isThis(input);
  if (!isWhole) place(args, input, writeValue(input.slice(1), value));
  const print = printed(args, output, expression);
  const call = writeCall(
    declarations,
    row,
    path,
    expression,
    Array.from(args, (each: string | undefined) => each ?? 'null!'),
    extra,
  );
  const body = statement(call, expression, output, print);
  const own = isWhole ? wholeDeclaration(declaration) : declaration;
  // What a call changes must be a value of the function that is looked at.
  const [, parameter] = /^declare const (.*);$/.exec(own) ?? [];
  const [before, given] = parameter === undefined ? [own, ''] : ['', parameter];
  return `${before} export async function run${index}(${given}): Promise<void> { const target: any = {}; ${body} }`;
}

const isThis = ([first]: readonly AccessStep[]): boolean =>
  first?.step === 'Argument' && first.places[0] === 'this';

function indexOf([first]: readonly AccessStep[]): number {
  const range = first?.step === 'Argument' ? first.places[0] : undefined;
  return range === undefined || range === 'this' || range.from.fromEnd ? 0 : range.from.index;
}

/** What counts from the end comes after everything else. */
function place(args: string[], path: readonly AccessStep[], text: string): void {
  const [first] = path;
  const range = first?.step === 'Argument' ? first.places[0] : undefined;
  const isLast = range !== undefined && range !== 'this' && range.from.fromEnd;
  args[isLast ? Math.max(args.length, 1) : indexOf(path)] = text;
}

/** What is printed; an output that is an argument puts there what can be printed. */
function printed(args: string[], output: readonly AccessStep[], receiver: string): string {
  const [first, second, ...rest] = output;
  if (first?.step !== 'Argument') return '';
  if (first.places[0] === 'this')
    return `console.log(${read(receiver.replace(/\.[^.]*$/, ''), output.slice(1))});`;
  const { place: callback, inner } = callbackOf(second, rest);
  if (callback === undefined) {
    place(args, output, 'target');
    return `console.log(${read('target', output.slice(1))});`;
  }
  place(args, output, wrapCallback(output.slice(1), `console.log(${read(`given[${callback}]`, inner)})`));
  return '';
}

interface Callback {
  readonly place: number | undefined;
  readonly inner: readonly AccessStep[];
}

function callbackOf(step: AccessStep | undefined, rest: readonly AccessStep[]): Callback {
  const path = step === undefined ? rest : [step, ...rest];
  const at = path.findIndex((each) => each.step === 'Parameter');
  const parameter = path[at];
  const range = parameter?.step === 'Parameter' ? parameter.places[0] : undefined;
  if (range === undefined || range === 'this') return { place: undefined, inner: [] };
  return { place: range.from.index, inner: path.slice(at + 1) };
}

/** A callback, inside the members that lead to it. */
function wrapCallback(path: readonly AccessStep[], body: string): string {
  const before = path.slice(
    0,
    path.findIndex(({ step }) => step === 'Parameter'),
  );
  return before.reduceRight(
    (inner, step) => (step.step === 'Member' ? `{ ${step.names[0] ?? ''}: ${inner} } as any` : inner),
    `((...given: any[]) => { ${body}; }) as any`,
  );
}

/** A function that asserts may only be called by a name that is declared as one. */
function unasserted(call: string, callee: string): string {
  return call.startsWith(callee) ? `const own: any = ${callee}; own${call.slice(callee.length)}` : call;
}

function statement(call: string, callee: string, output: readonly AccessStep[], print: string): string {
  const [first] = output;
  if (first?.step === 'Thrown') {
    const printing = `console.log(${read('(error as any)', output.slice(1))})`;
    return `try { ${unasserted(call, callee)}; } catch (error) { ${printing}; }`;
  }
  if (first?.step === 'ReturnValue') return `console.log(${read(`(${call})`, output.slice(1))});`;
  return `${call}; ${print}`;
}

/** Reads on from an expression. */
function read(expression: string, steps: readonly AccessStep[]): string {
  let text = expression;
  for (const step of steps) {
    if (step.step === 'Member') text = `(${text} as any)${memberText(step.names[0] ?? '')}`;
    else if (step.step === 'Awaited') text = `(await ${text})`;
    else if (step.step === 'ArrayElement') text = `[...(${text} as any)][0]`;
    else if (step.step === 'AnyMember') text = `(${text} as any)['note']`;
    else if (step.step === 'MapKey') text = `[...(${text} as any).keys()][0]`;
    else if (step.step === 'MapValue') text = `[...(${text} as any).values()][0]`;
    else if (step.step === 'ReturnValue') text = `(${text} as any)()`;
  }
  return text;
}

/** The first single alternative of an input or output. */
export function firstPath(text: string, row: Row): readonly AccessStep[] {
  return parsePath(text, row).map((step) => {
    if (step.step === 'Member') return { step: 'Member', names: step.names.slice(0, 1) };
    if (step.step === 'Argument' || step.step === 'Parameter')
      return { step: step.step, places: step.places.slice(0, 1) };
    return step;
  });
}
