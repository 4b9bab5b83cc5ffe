/** One analysis of one program under one policy. */
import type ts from 'typescript';
import type { Flow, Gap } from './flow.ts';
import type { Policy } from './policy.ts';

export interface Analysis {
  /** The flows that are reported in a file: what ESLint asks, file by file. */
  flowsIn(sourceFile: ts.SourceFile): readonly Flow[];
  /** All flows of the program, file by file, in the order of file names: what the CLI asks. */
  flows(): Iterable<Flow>;
  /** Where a budget, an `any` or an unmodelled call cut the answer in a file. */
  incompleteIn(sourceFile: ts.SourceFile): readonly Gap[];
}

/** Analyses a program under a policy; the same program and policy give the same analysis. */
export function createAnalysis(program: ts.Program, policy: Policy): Analysis {
  throw new Error(`not built yet: ${program.getRootFileNames().length} ${policy.digest}`);
}
