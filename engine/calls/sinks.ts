/** Sinks: values that meet a row of the catalogue which they may not reach. */
import { reachedUnder } from '../implicit-flows.ts';
import { NO_ARGUMENTS } from '../summary.ts';
import { capturedContent } from '../deferred/captured.ts';
import { destinationOf } from '../destinations/destination.ts';
import { isOverInTime } from '../deferred/put-off.ts';
import { contentThrough } from './conversions.ts';
import { givenFromOutside, givesClean } from './from-outside.ts';
import { requestAt } from './request.ts';
import { callValue } from '../interpreter.ts';
import { isWithin } from './within.ts';
import type ts from 'typescript';
import type { Activation } from '../activation.ts';
import type { PlaceOf } from './request.ts';
import { ANY_MEMBER, AWAITED, ELEMENT, MAP_KEY, MAP_VALUE } from '../keys.ts';
import { type Labelled, resolveAtoms } from '../labels.ts';
import { sinkName } from '../naming.ts';
import type { SinkPoint, SinkUse } from '../summary.ts';
import type { Atom } from '../values/atom.ts';
import { isCleared } from '../values/cleared.ts';
import { read } from '../values/memory.ts';
import { nodesAt } from '../values/nodes-at.ts';
import { type Value, NOTHING, join } from '../values/value.ts';
import type { ModelNode } from '../models/index-face.ts';
import type { Sink } from '../models/rows.ts';

/**
 * Checks a value that is handed to a model node, and its children where rows go deeper. Under `Fuzzy` a child leads to
 * itself again: what its own rows say of all that it holds is enough.
 */
export function checkSinks(
  activation: Activation,
  node: ModelNode,
  value: Value,
  at: ts.Node,
  placeOf: PlaceOf,
  isUnderFuzzy = false,
): void {
  for (const row of node.sinks) checkSink(activation, row, value, at, placeOf);
  if (isUnderFuzzy) return;
  checkReturned(activation, node, value, at, placeOf);
  const isFuzzy = leadsToItself(node);
  const below = (child: ModelNode, key: string): void =>
    checkSinks(activation, child, read(activation, value, key), at, placeOf, isFuzzy);
  for (const [name, child] of node.members) below(child, name);
  if (node.anyMember !== undefined) below(node.anyMember, ANY_MEMBER);
  for (const key of [ELEMENT, AWAITED, MAP_KEY, MAP_VALUE])
    for (const child of nodesAt([node], key)) if (child !== node) below(child, key);
}

/** A name that no row knows leads to `Fuzzy` alone, and from there to it again. */
function leadsToItself(node: ModelNode): boolean {
  const any = node.member('');
  return any !== undefined && any.member('') === any;
}

/**
 * What a function returns may be written too: an option such as `mixin`. Of many functions that are written in a long
 * call, a map of resolvers, the one that returns the value says more than the call does.
 */
function checkReturned(
  activation: Activation,
  node: ModelNode,
  { objects }: Value,
  at: ts.Node,
  placeOf: PlaceOf,
): void {
  const returned = node.step('ReturnValue');
  if (returned === undefined || ![...objects.values()].some(({ kind }) => kind === 'function')) return;
  const own = [...objects].filter(([, object]) => isWithin(object, at));
  const others = [...objects].filter(([, object]) => !isWithin(object, at));
  for (const [id, object] of own) {
    const place = object.functionNode ?? at;
    const result = resultOf(activation, new Map([[id, object]]), at, () => place);
    checkSinks(activation, returned, result, at, () => place);
  }
  if (others.length > 0)
    checkSinks(activation, returned, resultOf(activation, new Map(others), at, placeOf), at, placeOf);
}

/** What functions give to code that nobody looks into, which gives them what their parameters ask for. */
function resultOf(activation: Activation, objects: Value['objects'], at: ts.Node, placeOf: PlaceOf): Value {
  const callee = { ...NOTHING, objects };
  if (givesClean(activation, callee)) return NOTHING;
  const positional = givenFromOutside(activation, callee);
  const args = { ...NO_ARGUMENTS, positional, restFrom: positional.length };
  return callValue(activation, { ...requestAt(activation, at, callee, args), placeOf, isNew: false });
}

/** Checks everything in a value against one row. */
export function checkSink(
  activation: Activation,
  row: Sink,
  value: Value,
  at: ts.Node,
  placeOf: PlaceOf,
): void {
  if (row.holds === 'work' && isOverInTime(at)) return;
  const point = pointAt(activation, row, at);
  const shown = contentThrough(activation, value, row.through, at);
  const held = row.holds === undefined ? NOTHING : capturedContent(activation, value);
  const content = join(join(shown, held), reachedUnder(activation));
  const { labelled, inputs } = resolveAtoms(activation.engine, [...content.atoms.values()]);
  for (const one of labelled) noteFinding(activation, one, point, placeOf(one.atom));
  for (const atom of inputs) noteSinkUse(activation, { atom, point, place: at });
}

function pointAt({ engine: { checker } }: Activation, row: Sink, node: ts.Node): SinkPoint {
  const point = { row, node, name: sinkName(node) };
  return row.to === undefined ? point : { ...point, destination: destinationOf(checker, row, node) };
}

/** Records that a label certainly reaches a sink; of two ways of one source the shorter stays. */
export function noteFinding(
  activation: Activation,
  labelled: Labelled,
  point: SinkPoint,
  place: ts.Node,
): void {
  if (!applies(point.row, labelled.atom, labelled.tag.label)) return;
  const key = [labelled.tag.name, labelled.tag.label, sinkKey(point), activation.numbers.of(place)].join('|');
  const known = activation.findings.get(key);
  if (known !== undefined && (known.labelled.atom.trace?.length ?? 0) <= (labelled.atom.trace?.length ?? 0))
    return;
  activation.findings.set(key, { labelled, point, place });
}

/** Records that an input of the unit reaches a sink. */
export function noteSinkUse(activation: Activation, use: SinkUse): void {
  if (!applies(use.point.row, use.atom, undefined)) return;
  const key = [use.atom.key, sinkKey(use.point), activation.numbers.of(use.place)].join('|');
  const known = activation.sinks.get(key);
  if (known !== undefined && (known.atom.trace?.length ?? 0) <= (use.atom.trace?.length ?? 0)) return;
  activation.sinks.set(key, use);
}

/** Sinks of a kind that are reported at one place, and send to one place, are one: which it was, only the trace tells. */
export function sinkKey({ row, destination = '' }: SinkPoint): string {
  return `${row.kind} ${row.name === true ? 'name' : ''} ${row.labels?.join(' ') ?? ''} ${destination}`;
}

function applies(row: Sink, atom: Atom, label: string | undefined): boolean {
  if (isCleared(atom.cleared, row.kind, label)) return false;
  return label === undefined || row.labels === undefined || row.labels.includes(label);
}
