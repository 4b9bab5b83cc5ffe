/** Sanitizers of calls: results without the content of what went in, and values that a call ends the life of. */
import type { Activation } from '../activation.ts';
import { cleanObject, clearInPlace } from './clean-values.ts';
import { noteDeclassified } from '../declassifiers/note.ts';
import { type CallRequest, textOfArgument } from './request.ts';
import { keysOf, startValue, follow } from './paths.ts';
import { replacesAll } from './replaces-all.ts';
import type { CallPath, CallRow, ModelNode } from '../models/index-face.ts';
import type { Sanitizer } from '../models/rows.ts';
import { CLEAN } from '../values/clean.ts';
import { clearedBy, clearedValue } from '../values/cleared.ts';
import { contentOf } from '../values/content.ts';
import { read, write } from '../values/memory.ts';
import { NOTHING, type Value, isNothing, join } from '../values/value.ts';

/** The result of a call without what rows of sanitizers take from it: all content, or some kinds and labels. */
export function sanitizedResult(
  activation: Activation,
  node: ModelNode,
  request: CallRequest,
  result: Value,
): Value {
  let value = result;
  for (const line of node.sanitizers) {
    if (line.output.start.at !== 'return' || !holds(activation, line.row, request)) continue;
    const cleared = clearedBy(line.row);
    if (cleared.length === 0) value = cleanAt(activation, request, value, line.output);
    else
      value = clearedContent(activation, join(value, partlyClean(activation, request, line, value)), cleared);
  }
  return value;
}

/** What a body has already passed on needs no second way. */
function partlyClean(
  activation: Activation,
  request: CallRequest,
  { input }: CallRow<Sanitizer>,
  value: Value,
): Value {
  if (!isNothing(value)) return NOTHING;
  return contentOf(
    activation,
    follow(activation, request, startValue(activation, request, input.start), input.steps),
  );
}

/** Members are told apart no longer where only some labels go. */
export function clearedContent(activation: Activation, value: Value, cleared: readonly string[]): Value {
  const flat =
    value.objects.size === 0
      ? value
      : { ...NOTHING, atoms: contentOf(activation, value).atoms, nodes: value.nodes };
  return clearedValue(activation.numbers, flat, cleared);
}

/** Nothing of what went in is in the result, or in the part of it that the row names. */
function cleanAt(activation: Activation, request: CallRequest, value: Value, { steps }: CallPath): Value {
  const keys = keysOf(activation, request, steps);
  const last = keys.at(-1);
  if (last === undefined || value.objects.size === 0)
    return cleanObject(activation, request.node, request.key, value.nodes);
  let target = value;
  for (const key of keys.slice(0, -1)) target = read(activation, target, key);
  write(activation, target, last, CLEAN, true);
  return value;
}

/** `scrub(message)`, `bytes.fill(0)`: rows whose output is their input. Returns the call as it goes on from there. */
export function sanitizedInPlace(
  activation: Activation,
  nodes: readonly ModelNode[],
  request: CallRequest,
): CallRequest {
  let next = request;
  for (const { row, input, output } of nodes.flatMap(({ sanitizers }) => sanitizers)) {
    if (!isSamePlace(input, output) || !holds(activation, row, request)) continue;
    next = clearInPlace(activation, next, output, clearedBy(row));
  }
  return next;
}

function isSamePlace(input: CallPath, output: CallPath): boolean {
  const { start } = output;
  if (start.at !== 'this' && start.at !== 'argument') return false;
  const isSameStart =
    input.start.at === start.at &&
    (start.at === 'this' || (input.start.at === 'argument' && input.start.from === start.from));
  return isSameStart && stepsText(input) === stepsText(output);
}

const stepsText = ({ steps }: CallPath): string =>
  steps.map((step) => (step.step === 'key' ? step.key : step.step)).join(' ');

function holds(activation: Activation, row: Sanitizer, request: CallRequest): boolean {
  if (row.reason !== undefined) return isReasoned(activation, row.reason, request);
  return row.when === undefined || replacesAll(activation, request.node);
}

/** A release that gives its reason, in words that stand in the code. */
function isReasoned(activation: Activation, index: number, { node, args }: CallRequest): boolean {
  const reason = textOfArgument(activation, node, index)?.trim() ?? '';
  activation.releases.set(node, reason);
  if (reason !== '') noteDeclassified(activation, node, args);
  return reason !== '';
}
