/** Files of one line for each thing to try, and the form of each line that type-checks. */
import ts from 'typescript';
import { GENERATED } from './written.ts';
import { openText, type Surroundings } from './virtual-program.ts';

/** What every line may use. */
const HEADER = [
  `import type { Plaintext } from 'eslint-plugin-stateless/tags';`,
  'type Whole<T> = T extends object ? Plaintext<T> : T;',
  'declare const body: Plaintext<string>, id: string;',
  'declare function source<T>(): Plaintext<T>;',
  GENERATED,
].join(' ');

/** The same without a tag: what must stay silent. */
const TWIN_HEADER =
  'type Whole<T> = T; declare const body: string, id: string; declare function source<T>(): T; ' + GENERATED;

/** Line `i` of the list stands on line `i + 2` of the file. */
export const fileOf = (lines: readonly string[]): string => [HEADER, ...lines, 'export {};'].join('\n');
export const twinOf = (lines: readonly string[]): string => [TWIN_HEADER, ...lines, 'export {};'].join('\n');
export const lineIn = (line: number): number => line - 2;

/** What is tried for one line: its forms, in the order of preference. */
export type Forms = Iterable<string>;

export interface Chosen {
  readonly text: string;
  /** Why the last form does not type-check, where none does. */
  readonly fault: string | undefined;
}

/** So many forms of a line are tried in the first file; most are settled by it. The rest is tried in a second one. */
const FIRST = 5;

/** The first form of each line that type-checks. */
export function chooseForms(all: readonly Forms[], around: Surroundings): readonly Chosen[] {
  const lists = all.map((forms) => [...new Set(forms)]);
  const first = tryForms(
    lists.map((list) => list.slice(0, FIRST)),
    around,
  );
  const later = tryForms(
    lists.map((list, index) => (first[index]?.fault === undefined ? [] : list.slice(FIRST))),
    around,
  );
  return first.map((one, index) => {
    const other = later[index];
    return one.fault === undefined || other === undefined || other.fault !== undefined ? one : other;
  });
}

/** All forms of all lines stand in one file, under names of their own. */
function tryForms(lists: readonly (readonly string[])[], around: Surroundings): readonly Chosen[] {
  const lines = lists.flatMap((list) => list.map((text, form) => renamed(text, form)));
  const { program, source } = openText(fileOf(lines), around);
  const faults = lines.length === 0 ? new Map<number, string>() : faultsByLine(program, source);
  let next = 0;
  return lists.map((list): Chosen => {
    const start = next;
    next += list.length;
    const found = list.findIndex((_text, form) => !faults.has(start + form));
    const [text = '', fault = 'no line can be written'] = [list[Math.max(0, found)], faults.get(start)];
    return { text, fault: found >= 0 ? undefined : fault };
  });
}

/** `on12` and `run12` of a line, so that another form may stand beside it. */
const renamed = (text: string, form: number): string =>
  text.replace(/\b((?:on|run|own)\d+)\b/g, `$1_${form}`);

function faultsByLine(program: ts.Program, source: ts.SourceFile): ReadonlyMap<number, string> {
  const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  const faults = diagnostics.map(({ start = 0, messageText }): readonly [number, string] => {
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    return [lineIn(line), ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 200)];
  });
  return new Map(faults.reverse());
}
