/** Module state as a sink: labels that a unit has put where module-level names lead to. */
import ts from 'typescript';
import type { Activation, Engine } from '../activation.ts';
import { isPassed, ownMember } from '../keys.ts';
import { type Finding, type Labelled, resolveAtoms } from '../labels.ts';
import { sinkName } from '../naming.ts';
import { variableSymbol } from '../program/scopes.ts';
import { isCleared } from '../values/cleared.ts';
import { childAtom, type Atom } from '../values/atom.ts';
import type { AbstractObject } from '../values/value.ts';
import { isAssigned, isForeignService } from './foreign-services.ts';
import { type Held, heldIds, pathsBelow } from './held.ts';
import { type Kept, isObject, MODULE_STATE } from './kept.ts';
import { outermost } from './ways.ts';
import { placeOfWrite } from './place-of-write.ts';

/** A label that a write has put into module state. */
export interface KeptLabel extends Kept {
  readonly labelled: Labelled;
  readonly roots: ReadonlySet<string>;
}

/** What reaches module state, anywhere in the program. */
export function moduleStateFindings(engine: Engine, activations: readonly Activation[]): readonly Finding[] {
  const kept = activations.flatMap((one) => [...one.kept.values()]);
  if (!kept.some(({ what }) => !isObject(what))) return [];
  const held = heldIds(engine, kept);
  const foreign = foreignIds(engine, kept);
  const labels = kept.flatMap((one) =>
    foreign.has(one.id) && !isAssigned(one.node) ? [] : labelsOf(engine, held, one),
  );
  return outermost(labels).map(toFinding);
}

function labelsOf(engine: Engine, held: Held, kept: Kept): readonly KeptLabel[] {
  const holding = held.get(kept.id);
  const { what, key } = kept;
  if (holding === undefined || isObject(what) || isPassed(key) || ownMember(key) !== undefined) return [];
  if (isOwnDeclaration(what) || isReadFrom(engine, what, holding.roots)) return [];
  const used = pathsBelow([...holding.paths.values()], key).map((path) =>
    path.reduce((atom, name) => childAtom(engine.numbers, atom, name), what),
  );
  const { roots } = holding;
  return resolveAtoms(engine, used)
    .labelled.filter(({ tag, atom }) => !isCleared(atom.cleared, MODULE_STATE.kind, tag.label))
    .map((labelled) => ({ ...kept, labelled, roots }));
}

/** A name that is declared and not yet given a value holds nothing, whatever its type says. */
function isOwnDeclaration({ origin }: Atom): boolean {
  if (origin.kind !== 'typed') return false;
  const { parent } = origin.node;
  return (
    (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) &&
    parent.name === origin.node &&
    parent.initializer === undefined
  );
}

/** What the type of a list says of its items is not new to it: `waiting.shift()`. */
function isReadFrom({ checker, numbers }: Engine, { origin }: Atom, roots: ReadonlySet<string>): boolean {
  if (origin.kind !== 'typed' || origin.path.length === 0 || !ts.isIdentifier(origin.node)) return false;
  const declaration = variableSymbol(checker, origin.node)?.valueDeclaration;
  return declaration !== undefined && roots.has(`v${numbers.of(declaration)}`);
}

function foreignIds(engine: Engine, kept: readonly Kept[]): ReadonlySet<string> {
  const objects = new Map<string, AbstractObject>();
  for (const { what } of kept) if (isObject(what)) objects.set(what.id, what);
  const foreign = [...objects.values()].filter((object) => isForeignService(engine, object));
  return new Set(foreign.map(({ id }) => id));
}

function toFinding(kept: KeptLabel): Finding {
  const place = placeOfWrite(kept);
  return { labelled: kept.labelled, point: { row: MODULE_STATE, node: place, name: sinkName(place) }, place };
}
