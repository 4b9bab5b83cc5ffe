/** What an explanation says: how labels come to a place, or where they ended on their way to it. */
import type { Place, Step } from '../flow.ts';

/** One source whose label is there. */
export interface Arrival {
  readonly source: { readonly place: Place; readonly name: string };
  readonly labels: readonly string[];
  /** From the source to the place that is asked about, which is not a step itself. */
  readonly steps: readonly Step[];
  /** Kinds of sinks that a sanitizer of limited effect keeps the label from. */
  readonly clearedFor: readonly string[];
}

/** The rules of the precision policy, and the other ways in which a label does not go on. */
export type DropRule =
  | 'count'
  | 'comparison'
  | 'boolean'
  | 'type-name'
  | 'other-member'
  | 'allow-list'
  | 'sanitizer'
  | 'declassifier'
  | 'barrier-guard'
  | 'narrowed'
  | 'overwritten'
  | 'later'
  | 'other-path'
  | 'implicit'
  | 'no-propagator'
  | 'returns-nothing'
  | 'ignored'
  | 'left-out'
  | 'never-labelled';

/** A place where a label was, and behind which it is not. */
export interface Drop {
  readonly rule: DropRule;
  readonly place: Place;
  /** What happens there, as a sentence without its end: `length` counts, and a count is clean. */
  readonly what: string;
  /** Names of the sources whose labels end there. */
  readonly sources: readonly string[];
}

export interface Explanation {
  readonly place: Place;
  /** The expression as it is written, on one line and cut short. */
  readonly text: string;
  /** Empty where the value carries no label. */
  readonly arrivals: readonly Arrival[];
  /** Where labels ended on their way; asked only where none arrives. */
  readonly drops: readonly Drop[];
}
