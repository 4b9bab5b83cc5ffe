/** What a check found, in the form of the JSON report: lines and columns from 1, a file under one name, a fixed order. */
import { relative, sep } from 'node:path';
import type { Place } from '../engine/index.ts';

/** A point in a file. */
export interface Point {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface NamedPoint extends Point {
  readonly name: string;
}

/** A flow as it is printed. */
export interface Finding {
  /** Without the plugin's prefix. */
  readonly rule: string;
  readonly kind: string;
  readonly labels: readonly string[];
  readonly message: string;
  readonly source: NamedPoint;
  readonly sink: NamedPoint;
  readonly steps: readonly (Point & { readonly what: string })[];
}

/** A place where the answer is not complete. */
export interface ReportedGap extends Point {
  readonly reason: string;
  readonly message: string;
  readonly detail: string;
}

/** What was found in a file. */
export interface FileResult {
  readonly fileName: string;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
  readonly gaps: readonly ReportedGap[];
}

export interface Report {
  readonly findings: readonly Finding[];
  /** Findings that an inline comment switches off. */
  readonly suppressed: readonly Finding[];
  readonly gaps: readonly ReportedGap[];
  /** How many files were checked. */
  readonly fileCount: number;
  /** What the user should know of the run, a line each. */
  readonly notes: readonly string[];
}

/**
 * Makes the report of the results of files. A file that belongs to several projects is told once.
 * @param folder absolute path that the names of files become relative to
 */
export function reportOf(results: readonly FileResult[], notes: readonly string[], folder: string): Report {
  const located = results.map((result) => locate(result, folder));
  return {
    findings: uniqueOf(located.flatMap(({ findings }) => findings)).toSorted(compareFindings),
    suppressed: uniqueOf(located.flatMap(({ suppressed }) => suppressed)).toSorted(compareFindings),
    gaps: uniqueOf(located.flatMap(({ gaps }) => gaps)).toSorted(compareGaps),
    fileCount: new Set(results.map(({ fileName }) => fileName)).size,
    notes: [...new Set(notes)],
  };
}

/** The point where a place begins. */
export function pointOf({ file, line, column }: Place): Point {
  return { file, line, column };
}

function locate(result: FileResult, folder: string): FileResult {
  const at = <T extends Point>(point: T): T => ({
    ...point,
    file: relative(folder, point.file).split(sep).join('/'),
  });
  const inFolder = (finding: Finding): Finding => ({
    ...finding,
    source: at(finding.source),
    sink: at(finding.sink),
    steps: finding.steps.map(at),
  });
  return {
    fileName: result.fileName,
    findings: result.findings.map(inFolder),
    suppressed: result.suppressed.map(inFolder),
    gaps: result.gaps.map(at),
  };
}

function uniqueOf<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function compareFindings(one: Finding, other: Finding): number {
  return (
    comparePoints(one.sink, other.sink) ||
    compareTexts(one.rule, other.rule) ||
    comparePoints(one.source, other.source) ||
    compareTexts(one.source.name, other.source.name)
  );
}

function compareGaps(one: ReportedGap, other: ReportedGap): number {
  return (
    comparePoints(one, other) ||
    compareTexts(one.reason, other.reason) ||
    compareTexts(one.detail, other.detail)
  );
}

function comparePoints(one: Point, other: Point): number {
  return compareTexts(one.file, other.file) || one.line - other.line || one.column - other.column;
}

/** By code units: the same everywhere, whatever the language of the machine. */
function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
