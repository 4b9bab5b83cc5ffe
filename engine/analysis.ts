/** One analysis of one program under one policy. */
import type ts from 'typescript';
import type { Declassifier, Erasure, Flow, Gap } from './flow.ts';
import { explain, explainAll } from './explain/explain.ts';
import { expressionsAt } from './explain/expressions-at.ts';
import type { Explanation } from './explain/explanation.ts';
import type { Policy } from './policy.ts';
import { indexes } from './create-engine.ts';
import { indexOf } from './program/program-index.ts';
import { once } from './once.ts';
import { relevanceOf } from './program/relevance.ts';
import { solve, type Solution } from './solve.ts';
import { fileMentions } from './tags/file-text.ts';
import { findPresence } from './tags/presence.ts';
import type { TypeOracle } from './tags/tree.ts';

export interface Analysis {
  /** The flows that are reported in a file: what ESLint asks, file by file. */
  flowsIn(sourceFile: ts.SourceFile): readonly Flow[];
  /** All flows of the program, file by file, in the order of file names: what the CLI asks. */
  flows(): Iterable<Flow>;
  /** Where a budget, an `any` or an unmodelled call cut the answer in a file. */
  incompleteIn(sourceFile: ts.SourceFile): readonly Gap[];
  /** Where a value loses its tagged type while it keeps its label, in a file. */
  erasuresIn(sourceFile: ts.SourceFile): readonly Erasure[];
  /** What the program releases on purpose, file by file. */
  declassifiers(): readonly Declassifier[];
  /** Whether a file can see anything that is tagged, or a source. */
  handlesPlaintext(sourceFile: ts.SourceFile): boolean;
  /** The labels that the static type of an expression, a name or a type gives, at any depth. */
  declaredLabels(of: ts.Node | ts.Type): readonly string[];
  /** Why the value of an expression is labelled, or is not. */
  explain(node: ts.Expression): Explanation;
  /** The same for what stands at a line and a column, or for all that matters on a line. They count from 1. */
  explainAt(sourceFile: ts.SourceFile, line: number, column?: number): readonly Explanation[];
}

/** Analyses by program and by the digest of their policy. The caller owns it, so that nothing outlives its programs. */
export type AnalysisCache = WeakMap<ts.Program, Map<string, Analysis>>;

const analyses: AnalysisCache = new WeakMap();

/**
 * Analyses a program under a policy. The same program and an equal policy give the same analysis; nothing is computed
 * before it is asked.
 */
export function createAnalysis(program: ts.Program, policy: Policy): Analysis {
  const known = analyses.get(program) ?? new Map<string, Analysis>();
  analyses.set(program, known);
  const analysis = known.get(policy.digest) ?? analysisOf(program, policy);
  known.set(policy.digest, analysis);
  return analysis;
}

function analysisOf(program: ts.Program, policy: Policy): Analysis {
  const isUntagged = once(() => holdsNoLabel(program, policy));
  const relevance = once(() => relevanceOf(program, policy, indexOf(program, indexes)));
  const relevant = once(() => new Set([...relevance().pieces].map((one) => one.getSourceFile())));
  const solved = once(() => solve(program, policy, relevance));
  /** Undefined where there is nothing to solve. */
  const found = (): Solution | undefined => (isUntagged() ? undefined : solved());
  return {
    flowsIn: ({ fileName }) => found()?.flows.get(fileName) ?? [],
    flows: () => [...(found()?.flows.values() ?? [])].flat(),
    incompleteIn: ({ fileName }) => found()?.gapsIn(fileName) ?? [],
    erasuresIn: (sourceFile) => found()?.erasuresIn(sourceFile) ?? [],
    declassifiers: () => (mentionsRelease(program) ? solved() : found())?.declassifiers() ?? [],
    handlesPlaintext: (sourceFile) => !isUntagged() && relevant().has(sourceFile),
    declaredLabels: (of) => labelsOf(found()?.engine.oracle, of),
    explain: (node) => explain(solved(), node),
    explainAt: (sourceFile, line, column) => {
      const solution = solved();
      return explainAll(solution, expressionsAt(sourceFile, line, column));
    },
  };
}

/** A program without a tag and a source is told by its texts: it pays for no index and no types. */
function holdsNoLabel(program: ts.Program, policy: Policy): boolean {
  return policy.models.sources.length === 0 && !findPresence(program, policy).hasTags;
}

/** What is released on purpose is listed although nothing is tagged. */
function mentionsRelease(program: ts.Program): boolean {
  return program.getSourceFiles().some((file) => fileMentions(file, '@declassifies'));
}

function labelsOf(oracle: TypeOracle | undefined, of: ts.Node | ts.Type): readonly string[] {
  if (oracle?.hasTags !== true) return [];
  const tree = 'flags' in of && 'getCallSignatures' in of ? oracle.treeOf(of) : oracle.treeAt(of);
  return [...new Set((tree?.deep() ?? []).map(({ tag }) => tag.label))].sort();
}
