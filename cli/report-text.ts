/** The report for people: each finding with its steps, then what they come to. */
import { styleText } from 'node:util';
import type { Output } from './output.ts';
import type { Finding, Point, Report } from './report.ts';

/** Styles a text where the reader can see it. */
export type Style = (format: 'bold' | 'dim' | 'red' | 'green' | 'yellow', text: string) => string;

/** Colours for a stream that shows them, and none for any other. */
export function styleFor(stream: Output): Style {
  return (format, text) => (stream.isTTY === true ? styleText(format, text, { stream }) : text);
}

export function textOf(report: Report, style: Style): string {
  const parts = [
    ...report.findings.map((finding) => findingText(finding, style)),
    [...summaryOf(report, style), ...suppressedOf(report, style), ...gapsOf(report, style)].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function findingText({ sink, rule, message, steps }: Finding, style: Style): string {
  const head = `${style('bold', placeText(sink))}  ${style('red', rule)}  ${message}`;
  const hops = steps.map((step) => style('dim', `    ${placeText(step)}  ${step.what}`));
  return [head, ...hops].join('\n');
}

function summaryOf({ findings, fileCount }: Report, style: Style): readonly string[] {
  if (findings.length === 0)
    return [style('green', `No plaintext reaches a sink in ${counted(fileCount, 'file')}.`)];
  const files = new Set(findings.map(({ sink }) => sink.file)).size;
  return [style('red', `${counted(findings.length, 'finding')} in ${counted(files, 'file')}.`)];
}

function suppressedOf({ suppressed }: Report, style: Style): readonly string[] {
  if (suppressed.length === 0) return [];
  const places = suppressed.map(({ sink, rule }) => `${placeText(sink)} ${rule}`).join(', ');
  return [style('yellow', `${counted(suppressed.length, 'suppressed finding')}: ${places}.`)];
}

function gapsOf({ gaps }: Report, style: Style): readonly string[] {
  if (gaps.length === 0) return [];
  return [style('yellow', `${counted(gaps.length, 'gap')} in the analysis: --format json lists them.`)];
}

function placeText({ file, line, column }: Point): string {
  return `${file}:${line}:${column}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
