/** A line of TypeScript for each alternative of each sink row, that hands plaintext to just that sink. */
import ts from 'typescript';
import { parsePath, type AccessStep } from '../../engine/models/parse-path.ts';
import { parseType } from '../../engine/models/parse-type.ts';
import type { Sink } from '../../engine/models/rows.ts';
import { openDeclarations, type Declarations } from './declarations.ts';
import { alternatives, walk } from './verify.ts';

export interface Snippet {
  readonly sink: Sink;
  /** The alternative of the row's path that this line takes. */
  readonly path: string;
  /** Declarations and one function, on one line. */
  readonly text: string;
}

const header = `import type { Plaintext } from 'eslint-plugin-stateless/tags'; declare const body: Plaintext<string>, id: string;`;

/** The snippets of all rows, in their order. */
export function writeSnippets(sinks: readonly Sink[], folder: string): readonly Snippet[] {
  const declarations = openDeclarations(sinks, folder);
  const lines = sinks.flatMap((sink) =>
    alternatives(parsePath(sink.path, sink)).map((steps) => ({ sink, steps })),
  );
  return lines.map(({ sink, steps }, index) => ({
    sink,
    path: steps.map(stepText).join('.'),
    text: writeLine(declarations, sink, steps, index),
  }));
}

/** The file that holds snippets: snippet `i` stands on line `i + 2`. Its twin hands on a text that is not plaintext. */
export function fileOfSnippets(snippets: readonly Snippet[], value: 'body' | 'id'): string {
  return [header, ...snippets.map(({ text }) => text.replaceAll(/\bbody\b/g, value))].join('\n');
}

function writeLine(
  declarations: Declarations,
  sink: Sink,
  steps: readonly AccessStep[],
  index: number,
): string {
  const start = writeStart(declarations, sink, steps, `v${index}`);
  const place = steps.findLastIndex(({ step }) => step === 'Argument' || step === 'NewCall');
  const statement =
    place < 0
      ? `${writeReceiver(start, steps)} = body as any`
      : writeCall(declarations, sink, start, steps, place);
  return `${start.declaration} export async function f${index}(): Promise<void> { ${statement}; }`;
}

interface Start {
  readonly declaration: string;
  readonly name: string;
  /** How many steps the name stands for. */
  readonly taken: number;
}

function writeStart(
  declarations: Declarations,
  sink: Sink,
  steps: readonly AccessStep[],
  name: string,
): Start {
  const { module, names } = parseType(sink);
  const [first, second] = steps;
  if (module === 'global') {
    const global = first?.step === 'Member' ? (first.names[0] ?? '') : '';
    if (second?.step !== 'Instance') return { declaration: '', name: global, taken: 1 };
    const made = `typeof globalThis extends { ${global}: new (...args: never[]) => infer T } ? T : ${global}`;
    return { declaration: `declare const ${name}: ${made};`, name, taken: 2 };
  }
  if (names.length > 0) {
    const parameters = typeParameters(declarations, sink);
    const type = `import('${module}').${names.join('.')}${parameters}`;
    return { declaration: `declare const ${name}: ${type};`, name, taken: 0 };
  }
  if (first?.step === 'Instance') {
    return {
      declaration: `import C${name} from '${module}'; declare const ${name}: C${name};`,
      name,
      taken: 1,
    };
  }
  const clause = first?.step === 'Member' ? `* as ${name}` : name;
  return { declaration: `import ${clause} from '${module}';`, name, taken: 0 };
}

function typeParameters(declarations: Declarations, sink: Sink): string {
  const start = declarations.start(sink);
  const symbols =
    typeof start === 'string' ? [] : start.values.map((type) => type.aliasSymbol ?? type.symbol);
  const nodes = symbols.flatMap((symbol) => symbol.declarations ?? []);
  const generic = nodes.find((node) => 'typeParameters' in node && Array.isArray(node.typeParameters));
  if (generic === undefined) return '';
  const count = ts.getEffectiveTypeParameterDeclarations(generic as ts.DeclarationWithTypeParameters).length;
  return `<${Array.from({ length: count }, () => 'any').join()}>`;
}

/** What the sink is called on or written to. */
function writeReceiver(start: Start, steps: readonly AccessStep[]): string {
  let text = start.name;
  for (const [index, step] of steps.entries()) {
    if (index < start.taken) continue;
    if (step.step === 'Member') text += `.${step.names[0] ?? ''}`;
    else if (step.step === 'ReturnValue') text += '(null!, null!)';
    else if (step.step === 'Awaited') text = `(await ${text})`;
  }
  return text;
}

function writeCall(
  declarations: Declarations,
  sink: Sink,
  start: Start,
  steps: readonly AccessStep[],
  last: number,
): string {
  const isNew =
    steps.some(({ step }) => step === 'NewCall') || isClass(declarations, sink, steps.slice(0, last));
  const place = firstOfCall(start, steps, last);
  const argument = steps[place];
  const range = argument?.step === 'Argument' ? argument.places[0] : undefined;
  const before = range === undefined || range === 'this' ? 0 : range.from.index;
  const filled = Array.from({ length: before }, () => 'null!');
  const callee = writeReceiver(start, steps.slice(0, place));
  return `${isNew ? 'new ' : ''}${callee}(${[...filled, writeValue(steps.slice(place + 1))].join(', ')})`;
}

/** Where the argument of the last call stands: an argument after it, with no call between, is an option's. */
function firstOfCall(start: Start, steps: readonly AccessStep[], last: number): number {
  const first = steps.findIndex(({ step }, index) => index >= start.taken && step === 'Argument');
  const isOption = first >= 0 && !steps.slice(first, last).some(({ step }) => step === 'ReturnValue');
  return isOption ? first : last;
}

/** Whether what stands before the arguments can only be constructed. */
function isClass(declarations: Declarations, sink: Sink, steps: readonly AccessStep[]): boolean {
  const start = declarations.start(sink);
  const at = typeof start === 'string' ? start : walk(declarations, start, steps);
  if (typeof at === 'string') return false;
  const isCalled = at.values.some((value) => value.getCallSignatures().length > 0);
  return !isCalled && at.values.some((value) => value.getConstructSignatures().length > 0);
}

/** The plaintext, wrapped in what the steps after the argument say. */
function writeValue(steps: readonly AccessStep[]): string {
  return steps.reduceRight((value, step) => {
    if (step.step === 'Member') return `{ ${step.names[0] ?? ''}: ${value} } as any`;
    if (step.step === 'ArrayElement') return `[${value}] as any`;
    return step.step === 'ReturnValue' ? `(() => (${value})) as any` : value;
  }, 'body');
}

function stepText(step: AccessStep): string {
  if (step.step === 'Member') return `Member[${step.names.join()}]`;
  if (step.step !== 'Argument' && step.step !== 'Parameter') return step.step;
  const [place] = step.places;
  return place === undefined || place === 'this' ? `${step.step}[this]` : `${step.step}[${place.from.index}]`;
}
