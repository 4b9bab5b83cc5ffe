/** Gaps: where the answer is not complete, asked only by who wants to know. */
import type { Activation, PossibleGap } from './activation.ts';
import type { Gap } from './flow.ts';
import { resolveAtoms } from './labels.ts';
import { placeAt } from './place.ts';
import { comparePlaces } from './report.ts';

/** The gaps of a file, in the order of the text. */
export function gapsOf(activations: readonly Activation[], fileName: string): readonly Gap[] {
  const gaps = new Map<string, Gap>();
  for (const activation of activations) {
    if (activation.unit.getSourceFile().fileName !== fileName) continue;
    for (const possible of activation.gaps.values()) {
      if (!counts(activation, possible)) continue;
      const place = placeAt(possible.node);
      const { reason, detail } = possible;
      gaps.set(`${reason} ${place.line}:${place.column} ${detail}`, { reason, place, detail });
    }
  }
  return [...gaps.values()].sort((a, b) => comparePlaces(a.place, b.place) || (a.reason < b.reason ? -1 : 1));
}

/** An unmodelled call is a gap only when plaintext goes into it. */
function counts({ engine }: Activation, { value }: PossibleGap): boolean {
  return value === undefined || resolveAtoms(engine, [...value.atoms.values()]).labelled.length > 0;
}
