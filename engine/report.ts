/** Findings become flows: one for each source and sink, with the shortest way between them. */
import ts from 'typescript';
import type { Flow, Place, Step } from './flow.ts';
import type { Finding, Labelled } from './labels.ts';
import { placeAt, placeBetween } from './place.ts';
import type { SinkPoint } from './summary.ts';
import { type TraceStep, stepsOf } from './values/trace.ts';

/** Puts more steps between those of a trace: what only a flow that is told has to say. */
export type Refine = (origin: ts.Node | undefined, steps: readonly TraceStep[]) => readonly TraceStep[];

/** The flows of findings, one for each source, reported place and kind, in the order of the text. */
export function flowsOf(findings: Iterable<Finding>, refine: Refine): readonly Flow[] {
  const shortest = new Map<string, Told>();
  for (const finding of findings) {
    const told = { finding, flow: flowOf(finding) };
    const key = keyOf(told.flow);
    const known = shortest.get(key);
    if (known === undefined || comparePaths(told.flow, known.flow) < 0) shortest.set(key, merge(told, known));
    else shortest.set(key, merge(known, told));
  }
  return [...shortest.values()].map((told) => refined(told, refine)).sort(compareFlows);
}

interface Told {
  readonly finding: Finding;
  readonly flow: Flow;
}

function refined({ finding, flow }: Told, refine: Refine): Flow {
  const { labelled, point } = finding;
  const steps = refine(originNode(labelled), stepsOf(labelled.atom.trace));
  return { ...flow, steps: allSteps(labelled, steps, point) };
}

function keyOf({ kind, source, sink }: Flow): string {
  return [kind, source.name, sink.place.file, sink.place.line, sink.place.column].join('|');
}

/** The same source may carry several labels, and reach a sink as a name and as content. */
function merge(kept: Told, other: Told | undefined): Told {
  if (other === undefined) return kept;
  const labels = [...new Set([...kept.flow.labels, ...other.flow.labels])].sort();
  const isName = kept.flow.isName && other.flow.isName;
  const destinations = [...new Set([...kept.flow.destinations, ...other.flow.destinations])];
  return { ...kept, flow: { ...kept.flow, labels, isName, destinations } };
}

function flowOf({ labelled, point, place }: Finding): Flow {
  const { tag, atom } = labelled;
  const steps = stepsOf(atom.trace);
  const start = steps[0]?.node ?? originNode(labelled) ?? place;
  return {
    kind: point.row.kind,
    labels: [tag.label],
    source: { place: placeAt(start), name: tag.name },
    sink: { place: placeOfSink(place), name: point.name },
    isName: point.row.name === true,
    destinations: [point.destination],
    via: viaOf(steps),
    steps: allSteps(labelled, steps, point),
  };
}

function allSteps(labelled: Labelled, steps: readonly TraceStep[], point: SinkPoint): readonly Step[] {
  const what = `reaches ${point.name === '' ? 'the sink' : point.name}`;
  return [...tagStep(labelled), ...steps.map(toStep), { place: placeOfSink(point.node), what }];
}

function originNode({ atom }: Labelled): ts.Node | undefined {
  return atom.origin.kind === 'input' ? atom.origin.root.declared : atom.origin.node;
}

function tagStep({ tag, atom }: Labelled): readonly Step[] {
  const node = tag.declaration ?? originNode({ tag, atom });
  return node === undefined ? [] : [{ place: placeAt(nameNode(node)), what: `${tag.name} is ${tag.label}` }];
}

function nameNode(node: ts.Node): ts.Node {
  return ts.forEachChild(node, (child) => (ts.isIdentifier(child) ? child : undefined)) ?? node;
}

const toStep = ({ node, what }: TraceStep): Step => ({ place: placeAt(node), what });

/** The last function of the program that the value went through on its way. */
function viaOf(steps: readonly TraceStep[]): string {
  const callee = steps.findLast((step) => step.callee !== undefined)?.callee;
  return callee === undefined || callee === 'function' ? '' : ` through ${callee}()`;
}

/** A call that is written over several lines is reported where its callee's name stands. */
function placeOfSink(node: ts.Node): Place {
  const file = node.getSourceFile();
  const name =
    ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)
      ? node.expression.name
      : undefined;
  const start = node.getStart();
  if (name === undefined) return placeBetween(file, start, node.getEnd());
  const nameStart = name.getStart();
  const isSplit =
    file.getLineAndCharacterOfPosition(start).line !== file.getLineAndCharacterOfPosition(nameStart).line;
  return placeBetween(file, isSplit ? nameStart : start, node.getEnd());
}

function comparePaths(a: Flow, b: Flow): number {
  return a.steps.length - b.steps.length || compareTexts(stepsText(a), stepsText(b));
}

const stepsText = ({ steps }: Flow): string =>
  steps.map(({ place, what }) => `${place.file}:${place.line}:${place.column} ${what}`).join('\n');

export function compareFlows(a: Flow, b: Flow): number {
  return (
    comparePlaces(a.sink.place, b.sink.place) ||
    compareTexts(a.kind, b.kind) ||
    compareTexts(a.source.name, b.source.name)
  );
}

export function comparePlaces(a: Place, b: Place): number {
  return compareTexts(a.file, b.file) || a.line - b.line || a.column - b.column;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
