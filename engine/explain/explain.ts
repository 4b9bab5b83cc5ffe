/** Explains expressions: how its labels come to them, or where those ended that might have come. */
import type ts from 'typescript';
import { placeAt } from '../place.ts';
import type { Solution } from '../solve.ts';
import { dropAt } from './drops.ts';
import type { Drop, Explanation } from './explanation.ts';
import { operandsOf, resultsIn, sliceOf } from './operands.ts';
import { probe } from './probe.ts';
import type { Asked } from './reason.ts';

export function explain(solution: Solution, node: ts.Expression): Explanation {
  return explanationOf(ask(solution, [node]), node);
}

/** Explains each of some expressions, in one go. */
export function explainAll(solution: Solution, nodes: readonly ts.Expression[]): readonly Explanation[] {
  const asked = ask(solution, nodes);
  return nodes.map((node) => explanationOf(asked, node));
}

function ask(solution: Solution, nodes: readonly ts.Expression[]): Asked {
  const { engine } = solution;
  const slices = nodes.flatMap((node) => [...sliceOf(engine.checker, node)]);
  return { engine, probed: probe(solution, new Set(slices)) };
}

function explanationOf(asked: Asked, node: ts.Expression): Explanation {
  const arrivals = asked.probed.arrivalsAt(node);
  const drops = arrivals.length > 0 ? [] : dropsBefore(asked, node);
  return { place: placeAt(node), text: shortText(node), arrivals, drops };
}

/** The nearest places on the way to an expression where something labelled goes in and nothing comes out. */
function dropsBefore(asked: Asked, node: ts.Expression): readonly Drop[] {
  const drops = search(asked, node, new Set());
  return drops.length > 0 ? drops : [neverLabelled(asked, node)];
}

function search(asked: Asked, node: ts.Expression, seen: Set<ts.Node>): readonly Drop[] {
  if (seen.has(node)) return [];
  seen.add(node);
  const operands = operandsOf(asked.engine.checker, node);
  const labelled = operands.filter((operand) => asked.probed.arrivalsAt(operand).length > 0);
  const next = labelled.length === 0 ? operands : resultsIn(asked.engine.checker, node);
  const drops = next.flatMap((operand) => search(asked, operand, seen));
  return labelled.length === 0 || drops.length > 0 ? drops : [dropAt(asked, node, labelled)];
}

function neverLabelled({ engine }: Asked, node: ts.Expression): Drop {
  const { checker, oracle, policy } = engine;
  const isBlank = !oracle.hasTags && policy.models.sources.length === 0;
  const what = isBlank
    ? 'the program has neither a tag nor a source'
    : `nothing that it is made of is tagged: its type is ${checker.typeToString(checker.getTypeAtLocation(node))}`;
  return { rule: 'never-labelled', place: placeAt(node), what, sources: [] };
}

const MAX_TEXT = 80;

function shortText(node: ts.Node): string {
  const text = node.getText().replaceAll(/\s+/g, ' ');
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 3)}...`;
}
