/** Erasures on the way of a flow: each is a step of it, behind the step that it happened in. */
import ts from 'typescript';
import type { Engine } from '../activation.ts';
import { visitBelow } from '../program/syntax.ts';
import { isFunctionNode } from '../program/units.ts';
import type { TraceStep } from '../values/trace.ts';
import { type Erased, erasureAt } from './erasure.ts';

/** The steps, with those in which the value loses its tagged type. `origin` is where it comes from. */
export function withErasures(
  engine: Engine,
  origin: ts.Node | undefined,
  steps: readonly TraceStep[],
): readonly TraceStep[] {
  const told = new Set<ts.Node>();
  const erasedOf = (candidates: readonly ts.Node[]): readonly TraceStep[] => {
    const erased = firstErasure(engine, candidates);
    if (erased === undefined || told.has(erased.taking.node)) return [];
    told.add(erased.taking.node);
    return [{ node: erased.taking.node, what: `loses its type as ${erased.as}` }];
  };
  const atOrigin = origin === undefined ? [] : erasedOf(wrappersOf(origin));
  return [
    ...atOrigin,
    ...steps.flatMap((step, index) => [
      step,
      ...erasedOf(candidatesAt(step, steps[index - 1], steps[index + 1])),
    ]),
  ];
}

function firstErasure(engine: Engine, candidates: readonly ts.Node[]): Erased | undefined {
  for (const node of candidates) {
    const erased = erasureAt(engine, node);
    if (erased !== undefined) return erased;
  }
  return undefined;
}

/** The nodes that may be taken as something else in a step. */
function candidatesAt(
  { node, crosses }: TraceStep,
  before: TraceStep | undefined,
  after: TraceStep | undefined,
): readonly ts.Node[] {
  if (crosses?.way === 'in') return argumentsTo(node, after);
  if (crosses?.way === 'out') return [...returnsOf(crosses.unit, before), ...wrappersOf(node)];
  return [...givenTo(node), ...wrappersOf(node)];
}

/** The argument that a parameter stands for, or each where the next step does not name one. */
function argumentsTo(call: ts.Node, after: TraceStep | undefined): readonly ts.Node[] {
  const given = ts.isCallExpression(call) || ts.isNewExpression(call) ? [...(call.arguments ?? [])] : [];
  const parameter = after && ts.findAncestor(after.node, ts.isParameter);
  const argument = parameter && given[parameter.parent.parameters.indexOf(parameter)];
  return argument === undefined ? given : [argument];
}

/** What a function gives back: first where the value was last seen. */
function returnsOf(unit: ts.Node | undefined, before: TraceStep | undefined): readonly ts.Node[] {
  if (unit === undefined || !isFunctionNode(unit) || unit.type === undefined) return [];
  const found: ts.Node[] = [];
  if (ts.isArrowFunction(unit) && !ts.isBlock(unit.body)) found.push(unit.body);
  visitBelow(unit.body, (node) => {
    if (ts.isReturnStatement(node) && node.expression !== undefined) found.push(node.expression);
    return !isFunctionNode(node);
  });
  const holds = (node: ts.Node): boolean =>
    before !== undefined && before.node.pos >= node.pos && before.node.end <= node.end;
  return [...found.filter(holds), ...found.filter((node) => !holds(node))];
}

/** The value that a name or a member is given where it is declared or assigned. */
function givenTo(node: ts.Node): readonly ts.Node[] {
  let holder = node.parent;
  while (isPattern(holder)) holder = holder.parent;
  if (ts.isParameter(holder)) return [holder];
  if ((ts.isVariableDeclaration(holder) || ts.isPropertyDeclaration(holder)) && holder.initializer !== node)
    return holder.initializer === undefined ? [] : [holder.initializer];
  return ts.isBinaryExpression(holder) && holder.left === node ? [holder.right] : [];
}

const isPattern = (node: ts.Node): boolean =>
  ts.isBindingElement(node) || ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node);

/** The node itself as a value, and the assertions around it. */
function wrappersOf(node: ts.Node): readonly ts.Node[] {
  const wrappers: ts.Node[] = [];
  if (ts.isSourceFile(node)) return wrappers;
  for (let outer = node.parent; isWrapper(outer); outer = outer.parent) wrappers.push(outer);
  return wrappers;
}

function isWrapper(node: ts.Node): boolean {
  return (
    ts.isParenthesizedExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isAssertionExpression(node) ||
    ts.isAwaitExpression(node)
  );
}
