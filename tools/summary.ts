/** The last line of continuous integration, `N passed, N failed`, from vitest's JSON report and the exit codes beside it. */
import { readFileSync } from 'node:fs';
import process from 'node:process';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

const [reportFile = '', ...exitCodes] = process.argv.slice(2);
const report = readReport(reportFile);
const isClean = exitCodes.every((code) => code === '0');
const failedTests = report === undefined ? 1 : report.numFailedTests + filesThatDidNotLoad(report);
const failed = isClean ? failedTests : Math.max(failedTests, 1);

console.log(`${report?.numPassedTests ?? 0} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Undefined when the test run ended before it could write its report. */
function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}

function filesThatDidNotLoad({ testResults }: Report): number {
  return testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
}
