/** An explanation for people, and for programs. */
import type { Arrival, Drop, Explanation } from '../engine/index.ts';
import type { ExplainReport } from './explain.ts';
import type { Style } from './report-text.ts';
import { pointOf } from './report.ts';
import type { Point } from './report.ts';

export function explainText({ explanations, reported }: ExplainReport, style: Style): string {
  const findings = reported.map(({ rule, message }) =>
    style('red', `Reported on this line: ${rule}  ${message}`),
  );
  const last = findings.length > 0 ? findings : [style('dim', 'Nothing is reported on this line.')];
  return `${[...explanations.map((one) => explanationText(one, style)), last.join('\n')].join('\n\n')}\n`;
}

function explanationText({ place, text, arrivals, drops }: Explanation, style: Style): string {
  const head = `${style('bold', pointText(place))}  ${text}`;
  if (arrivals.length > 0) return [head, ...arrivals.flatMap((one) => arrivalLines(one, style))].join('\n');
  return [head, style('green', '  carries no label:'), ...drops.map((drop) => dropLine(drop, style))].join(
    '\n',
  );
}

function arrivalLines({ source, labels, steps, clearedFor }: Arrival, style: Style): readonly string[] {
  const cleared = clearedFor.length === 0 ? '' : `, cleared for ${clearedFor.join(' and ')}`;
  return [
    style('red', `  carries '${source.name}' (${labels.join(', ')}${cleared}):`),
    ...steps.map(({ place, what }) => style('dim', `    ${pointText(place)}  ${what}`)),
  ];
}

function dropLine({ place, rule, what, sources }: Drop, style: Style): string {
  const names = sources.map((name) => `'${name}'`).join(' and ');
  const ended = sources.length === 0 ? '' : `; ${names} ${sources.length === 1 ? 'ends' : 'end'} there`;
  return style('dim', `    ${pointText(place)}  ${rule}: ${what}${ended}`);
}

const pointText = ({ file, line, column }: Point): string => `${file}:${line}:${column}`;

/** One JSON value, of a version that changes when its form does. */
export function explainJson({ explanations, reported }: ExplainReport): string {
  const told = explanations.map(({ place, text, arrivals, drops }) => ({
    ...pointOf(place),
    text,
    isLabelled: arrivals.length > 0,
    arrivals: arrivals.map(({ source, labels, steps, clearedFor }) => ({
      source: { ...pointOf(source.place), name: source.name },
      labels,
      clearedFor,
      steps: steps.map(({ place: at, what }) => ({ ...pointOf(at), what })),
    })),
    drops: drops.map(({ rule, place: at, what, sources }) => ({ rule, ...pointOf(at), what, sources })),
  }));
  return `${JSON.stringify({ version: 1, explanations: told, reported }, undefined, 2)}\n`;
}
