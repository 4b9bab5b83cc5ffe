/** Notes places where the answer may be incomplete. Whether they are is asked later, and only by who wants to know. */
import type { Activation, Engine, PossibleGap } from './activation.ts';
import { checkSink } from './calls/sinks.ts';
import type { Sink } from './models/rows.ts';

export function noteGap(activation: Activation, key: string, gap: PossibleGap): void {
  activation.gaps.set(key, gap);
  const { engine } = activation;
  if (engine.followsGaps !== true || gap.value === undefined) return;
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
