/** What units put where it outlives their calls, place by place. Whether that is module state is asked at the end. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import type { Atom } from '../values/atom.ts';
import { isLookedFor, languageSink } from '../language-sinks.ts';
import { unitAround } from '../program/units.ts';
import { entriesOf } from '../values/entries.ts';
import { stepsOf } from '../values/trace.ts';
import type { AbstractObject, Value } from '../values/value.ts';

export const MODULE_STATE = languageSink('module-state');

/** A label, or an object that may hold some, under a key of the global heap. */
export interface Kept {
  readonly id: string;
  readonly key: string;
  /** What was being evaluated when it was put there. */
  readonly node: ts.Node;
  readonly unit: ts.Node;
  readonly what: Atom | AbstractObject;
}

/** The writes of one activation, each place once. */
export type KeptWrites = Map<string, Kept>;

export const isObject = (what: Kept['what']): what is AbstractObject => 'isGlobal' in what;

/** Remembers what a write has put into the global heap. */
export function noteKept(activation: Activation, id: string, key: string, value: Value): void {
  if (!isLookedFor(activation.engine, MODULE_STATE)) return;
  const { at, kept, unit, numbers } = activation;
  const place = numbers.of(at);
  for (const atom of value.atoms.values())
    if (!isRepeated(atom, value) && !(id.startsWith('gc') && isTaken(at, atom)))
      kept.set(`${id} ${key} ${atom.key} ${place}`, { id, key, node: at, unit, what: atom });
  noteObjects(activation, id, key, value);
}

function noteObjects({ at, kept, unit }: Activation, id: string, key: string, { objects }: Value): void {
  for (const object of objects.values()) {
    const mark = `${id} ${key} ${object.id}`;
    if (!kept.has(mark)) kept.set(mark, { id, key, node: at, unit, what: object });
  }
}

/** A variable that a function has taken with it is kept where the function is, not where it is declared. */
function isTaken(at: ts.Node, { trace }: Atom): boolean {
  if (ts.isFunctionLike(at)) return !stepsOf(trace).some(({ node }) => unitAround(node) === at);
  return !ts.isExpression(at) || ts.isParameter(at.parent) || ts.isBindingElement(at.parent);
}

/** What the type of a new object says of it is known better from what is in it. */
function isRepeated({ origin }: Atom, { atoms, objects }: Value): boolean {
  if (origin.kind !== 'typed' || origin.path.length > 0) return false;
  const isMade = [...objects.values()].some(({ node, classNode }) => classNode !== undefined || isNew(node));
  return isMade || (origin.fallback && atoms.size > 1);
}

const isNew = (node: ts.Node): boolean =>
  ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node) || ts.isNewExpression(node);

/** Remembers what an object that has escaped before holds where it is put once more. */
export function noteKeptAgain(
  activation: Activation,
  object: AbstractObject,
  seen = new Set<string>(),
): void {
  if (!isLookedFor(activation.engine, MODULE_STATE)) return;
  const twin = activation.escaped.get(object.id);
  if (twin === undefined || seen.has(object.id)) return;
  seen.add(object.id);
  for (const [key, { atoms, objects }] of entriesOf(activation, object)) {
    const labelled = [...atoms].filter(([, atom]) => isKnownLabel(activation, atom));
    if (labelled.length > 0)
      noteKept(activation, twin.id, key, { atoms: new Map(labelled), objects: new Map(), nodes: new Set() });
    for (const child of objects.values()) noteKeptAgain(activation, child, seen);
  }
}

function isKnownLabel(activation: Activation, atom: Atom): boolean {
  return atom.origin.kind !== 'input' && activation.mayHoldLabel(atom);
}
