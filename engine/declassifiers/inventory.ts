/** The inventory of a program's declassifiers: what is released where, why, and whether it is earned. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { documentedReason } from './doc-tag.ts';
import { isDeclassified } from './note.ts';
import { returnedInputs } from './returned-inputs.ts';
import type { Declassifier } from '../flow.ts';
import { nameOf, sinkName } from '../naming.ts';
import { placeAt } from '../place.ts';
import { comparePlaces } from '../report.ts';
import { fileMentions } from '../tags/file-text.ts';
import { visitBelow } from '../program/syntax.ts';
import { isFunctionNode } from '../program/units.ts';

/** All declassifiers of the files, in the order of the text. */
export function inventoryOf(
  files: readonly ts.SourceFile[],
  activations: readonly Activation[],
): readonly Declassifier[] {
  const used = new Set<ts.Node>(
    activations
      .flatMap((one) => [...one.findings.values()].filter(isDeclassified))
      .map(({ point }) => point.node),
  );
  const returning = new Set<ts.Node>(activations.flatMap((one) => (returnsInput(one) ? [one.unit] : [])));
  const documented = files.flatMap(documentedIn).map(({ node, reason }) => ({
    place: placeAt(node),
    name: `${nameOf(node)}()`,
    reason,
    returnsInput: returning.has(node),
    isUsed: used.has(node),
  }));
  return [...documented, ...callsOf(activations, used)].sort((a, b) => comparePlaces(a.place, b.place));
}

function returnsInput({ engine, unit, reader, knowsThis }: Activation): boolean {
  if (ts.isSourceFile(unit) || documentedReason(unit) === undefined) return false;
  return returnedInputs(engine.summaryOf(unit, reader, knowsThis)).length > 0;
}

type Documented = { readonly node: ts.SignatureDeclaration; readonly reason: string };

function documentedIn(file: ts.SourceFile): readonly Documented[] {
  const found: Documented[] = [];
  if (!fileMentions(file, '@declassifies')) return found;
  visitBelow(file, (node) => {
    if (isFunctionNode(node) || isDeclared(node)) {
      const reason = documentedReason(node);
      if (reason !== undefined) found.push({ node, reason });
    }
    return true;
  });
  return found;
}

const isDeclared = (node: ts.Node): node is ts.FunctionDeclaration | ts.MethodSignature =>
  ts.isFunctionDeclaration(node) || ts.isMethodSignature(node);

/** Calls that rows say give their reason. */
function callsOf(activations: readonly Activation[], used: ReadonlySet<ts.Node>): readonly Declassifier[] {
  const reasons = new Map(activations.flatMap(({ releases }) => [...releases]));
  return [...reasons].map(([node, reason]) => ({
    place: placeAt(node),
    name: sinkName(node),
    reason,
    returnsInput: false,
    isUsed: used.has(node),
  }));
}
