/** What the engine answers with: flows, their steps, and the gaps that cut an answer short. Lines and columns count from 1. */

/** A place in a source file. `file` is the program's absolute file name. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One hop of a flow, in order from the source to the sink. */
export interface Step {
  readonly place: Place;
  /** What happened, as a short phrase: `passed to formatLine()`. */
  readonly what: string;
}

/** One source that reaches one sink. */
export interface Flow {
  readonly kind: string;
  readonly labels: readonly string[];
  readonly source: { readonly place: Place; readonly name: string };
  /** The place that is reported: the sink call itself, or the call that hands the value to a function that reaches it. */
  readonly sink: { readonly place: Place; readonly name: string };
  /** The argument is a name: a key, a path, a topic. */
  readonly isName: boolean;
  /** The origins that the sinks at this place send to, `self` for the page's own; undefined is one that is not known. */
  readonly destinations: readonly (string | undefined)[];
  /** The decisive hop, for the message: ` through formatLine()`, or empty. */
  readonly via: string;
  readonly steps: readonly Step[];
}

/** A place where a value loses its tagged type while it keeps its label. */
export interface Erasure {
  readonly form: 'argument' | 'assignment' | 'return' | 'assertion' | 'parameter';
  readonly place: Place;
  readonly source: string;
  readonly label: string;
  /** The type that the value is taken as. */
  readonly as: string;
}

export type GapReason = 'budget' | 'any' | 'unmodelled' | 'depth' | 'tag';

/** A place where the answer is not complete, and why. */
export interface Gap {
  readonly reason: GapReason;
  readonly place: Place;
  readonly detail: string;
}

/** A function or a call that releases plaintext on purpose. */
export interface Declassifier {
  readonly place: Place;
  readonly name: string;
  /** Empty where none is given: then it releases nothing. */
  readonly reason: string;
  /** On some path the body gives back what it was given: that is no release, and stays labelled. */
  readonly returnsInput: boolean;
  /** Whether plaintext passes through it anywhere in the program. */
  readonly isUsed: boolean;
}
