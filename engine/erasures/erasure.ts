/** Erasures: where a value loses its tagged type while it keeps its label. Types alone tell, and only who asks pays. */
import ts from 'typescript';
import type { Engine } from '../activation.ts';
import type { Erasure } from '../flow.ts';
import { placeAt } from '../place.ts';
import { visitBelow } from '../program/syntax.ts';
import type { LabelTree, Tag, TaggedPath } from '../tags/tree.ts';
import { type Taking, takingOf } from './target.ts';

export interface Erased {
  readonly taking: Taking;
  readonly tag: Tag;
  /** What the value is taken as, as TypeScript writes it. */
  readonly as: string;
}

/** All erasures that are written in a file, in the order of the text. */
export function erasuresOf(engine: Engine, file: ts.SourceFile): readonly Erased[] {
  if (!engine.oracle.hasTags) return [];
  const found: Erased[] = [];
  visitBelow(file, (node) => {
    const erased = erasureAt(engine, node);
    if (erased !== undefined) found.push(erased);
    return !ts.isTypeNode(node);
  });
  return found;
}

export function toErasure({ taking, tag, as }: Erased): Erasure {
  const { name: source, label } = tag;
  return { form: taking.form, place: placeAt(taking.node), source, label, as };
}

/** Whether what stands at a node is tagged, and is taken as something that is not. */
export function erasureAt(engine: Engine, node: ts.Node): Erased | undefined {
  const { checker, oracle } = engine;
  if (!oracle.hasTags || !mayBeTaken(node)) return undefined;
  const taking = takingOf(checker, node);
  if (taking === undefined) return undefined;
  const before = treeOf(engine, taking.value);
  if (before === undefined) return undefined;
  const after = [
    oracle.treeOf(taking.type),
    taking.name === undefined ? undefined : oracle.treeAt(taking.name),
  ];
  const lost = before.deep().find((tagged) => isLost(checker, tagged, taking.type, after));
  return lost && { taking, tag: lost.tag, as: checker.typeToString(taking.type) };
}

const treeOf = ({ oracle }: Engine, value: ts.Expression | ts.Type): LabelTree | undefined =>
  'flags' in value && 'getCallSignatures' in value ? oracle.treeOf(value) : oracle.treeAt(value);

/** Syntax that can be neither tagged nor taken, before any type is asked for. */
function mayBeTaken(node: ts.Node): boolean {
  if (ts.isParameter(node)) return node.type !== undefined;
  if (!ts.isExpression(node) || ts.isLiteralExpression(node) || ts.isTemplateExpression(node)) return false;
  return !ts.isFunctionExpression(node) && !ts.isArrowFunction(node) && !ts.isClassExpression(node);
}

function isLost(
  checker: ts.TypeChecker,
  { path }: TaggedPath,
  type: ts.Type,
  after: readonly (LabelTree | undefined)[],
): boolean {
  return !isHidden(checker, path, type) && !after.some((tree) => keeps(tree, path));
}

/** A tag holds for everything below it. */
function keeps(tree: LabelTree | undefined, path: readonly string[]): boolean {
  let next = tree;
  for (const key of path) {
    if (next === undefined || next.own.length > 0) break;
    next = next.child(key);
  }
  return next !== undefined && next.own.length > 0;
}

/** A type that does not speak of a member takes nothing from it: `{ id: string }` leaves the body of a message alone. */
function isHidden(checker: ts.TypeChecker, path: readonly string[], type: ts.Type): boolean {
  let owner = type;
  for (const key of path) {
    if (key.startsWith('<') || (owner.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0) return false;
    const member = checker.getPropertyOfType(owner, key);
    if (member === undefined) return (owner.flags & ts.TypeFlags.Object) !== 0;
    owner = checker.getTypeOfSymbol(member);
  }
  return false;
}
