/** The report for programs: one JSON value, of a version that changes when its form does. */
import type { Report } from './report.ts';

export function jsonOf({ findings, suppressed, gaps }: Report): string {
  return `${JSON.stringify({ version: 1, findings, suppressed, gaps }, undefined, 2)}\n`;
}
