/** Writes a plan out as the modules of a program. */
import { EXPRESSIONS } from './expressions.ts';
import { KINDS, PRELUDE, SHOWN } from './kinds.ts';
import { written } from './languages.ts';
import { FORM_COUNT, linkageOf } from './linkage.ts';
import { type Move, type Plan, VARIABLE_PICKS } from './plan.ts';
import { type Scope, type Variable, scopeIn, variablesOf } from './scope.ts';
import { STATEMENTS } from './statements/index.ts';
import { PACKAGE, SINKS } from './wire.ts';

/** A template asks for what is not in reach here: the move is left out. */
class Inapplicable extends Error {}

interface Counters {
  names: number;
  sinks: number;
  coins: number;
}

/** One move being written. */
interface Writing {
  readonly move: Move;
  readonly counters: Counters;
  scope: Scope;
  pick: number;
  body: number;
  isHot: boolean;
  readonly declared: string[];
  readonly picked: string[];
  /** Declared, and in reach from the next body or scope on. */
  readonly soon: { readonly scope: Scope; readonly kind: string; readonly text: string }[];
  /** Declared, and in reach when the statement has been. */
  readonly late: { readonly scope: Scope; readonly kind: string; readonly text: string }[];
}

const MAX_DEPTH = 2;

/** The files of a program by name. The entry is `main`, which exports `main`. */
export function renderPlan(plan: Plan): Readonly<Record<string, string>> {
  const counters: Counters = { names: 0, sinks: 0, coins: 0 };
  const module = scopeIn(undefined, false);
  const library = scopeIn(undefined, false);
  const libraryText = writeMoves(plan.library, library, counters);
  const link = linkageOf(plan.linkage, library.variables);
  module.variables.push(...link.variables);
  const topText = writeMoves(plan.top, module, counters);
  const main = scopeIn(module, true);
  main.variables.push(...link.inside, { kind: 'text', text: 'opened', isHot: true });
  const mainText = writeMoves(plan.main, main, counters);
  const opened = plan.linkage % 2 === 0 ? 'source()' : 'letter()';
  const text = `${HEADER}${link.imports}${PRELUDE}${topText}export async function main(): Promise<void> {
const opened: string = ${opened};
${link.opening}${mainText}${lastSinks(main, counters)}}
`;
  const files = { ...link.files(`${HEADER}${PRELUDE}${libraryText}`), 'main.ts': text };
  return written(files, Math.floor(plan.linkage / FORM_COUNT));
}

const HEADER = `import { coin, letter, source, tick, ${SINKS.join(', ')} } from '${PACKAGE}';
import { EventEmitter } from 'node:events';
import { Readable, Transform, PassThrough } from 'node:stream';
import * as util from 'node:util';
`;

/** What may hold the canary at the end meets a sink, the last ones first. */
function lastSinks(scope: Scope, counters: Counters): string {
  const last = variablesOf(scope, SHOWN).filter(({ isHot }) => isHot);
  return last
    .slice(0, 10)
    .map(({ text }) => (counters.sinks < SINKS.length ? `s${counters.sinks++}(${text});\n` : ''))
    .join('');
}

function writeMoves(moves: readonly Move[], scope: Scope, counters: Counters): string {
  return moves.map((move) => writeMove(move, scope, counters)).join('');
}

function writeMove(move: Move, scope: Scope, counters: Counters): string {
  const template = STATEMENTS[move.template % STATEMENTS.length] ?? '';
  const before = scope.variables.length;
  const writing: Writing = {
    move,
    counters,
    scope,
    pick: 0,
    body: 0,
    isHot: false,
    declared: [],
    picked: [],
    soon: [],
    late: [],
  };
  try {
    if (!scope.isAsync && template.replaceAll(/@(?:async)?\{[^]*?@\}/g, '').includes('await')) return '';
    const text = expand(writing, template, 0, true);
    reveal(writing);
    for (const at of scope.variables.keys()) if (at >= before) cool(scope, at, writing.isHot);
    for (const { scope: into, kind, text: name } of writing.late)
      into.variables.push({ kind, text: name, isHot: writing.isHot });
    return `${text}\n`;
  } catch (error) {
    if (!(error instanceof Inapplicable)) throw error;
    scope.variables.length = before;
    return '';
  }
}

function reveal({ soon }: Writing): void {
  for (const { scope, kind, text } of soon.splice(0)) scope.variables.push({ kind, text, isHot: true });
}

/** A variable that was made from nothing hot is not hot. */
function cool(scope: Scope, at: number, isHot: boolean): void {
  const known = scope.variables[at];
  if (known !== undefined && !isHot) scope.variables[at] = { ...known, isHot };
}

/** Text inside which `await` would stand in another function than the template's own. */
const INNER_FUNCTION = /=>|function|class |get |\) \{|\*\[/;

function expand(writing: Writing, template: string, depth: number, mayAwait: boolean): string {
  const start = writing.scope;
  const isPlain = mayAwait && !INNER_FUNCTION.test(template);
  return template.replaceAll(/@(async\{|[{}[\]]|this:\w+|[+\-#!]?\w+)/g, (_, mark: string) =>
    valueOfMark(writing, mark, depth, writing.scope.isAsync && (isPlain || writing.scope !== start)),
  );
}

function valueOfMark(writing: Writing, mark: string, depth: number, mayAwait: boolean): string {
  const { counters } = writing;
  switch (mark) {
    case '{':
    case 'async{':
      reveal(writing);
      writing.scope = scopeIn(writing.scope, mark !== '{');
      return '';
    case '[':
      reveal(writing);
      writing.scope = scopeIn(writing.scope, writing.scope.isAsync);
      return '';
    case '}':
    case ']':
      writing.scope = writing.scope.outer ?? writing.scope;
      return '';
    case 'body':
      return writeBody(writing);
    case 'coin':
      return `coin(${counters.coins++})`;
    case 'sink':
      return nextSink(counters);
    case 'any':
      return pickAny(writing, depth, mayAwait);
    default:
      return nameOrPick(writing, mark, depth, mayAwait);
  }
}

function nextSink(counters: Counters): string {
  if (counters.sinks >= SINKS.length) throw new Inapplicable('no sink is left');
  return `s${counters.sinks++}`;
}

/** `+kind` and `-kind` declare, a digit repeats a declared name, `#1` a pick, `this:kind` says what `this` is. */
function nameOrPick(writing: Writing, mark: string, depth: number, mayAwait: boolean): string {
  if (/^\d/.test(mark)) return writing.declared[Number(mark) - 1] ?? 'undefined';
  if (mark.startsWith('#')) return writing.picked[Number(mark.slice(1)) - 1] ?? 'undefined';
  if (mark.startsWith('this:')) {
    writing.scope.variables.push({ kind: mark.slice('this:'.length), text: 'this', isHot: true });
    return '';
  }
  if (mark.startsWith('+') || mark.startsWith('-')) return declare(writing, mark);
  const text = mark.startsWith('!')
    ? pickVariable(writing, mark.slice(1))
    : pick(writing, mark, depth, mayAwait);
  if (depth === 0) writing.picked.push(text);
  return text;
}

function declare(writing: Writing, mark: string): string {
  const kind = mark.slice(1);
  const text = `${kind}${writing.counters.names++}`;
  writing.declared.push(text);
  if (mark.startsWith('-')) writing.late.push({ scope: writing.scope, kind, text });
  else writing.soon.push({ scope: writing.scope, kind, text });
  return text;
}

function writeBody(writing: Writing): string {
  reveal(writing);
  const moves = writing.move.bodies[writing.body] ?? [];
  writing.body += 1;
  const scope = scopeIn(writing.scope, writing.scope.isAsync);
  return `tick(); ${writeMoves(moves, scope, writing.counters)}`;
}

function nextPick(writing: Writing): number {
  const value = writing.move.picks[writing.pick] ?? 0;
  writing.pick += 1;
  return value;
}

function pick(writing: Writing, kind: string, depth: number, mayAwait: boolean): string {
  const known = KINDS[kind];
  if (known === undefined) throw new Error(`a template asks for the unknown kind ${kind}`);
  const number = nextPick(writing);
  const variables = variablesOf(writing.scope, [kind, ...(known.also ?? [])]);
  const expressions = usable(EXPRESSIONS[kind] ?? [], mayAwait);
  const wantsExpression = number >= VARIABLE_PICKS || variables.length === 0;
  if (wantsExpression && depth < MAX_DEPTH && expressions.length > 0) {
    const template = expressions[Math.max(0, number - VARIABLE_PICKS) % expressions.length];
    if (template !== undefined) return wrapped(expand(writing, template, depth + 1, mayAwait));
  }
  const variable = chosen(variables, number);
  if (variable === undefined) {
    if (known.constant === undefined) throw new Inapplicable(kind);
    return wrapped(known.constant);
  }
  writing.isHot ||= variable.isHot;
  return variable.text;
}

/** `!kind`: what is written to has a name. */
function pickVariable(writing: Writing, kind: string): string {
  const variable = chosen(variablesOf(writing.scope, [kind]), nextPick(writing));
  if (variable === undefined) throw new Inapplicable(kind);
  writing.isHot ||= variable.isHot;
  return variable.text;
}

function pickAny(writing: Writing, depth: number, mayAwait: boolean): string {
  const number = nextPick(writing);
  if (number >= VARIABLE_PICKS) return pick(writing, SHOWN[number % SHOWN.length] ?? 'text', depth, mayAwait);
  const variable = chosen(variablesOf(writing.scope, SHOWN), number);
  if (variable === undefined) throw new Inapplicable('any');
  writing.isHot ||= variable.isHot;
  return variable.text;
}

/** Small numbers choose among the first few. */
function chosen(variables: readonly Variable[], number: number): Variable | undefined {
  const count = number < VARIABLE_PICKS / 2 ? Math.min(3, variables.length) : variables.length;
  return variables[number % Math.max(1, count)];
}

function usable(templates: readonly string[], mayAwait: boolean): readonly string[] {
  return mayAwait ? templates : templates.filter((one) => !one.includes('await'));
}

/** An expression that may stand anywhere, at the beginning of a statement too. */
function wrapped(text: string): string {
  return /^(?:\{|function|async|new )|=>| as /.test(text) ? `(${text})` : text;
}
