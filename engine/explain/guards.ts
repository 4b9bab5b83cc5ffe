/** Barrier guards in front of a name, as an explanation finds them: by the conditions that are written there. */
import ts from 'typescript';
import { unwrap, visitBelow } from '../program/syntax.ts';
import { unitAround } from '../program/units.ts';
import type { Asked } from './reason.ts';

/** The call in a condition, before the place, that rows make a barrier guard of and that speaks of the name. */
export function guardBefore(asked: Asked, name: ts.Identifier): ts.CallExpression | undefined {
  if (asked.engine.policy.models.guards.length === 0) return undefined;
  const calls: ts.CallExpression[] = [];
  visitBelow(unitAround(name), (node) => {
    if (node.pos >= name.pos) return false;
    if (ts.isIfStatement(node)) calls.push(...callsIn(node.expression));
    if (ts.isConditionalExpression(node)) calls.push(...callsIn(node.condition));
    return true;
  });
  return calls.find((call) => speaksOf(call, name.text) && isGuard(asked, call));
}

function callsIn(condition: ts.Expression): readonly ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  visitBelow(condition, (node) => {
    if (ts.isCallExpression(node)) calls.push(node);
    return true;
  });
  return calls;
}

function speaksOf(node: ts.Node, name: string): boolean {
  let found = false;
  visitBelow(node, (child) => {
    found ||= ts.isIdentifier(child) && child.text === name;
    return !found;
  });
  return found;
}

function isGuard({ engine, probed }: Asked, call: ts.CallExpression): boolean {
  const callee = unwrap(call.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  const symbol = engine.checker.getSymbolAtLocation(name);
  const declared = symbol === undefined ? [] : engine.models.symbolNodes(symbol);
  return [...declared, ...probed.rowsAt(call)].some(({ guards }) => guards.length > 0);
}
