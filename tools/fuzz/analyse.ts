/** Asks the engine about a batch of programs: the sinks that it reports in each. */
import type ts from 'typescript';
import { createAnalysis } from '../../engine/index.ts';
import type { Flow, Policy } from '../../engine/index.ts';
import { programOfFile } from './program.ts';

/** The reported sinks by program: a sink is named by its kind, and belongs to the program whose file its call stands in. */
export function reportedIn(program: ts.Program, policy: Policy): ReadonlyMap<number, ReadonlySet<string>> {
  const reported = new Map<number, Set<string>>();
  for (const flow of createAnalysis(program, policy).flows()) {
    const index = programOfFile(sinkFile(flow));
    const known = reported.get(index) ?? new Set<string>();
    reported.set(index, known.add(flow.kind));
  }
  return reported;
}

/** The last step is the sink itself, wherever the flow is reported. */
const sinkFile = ({ steps, sink }: Flow): string => (steps.at(-1) ?? sink).place.file;
