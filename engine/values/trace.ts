/** How a label travelled: steps in order, shared between atoms and put together without copying. */
import type ts from 'typescript';

export interface TraceStep {
  readonly node: ts.Node;
  readonly what: string;
  /** The step hands the value to, or gets it from, a function of the program or of a package: a candidate for `via`. */
  readonly callee?: string;
  /** The step goes into a function of the program, or comes out of it. */
  readonly crosses?: { readonly way: 'in' | 'out'; readonly unit: ts.Node | undefined };
}

export type Trace =
  | { readonly length: number; readonly step: TraceStep }
  | { readonly length: number; readonly first: Trace; readonly second: Trace };

/** Traces end here; what comes later replaces nothing and is dropped, so that loops cannot grow them. */
const MAX_STEPS = 60;

/** steps(concat(first, second)) = steps(first) then steps(second) */
export function concat(first: Trace | undefined, second: Trace | undefined): Trace | undefined {
  if (first === undefined) return second;
  if (second === undefined || first.length >= MAX_STEPS) return first;
  return { length: first.length + second.length, first, second };
}

export function append(trace: Trace | undefined, step: TraceStep): Trace | undefined {
  return concat(trace, { length: 1, step });
}

/** The steps in order, without repeating the same node and words twice in a row. */
export function stepsOf(trace: Trace | undefined): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  const pending: Trace[] = trace === undefined ? [] : [trace];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if ('step' in next) {
      const last = steps.at(-1);
      if (last?.node !== next.step.node || last.what !== next.step.what) steps.push(next.step);
    } else pending.push(next.second, next.first);
  }
  return steps;
}
