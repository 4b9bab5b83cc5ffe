/** Builders that turn short tables into rows, so that a file of the catalogue reads as a table. */
import type { Destination, Propagator, Sanitizer, Sink } from '../engine/models/rows.ts';

/** Children of values that the grammar has no step for, by the keys of the engine. */
export const HIDDEN = {
  /** A function whose last argument is a callback, in a form that gives a promise instead. */
  promised: 'Member[&promised]',
  /** A function that gives a promise, in a form whose last argument is a callback. */
  calledBack: 'Member[&calledBack]',
  /** What a promise is rejected with. */
  rejected: 'Member[<rejected>]',
  /** What an object took over from another, member by member. */
  spread: 'Member[<spread>]',
  /** Where an object finds members that it does not have itself. */
  prototype: 'Member[__proto__]',
  /** Names of members that were computed. */
  names: 'Member[<names>]',
  /** Elements behind those whose index is known. */
  tail: 'Member[<tail>]',
  /** What passes through a stream. */
  chunks: 'Member[<chunk>]',
  /** On an entry: what it is an entry of. On what a replacer is given: all that it is asked about. */
  members: 'Member[&members]',
  /** On a proxy: the object with its traps, and what it stands before. */
  traps: 'Member[&traps]',
  target: 'Member[&proxied]',
} as const;

/**
 * What an object passes on to whoever listens, before or after: messages, events. Where it depends on a name, `{0}`
 * stands for the text of the argument that is the name.
 */
export const passed = (what: string, name = ''): string =>
  `Member[&>${what}${name === '' ? '' : `:${name}`}]`;

/** What a map has under the key that the argument at an index names, or under any where its text is not known. */
export const underKey = (index: number): string => `Member[<value>:{${index}}]`;

/** Members by which objects say themselves what is made of them. */
export const CONVERSIONS = {
  text: ['@@toPrimitive', 'toString', 'valueOf'],
  number: ['@@toPrimitive', 'valueOf', 'toString'],
  json: ['toJSON'],
  printed: ['@@nodejs.util.inspect.custom'],
} as const;

/** Rows whose objects are converted on the way. */
export function through<Row extends Sink | Propagator>(
  names: readonly string[],
  rows: readonly Row[],
): readonly Row[] {
  return rows.map((row) => ({ ...row, through: names }));
}

/** The member that the argument at an index names, or any where its text is not known. */
export const named = (index: number): string => `Member[{${index}}]`;

/** Content that reaches `paths` of `type` is written. */
export function sinks(kind: string, type: string, paths: readonly string[]): readonly Sink[] {
  return paths.map((path) => ({ type, path, kind }));
}

/** As `sinks`, for arguments that name what is written: a path, a key, a label. */
export function names(kind: string, type: string, paths: readonly string[]): readonly Sink[] {
  return paths.map((path) => ({ type, path, kind, name: true }));
}

/** An argument that is an address, or a member of it that is. */
export const url = (argument: number, member?: string): Destination => ({
  is: 'url',
  argument,
  ...(member !== undefined && { member }),
});

/** As `url`, of a name or a name and a port. */
export const host = (argument: number, member?: string): Destination => ({
  is: 'host',
  argument,
  ...(member !== undefined && { member }),
});

/** Of the calls that made the client: its options. */
export const ofClients = (place: Destination): Destination => ({ ...place, of: 'clients' });

/** Of the call that a chain starts with: what a connection or a request was opened with. */
export const ofStart = (place: Destination): Destination => ({ ...place, of: 'start' });

/** Rows of calls that say where they send to: each place speaks where those before it are silent, or relative. */
export const sentTo = (to: readonly Destination[], rows: readonly Sink[]): readonly Sink[] =>
  rows.map((row) => ({ ...row, to }));

/** Rows that silence those of the bases of their type. */
export const alone = (rows: readonly Sink[]): readonly Sink[] => rows.map((row) => ({ ...row, alone: true }));

/** Rows of what a package had before a version. */
export const upTo = (version: string, rows: readonly Sink[]): readonly Sink[] =>
  rows.map((row) => ({ ...row, versions: `<${version}` }));

/** Rows of types that a tool writes into a team's own folder: told by their name and by members that they have. */
export function shaped(rows: readonly Sink[], having: readonly string[]): readonly Sink[] {
  return rows.map((row) => ({ ...row, by: 'shape', having }));
}

/** A callee, and from where to where it passes labels. Several callees that behave alike share one line. */
export type PassLine = readonly [callee: string, input: string, output: string];

/** Callees that hand on the very value, with its members and its aliases. */
export function hands(type: string, prefix: string, lines: readonly PassLine[]): readonly Propagator[] {
  return lines.map(([callee, input, output]) => ({
    type,
    path: prefix + callee,
    input,
    output,
    mode: 'value',
  }));
}

/** The error that a callee throws quotes its input: in its message, its stack, and further members. */
export const quoting = (callee: string, input: string, ...members: readonly string[]): readonly PassLine[] =>
  ['message', 'stack', ...members].map((member) => [callee, input, `Thrown.Member[${member}]`]);

/** Callees that make something new from all the content of their input. */
export function taints(type: string, prefix: string, lines: readonly PassLine[]): readonly Propagator[] {
  return lines.map(([callee, input, output]) => ({
    type,
    path: prefix + callee,
    input,
    output,
    mode: 'taint',
  }));
}

/** Values that hold no content, whatever they were computed from. */
export function clean(type: string, prefix: string, paths: readonly string[]): readonly Sanitizer[] {
  return paths.map((path) => ({ type, path: prefix + path }));
}

/** Values that are only decided by the content that they were computed from: a length, a position, a yes or no. */
export function measures(type: string, prefix: string, paths: readonly string[]): readonly Sanitizer[] {
  return paths.map((path) => ({ type, path: prefix + path, leaves: 'derived' }));
}

/** Values that come from elsewhere, whatever was asked with: of them their type speaks alone. */
export function others(type: string, prefix: string, paths: readonly string[]): readonly Sanitizer[] {
  return paths.map((path) => ({ type, path: prefix + path, leaves: 'other' }));
}

/** Callees that end the life of what they are called on, or given: `Argument[this]`, `Argument[0]`. */
export function wipes(
  type: string,
  prefix: string,
  place: string,
  callees: readonly string[],
): readonly Sanitizer[] {
  return callees.map((callee) => ({ type, path: prefix + callee, input: place, output: place }));
}

/** Callees whose output holds their input in a form that nobody can read without the key. */
export function seals(type: string, prefix: string, lines: readonly PassLine[]): readonly Sanitizer[] {
  return lines.map(([callee, input, output]) => ({ type, path: prefix + callee, input, output }));
}
