/** The posture of a machine: every check answered, and every row of the channel registry closed or open. */
import { channels, isClosed } from '../channels.ts';
import type { Channel, PostureName } from '../channels.ts';
import { checks } from './checks.ts';
import type { Facts } from './facts.ts';

/** The answer to one check. */
export interface CheckResult {
  readonly name: PostureName;
  readonly question: string;
  readonly isFulfilled: boolean;
  readonly remedy: string;
}

/** A row of the registry on this machine. */
export interface RowResult {
  readonly number: number;
  readonly id: string;
  readonly name: string;
  /** `residual`: nobody closes it, and the documentation says so. */
  readonly state: 'closed' | 'open' | 'residual';
  readonly closedBy: readonly string[];
  /** The checks that fail, for an open row; why nobody closes it, for a residual one. */
  readonly reasons: readonly string[];
}

/** All of it. */
export interface Posture {
  readonly node: string;
  readonly evidence: string;
  readonly checks: readonly CheckResult[];
  readonly launcher: { readonly added: readonly string[]; readonly missing: readonly string[] };
  readonly rows: readonly RowResult[];
}

/** Judges the facts. */
export function judge(facts: Facts): Posture {
  const results = checks.map(({ name, question, isFulfilled, remedy }) => ({
    name,
    question,
    isFulfilled: isFulfilled(facts),
    remedy,
  }));
  const fulfilled = new Set(results.filter((result) => result.isFulfilled).map(({ name }) => name));
  return {
    node: facts.nodeVersion,
    evidence: facts.evidence,
    checks: results,
    launcher: { added: facts.added, missing: facts.missing },
    rows: channels.map((channel) => rowOf(channel, fulfilled, facts)),
  };
}

/** The rows that keep a broker from starting in production: open, though a machine can close them. */
export function openRows({ rows }: Posture): readonly RowResult[] {
  return rows.filter(({ state }) => state === 'open');
}

function rowOf(channel: Channel, fulfilled: ReadonlySet<PostureName>, { added }: Facts): RowResult {
  const { number, id, name, closers, needs = [], alsoClosedBy = [], residual } = channel;
  const isResidual = closers.length === 0 && needs.length === 0;
  const isShut = isClosed(channel, fulfilled);
  const present = alsoClosedBy.filter((closer) => !closer.startsWith('launcher:') || isAdded(closer, added));
  return {
    number,
    id,
    name,
    state: isShut ? 'closed' : isResidual ? 'residual' : 'open',
    closedBy: isShut ? [...closers, ...needs.map((need) => `machine:${need}`), ...present] : [],
    reasons: isResidual ? [residual ?? ''] : needs.filter((need) => !fulfilled.has(need)),
  };
}

function isAdded(closer: string, added: Facts['added']): boolean {
  return added.some((step) => closer === `launcher:${step}`);
}
