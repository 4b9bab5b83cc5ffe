/** Where a write into module state is reported: at the write, or at the call that hands the label to who writes it. */
import ts from 'typescript';
import { unitAround } from '../program/units.ts';
import type { Atom } from '../values/atom.ts';
import { type TraceStep, stepsOf } from '../values/trace.ts';
import type { KeptLabel } from './findings.ts';

export function placeOfWrite(kept: KeptLabel): ts.Node {
  const { atom } = kept.labelled;
  const steps = stepsOf(atom.trace);
  const handed = outermostCall(atom, steps);
  if (handed !== undefined) return handed;
  const last = steps.at(-1)?.node;
  const isWrittenHere = last === undefined || isIn(kept.unit, last);
  if (isWrittenHere && !ts.isSourceFile(kept.node) && !isDeclarationOfCode(kept.node)) return kept.node;
  if (last !== undefined) return wholeWrite(last);
  return atom.origin.kind === 'input' ? kept.node : atom.origin.node;
}

/**
 * The first call on the way that the value has gone into and not come out of. A function that is tried alone is no call,
 * and what a row says that a callback is given is born in the callback.
 */
export function outermostCall({ origin }: Atom, steps: readonly TraceStep[]): ts.Node | undefined {
  let outside = 0;
  let found: ts.Node | undefined;
  for (const { crosses, node } of steps.toReversed()) {
    if (crosses?.way === 'out') outside += 1;
    else if (crosses?.way === 'in' && outside > 0) outside -= 1;
    else if (crosses?.way === 'in' && !ts.isFunctionLike(node) && !isBornAt(origin, node)) found = node;
  }
  return found;
}

const isBornAt = (origin: Atom['origin'], node: ts.Node): boolean =>
  origin.kind === 'source' && origin.node === node;

const isIn = (unit: ts.Node, node: ts.Node): boolean => unitAround(node) === unit;

const isDeclarationOfCode = (node: ts.Node): boolean => ts.isFunctionLike(node) || ts.isClassLike(node);

/** `this.last` of `this.last = body`, and a name of `const last = body`. */
function wholeWrite(node: ts.Node): ts.Node {
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && parent.left === node) return parent;
  return ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) ? parent : node;
}
