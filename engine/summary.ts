/** What the engine computed about a unit, in terms of its inputs: what a call of it does. */
import type ts from 'typescript';
import type { Atom } from './values/atom.ts';
import type { Fields } from './values/state.ts';
import { NOTHING, type Value, join, joinAll } from './values/value.ts';
import type { Sink } from './models/rows.ts';

/** A sink that a row names, at the call or assignment that is it. */
export interface SinkPoint {
  readonly row: Sink;
  readonly node: ts.Node;
  /** How the source names it: `console.log()`. */
  readonly name: string;
  /** The origin that it sends to, where a row tells and the program says it in a constant. */
  readonly destination?: string | undefined;
}

/** An input of the unit that reaches a sink in it, or in what it calls. The atom's trace says how. */
export interface SinkUse {
  readonly atom: Atom;
  readonly point: SinkPoint;
  /** Where it is reported when the label is in the unit itself. */
  readonly place: ts.Node;
}

/** A write into something that the caller handed over. */
export interface Effect {
  readonly target: Atom;
  readonly key: string;
  readonly value: Value;
  readonly strong: boolean;
  /** The class field that this writes, for readers of any instance. */
  readonly field: string | undefined;
}

/** A write into the program's heap whose value depends on the inputs. */
export interface PendingKeep {
  readonly id: string;
  readonly key: string;
  readonly value: Value;
}

export interface CallArguments {
  readonly self: Value;
  readonly positional: readonly Value[];
  /** What may stand at any index from `restFrom` on: spread arguments. */
  readonly rest: Value;
  readonly restFrom: number;
  /** The names that the argument at an index can be, where the call is written with it. */
  readonly namesAt?: (index: number, wanted: NamesWanted) => readonly string[] | undefined;
  /** Whether the argument at an index surely has something at a path. */
  readonly hasAt?: (index: number, path: readonly string[]) => boolean;
}

/** Whether names are those of all arguments from the index on, or of the elements of the one there. */
export interface NamesWanted {
  readonly isRest: boolean;
  readonly byElements: boolean;
}

/** A call of something that only the caller knows. Its result is the input of kind `call` with this key. */
export interface DeferredCall {
  readonly key: string;
  /** Calls that this one stands for as well: its result is theirs. */
  readonly merged: readonly string[];
  readonly callee: Value;
  readonly args: CallArguments;
  readonly node: ts.Node;
  readonly isNew: boolean;
  /** Whether each run of the unit makes it. */
  readonly isSure: boolean;
}

/** What calls that only the caller can make find: how things stand in the unit before they are made. */
export interface Before {
  readonly effects: readonly Effect[];
  /** Children of local objects. */
  readonly heap: ReadonlyMap<string, Fields>;
}

export interface Summary {
  readonly result: Value;
  readonly thrown: Value;
  /** Children of the local objects that anything here refers to. */
  readonly heap: ReadonlyMap<string, Fields>;
  readonly effects: readonly Effect[];
  readonly keeps: readonly PendingKeep[];
  readonly sinks: readonly SinkUse[];
  readonly calls: readonly DeferredCall[];
  readonly before: Before;
  /** Equal signatures do the same to any caller. */
  readonly signature: string;
}

export const NOTHING_BEFORE: Before = { effects: [], heap: new Map() };

export const EMPTY_SUMMARY: Summary = {
  result: NOTHING,
  thrown: NOTHING,
  heap: new Map(),
  effects: [],
  keeps: [],
  sinks: [],
  calls: [],
  before: NOTHING_BEFORE,
  signature: '',
};

export const NO_ARGUMENTS: CallArguments = { self: NOTHING, positional: [], rest: NOTHING, restFrom: 0 };

/** What may stand at an index of the arguments. */
export function argumentAt(args: CallArguments, index: number): Value {
  const positional = args.positional[index] ?? NOTHING;
  return index >= args.restFrom ? join(positional, args.rest) : positional;
}

/** Everything from an index on. */
export function argumentsFrom(args: CallArguments, index: number): Value {
  return join(joinAll(args.positional.slice(index)), args.rest);
}

/** The arguments, each changed. */
export function mapArguments(args: CallArguments, change: (value: Value) => Value): CallArguments {
  return {
    ...args,
    self: change(args.self),
    positional: args.positional.map(change),
    rest: change(args.rest),
  };
}

/** What either of two calls hands over, index by index. */
export function joinArguments(a: CallArguments, b: CallArguments): CallArguments {
  const count = Math.max(a.positional.length, b.positional.length);
  return {
    self: join(a.self, b.self),
    positional: Array.from({ length: count }, (_, index) =>
      join(a.positional[index] ?? NOTHING, b.positional[index] ?? NOTHING),
    ),
    rest: join(a.rest, b.rest),
    restFrom: Math.min(a.restFrom, b.restFrom),
  };
}
