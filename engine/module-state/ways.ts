/** Of several ways by which one label comes into module state, the one that says most. */
import { type TraceStep, stepsOf } from '../values/trace.ts';
import type { KeptLabel } from './findings.ts';
import { outermostCall } from './place-of-write.ts';

interface Way {
  readonly kept: KeptLabel;
  readonly steps: readonly TraceStep[];
}

/**
 * Without the ways that a function tells itself (its parameter is tagged, so the write in it is the place), and without
 * those that lead through module state before: what is moved there has been reported where it came in.
 */
export function outermost(labels: readonly KeptLabel[]): readonly KeptLabel[] {
  const ways = labels.map((kept) => ({ kept, steps: stepsOf(kept.labelled.atom.trace) }));
  const inside = suffixesOf(ways);
  const writes = writesOf(ways);
  return ways
    .filter((way) => !isToldInside(way, inside) && !comesFromState(way, writes))
    .map(({ kept }) => kept);
}

const callOf = ({ kept, steps }: Way) => outermostCall(kept.labelled.atom, steps);

const siteOf = ({ id, key, labelled }: KeptLabel): string => `${id} ${key} ${labelled.tag.label}`;

const stepKey = ({ node, what }: TraceStep): string => `${node.getSourceFile().fileName} ${node.pos} ${what}`;

const textOf = (steps: readonly TraceStep[]): string => steps.map(stepKey).join('|');

/** Whole ways that go into no call, by what they write. */
function suffixesOf(ways: readonly Way[]): ReadonlySet<string> {
  const direct = ways.filter((way) => way.steps.length > 0 && callOf(way) === undefined);
  return new Set(direct.map(({ kept, steps }) => `${siteOf(kept)}: ${textOf(steps)}`));
}

function isToldInside({ kept, steps }: Way, inside: ReadonlySet<string>): boolean {
  if (callOf({ kept, steps }) === undefined) return false;
  const site = siteOf(kept);
  return steps.some(
    ({ crosses }, index) => crosses?.way === 'in' && inside.has(`${site}: ${textOf(steps.slice(index + 1))}`),
  );
}

/** The last steps of all ways, with the roots that they write to. */
function writesOf(ways: readonly Way[]): ReadonlyMap<string, ReadonlySet<string>> {
  const writes = new Map<string, Set<string>>();
  for (const { kept, steps } of ways) {
    const last = steps.at(-1);
    if (last === undefined) continue;
    const known = writes.get(stepKey(last)) ?? new Set();
    for (const root of kept.roots) known.add(root);
    writes.set(stepKey(last), known);
  }
  return writes;
}

function comesFromState({ kept, steps }: Way, writes: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return steps.slice(0, -1).some((step) => {
    const roots = writes.get(stepKey(step));
    return roots !== undefined && [...roots].some((root) => kept.roots.has(root));
  });
}
