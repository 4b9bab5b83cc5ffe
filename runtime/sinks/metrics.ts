/** Metrics of a broker: counts and durations, from what its observers are told. Nothing else is in there to count. */
import type { BrokerEvent, Outcome } from '../broker/events.ts';

/** The counts so far. */
export interface MetricsSnapshot {
  /** Sessions that run now. */
  readonly running: number;
  readonly started: number;
  /** Ended sessions by outcome. */
  readonly ended: Readonly<Partial<Record<Outcome, number>>>;
  /** Refused requests by code. */
  readonly refused: Readonly<Record<string, number>>;
  /** Ended sessions by the smallest bound that their milliseconds do not exceed; `more` for the rest. */
  readonly durations: Readonly<Record<string, number>>;
}

/** A counter of what happens. */
export interface Metrics {
  readonly onEvent: (event: BrokerEvent) => void;
  readonly snapshot: () => MetricsSnapshot;
}

const bounds = [10, 30, 100, 300, 1_000, 3_000, 10_000] as const;

/**
 * Counts the events of one broker.
 *
 * @example
 * const metrics = createMetrics();
 * await serve('summarise.ts', { onEvent: metrics.onEvent });
 */
export function createMetrics(): Metrics {
  const ended: Partial<Record<Outcome, number>> = {};
  const refused: Record<string, number> = {};
  const durations: Record<string, number> = {};
  let started = 0;
  let finished = 0;
  return {
    onEvent(event) {
      if (event.event === 'session-started') started += 1;
      else if (event.event === 'request-refused') count(refused, event.code);
      else {
        finished += 1;
        count(ended, event.outcome);
        count(durations, String(bounds.find((bound) => event.milliseconds <= bound) ?? 'more'));
      }
    },
    snapshot: () => ({
      running: started - finished,
      started,
      ended: { ...ended },
      refused: { ...refused },
      durations: { ...durations },
    }),
  };
}

function count<Key extends string>(counts: Partial<Record<Key, number>>, key: Key): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
