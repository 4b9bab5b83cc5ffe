/** Gaps: where the answer is not complete, asked only by who wants to know. */
import ts from 'typescript';
import type { Activation, PossibleGap } from './activation.ts';
import type { Gap, GapReason } from './flow.ts';
import { groupBy } from './group-by.ts';
import { resolveAtoms } from './labels.ts';
import { type GapLinks, gapsBehind, kindOfGap } from './note-gap.ts';
import { placeAt } from './place.ts';
import type { UnitNode } from './program/units.ts';
import { comparePlaces } from './report.ts';

/** Evaluates units and their callers once more, with their gaps as sinks. */
type Follow = (units: ReadonlySet<UnitNode>, links: GapLinks) => readonly Activation[];

/** The gaps of a file, in the order of the text. What only callers can tell is found out once, for all files. */
export function gapsOf(
  activations: readonly Activation[],
  follow: Follow,
): (fileName: string) => readonly Gap[] {
  let byFile: ReadonlyMap<string, readonly Gap[]> | undefined;
  return (fileName) => {
    byFile ??= groupBy(allGaps(activations, follow), ({ place }) => place.file);
    return byFile.get(fileName) ?? [];
  };
}

function allGaps(activations: readonly Activation[], follow: Follow): readonly Gap[] {
  const reached = reachedByCallers(activations, follow);
  const gaps = new Map<string, Gap>();
  for (const { engine, gaps: possible } of activations) {
    for (const one of possible.values()) {
      if (!isCertain(engine, one) && !reached.has(kindOfGap(engine, one))) continue;
      const place = placeAt(one.node);
      const { detail } = one;
      const reason = reasonOf(engine.checker, one);
      gaps.set(`${reason} ${place.file}:${place.line}:${place.column} ${detail}`, { reason, place, detail });
    }
  }
  return [...gaps.values()].sort((a, b) => comparePlaces(a.place, b.place) || (a.reason < b.reason ? -1 : 1));
}

/** A gap counts only when plaintext comes to it. */
function isCertain(engine: Activation['engine'], { value }: PossibleGap): boolean {
  return value === undefined || resolveAtoms(engine, [...value.atoms.values()]).labelled.length > 0;
}

/** The gaps that a caller hands plaintext to, by their kind. */
function reachedByCallers(activations: readonly Activation[], follow: Follow): ReadonlySet<string> {
  // Where the program's budget is spent the answer is cut all over, and says so: asking again would cost as much once more.
  const open = activations.filter(
    ({ engine, gaps }) =>
      !engine.allowance.isSpent &&
      [...gaps.values()].some((one) => !isCertain(engine, one) && hasInputs(one)),
  );
  if (open.length === 0) return new Set();
  const links: GapLinks = new Map();
  const again = follow(new Set(open.map(({ unit }) => unit)), links);
  const reached = again.flatMap(({ findings }) => [...findings.values()].map(({ point }) => point.row.kind));
  return gapsBehind(reached, links);
}

function hasInputs({ value }: PossibleGap): boolean {
  return [...(value?.atoms.values() ?? [])].some(({ origin }) => origin.kind === 'input');
}

/** A callee of type `any` has hidden what is called: no declaration, body or row could be found. */
function reasonOf(checker: ts.TypeChecker, { reason, node }: PossibleGap): GapReason {
  if (reason !== 'unmodelled' || !(ts.isCallExpression(node) || ts.isNewExpression(node))) return reason;
  return (checker.getTypeAtLocation(node.expression).flags & ts.TypeFlags.Any) === 0 ? reason : 'any';
}
