/** Whether work that is put off is over with the code that puts it off: called off in `finally`, or waited for. */
import ts from 'typescript';
import { visitBelow } from '../program/syntax.ts';
import { isFunctionNode } from '../program/units.ts';

/** A timer that a `finally` clears, or whose end settles the promise that it stands in. */
export function isOverInTime(call: ts.Node): boolean {
  return isCalledOff(call) || isSettling(call);
}

/** `const timer = setTimeout(...); try { ... } finally { clearTimeout(timer); }` */
function isCalledOff(call: ts.Node): boolean {
  const { parent } = call;
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return false;
  const { text } = parent.name;
  const owner = ts.findAncestor(parent, (one) => isFunctionNode(one) || ts.isSourceFile(one));
  let found = false;
  if (owner !== undefined)
    visitBelow(owner, (node) => {
      if (ts.isTryStatement(node) && node.finallyBlock !== undefined)
        found ||= clears(node.finallyBlock, text);
      return !found;
    });
  return found;
}

function clears(block: ts.Block, name: string): boolean {
  let found = false;
  visitBelow(block, (node) => {
    found ||=
      ts.isCallExpression(node) &&
      /^clear(?:Timeout|Interval|Immediate)$/.test(node.expression.getText()) &&
      node.arguments[0]?.getText() === name;
    return !found;
  });
  return found;
}

/** `new Promise((resolve) => setTimeout(() => resolve(text), 10))`: who waits for the promise waits for the timer. */
function isSettling(call: ts.Node): boolean {
  const executor = ts.findAncestor(call, (one) => isFunctionNode(one) && isExecutor(one));
  if (executor === undefined || !isFunctionNode(executor)) return false;
  const settlers = executor.parameters.map(({ name }) => name.getText());
  let found = false;
  visitBelow(call, (node) => {
    found ||= ts.isIdentifier(node) && settlers.includes(node.text);
    return !found;
  });
  return found;
}

function isExecutor({ parent }: ts.Node): boolean {
  return (
    ts.isNewExpression(parent) && ts.isIdentifier(parent.expression) && parent.expression.text === 'Promise'
  );
}
