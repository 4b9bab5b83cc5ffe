/** Notes places where the answer may be incomplete. Whether they are is asked later, and only by who wants to know. */
import type { Activation, Engine, PossibleGap } from './activation.ts';
import { checkSink } from './calls/sinks.ts';
import type { SinkPoint } from './summary.ts';
import type { Atom } from './values/atom.ts';
import type { Sink } from './models/rows.ts';

/** Which gaps an input of a unit comes to, by their kinds: of its own, or an input of a function that it calls. */
export type GapLinks = Map<string, Set<string>>;

export function noteGap(activation: Activation, key: string, gap: PossibleGap): void {
  activation.gaps.set(key, gap);
  const { engine } = activation;
  if (engine.followsGaps === undefined || gap.value === undefined) return;
  checkSink(activation, rowOfGap(engine, gap), gap.value, gap.node, () => gap.node);
}

/** A budget that a unit or a part of it has spent. */
export function noteBudgetAt(activation: Activation, detail: string, node: PossibleGap['node']): void {
  noteGap(activation, `budget ${detail} ${activation.numbers.of(node)}`, {
    reason: 'budget',
    node,
    detail,
    value: undefined,
  });
}

/** A gap as a sink of its own, to find out whether anybody hands a label to it. */
function rowOfGap(engine: Engine, gap: PossibleGap): Sink {
  return { type: '', path: '', kind: kindOfGap(engine, gap) };
}

/** No row of a catalogue has a kind like this. */
export function kindOfGap({ numbers }: Engine, { reason, node }: PossibleGap): string {
  return `<gap ${reason} ${numbers.of(node)}>`;
}

/**
 * An input that comes to gaps of callees is one place to come to for the unit's own callers. Else each function of a long
 * chain would tell of every gap below it.
 */
export function throughUnit({ engine, unit }: Activation, point: SinkPoint, atom: Atom): SinkPoint {
  const links = engine.followsGaps;
  if (links === undefined || !point.row.kind.startsWith('<gap ')) return point;
  const kind = `<gap of ${engine.numbers.of(unit)} ${atom.key}>`;
  const known = links.get(kind) ?? new Set<string>();
  links.set(kind, known.add(point.row.kind));
  return { ...point, row: { ...point.row, kind } };
}

/** All kinds of gaps that some of them lead to. */
export function gapsBehind(kinds: Iterable<string>, links: GapLinks): ReadonlySet<string> {
  const found = new Set(kinds);
  // A set grows while it is walked.
  for (const kind of found) for (const next of links.get(kind) ?? []) found.add(next);
  return found;
}
