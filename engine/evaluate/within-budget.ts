/** What spends the budget of its unit is cut, and what stands behind it is followed all the same. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { isCut } from '../budget.ts';
import { thisValue } from '../inputs.ts';
import { readSymbol } from '../interpreter.ts';
import { noteBudgetAt } from '../note-gap.ts';
import { isAssignment, variableSymbol } from '../program/scopes.ts';
import { visitBelow } from '../program/syntax.ts';
import { isFunctionNode } from '../program/units.ts';
import { contentOf } from '../values/content.ts';
import { fork, joinStates } from '../values/state.ts';
import { join, joinAll } from '../values/value.ts';
import { assignSymbol } from './names.ts';

/** Runs a statement. Where it is cut, its effects so far may have happened or not. */
export function withinBudget(activation: Activation, statement: ts.Statement, run: () => void): void {
  const mayTakeLast = isOutermost(activation, statement);
  if (!runCut(activation, statement, mayTakeLast, run)) return;
  // Once more, with calls no longer followed to their end: whatever they are given comes out of them, and reaches sinks.
  if (isSimple(statement))
    activation.budget.repeat(() => {
      runCut(activation, statement, mayTakeLast, run);
    });
  collapse(activation, statement);
}

/** The statements inside of another are cut for themselves. */
const isSimple = (statement: ts.Statement): boolean =>
  ts.isExpressionStatement(statement) ||
  ts.isVariableStatement(statement) ||
  ts.isReturnStatement(statement) ||
  ts.isThrowStatement(statement);

/** Runs what stands at a node. True where it has spent the budget, and a little more is there for what comes next. */
export function runCut(
  activation: Activation,
  node: ts.Node,
  mayTakeLast: boolean,
  run: () => void,
): boolean {
  const { state, applying, jumps, handlers } = activation;
  const depths = [applying, jumps, handlers].map(({ length }) => length);
  try {
    run();
    return false;
  } catch (error) {
    if (!isCut(error) || !activation.budget.resume(mayTakeLast)) throw error;
    [applying, jumps, handlers].forEach((list, index) => {
      list.length = depths[index] ?? 0;
    });
    activation.reading.clear();
    activation.state = joinStates(fork(state), activation.state);
    noteBudgetAt(activation, 'steps', node);
    return true;
  }
}

/** Whatever a statement that was cut speaks of may be in whatever it gives a value to, and in what it returns. */
// labels(names read in s) are in labels(names written in s) + labels(result)
function collapse(activation: Activation, statement: ts.Statement): void {
  const read = new Map<ts.Symbol, ts.Identifier>();
  const written = new Map<ts.Symbol, ts.Identifier>();
  const returns: ts.ReturnStatement[] = [];
  visitBelow(statement, (node) => {
    if (ts.isReturnStatement(node)) returns.push(node);
    const symbol = ts.isIdentifier(node) ? variableSymbol(activation.engine.checker, node) : undefined;
    if (ts.isIdentifier(node) && symbol?.valueDeclaration !== undefined)
      (isWritten(node) ? written : read).set(symbol, node);
    return !isFunctionNode(node) && !ts.isTypeNode(node);
  });
  try {
    const values = [...read].map(([symbol, node]) => readSymbol(activation, symbol, node));
    const content = contentOf(activation, joinAll([...values, thisValue(activation)]));
    for (const [symbol, node] of written) {
      const before = readSymbol(activation, symbol, node);
      assignSymbol(activation, symbol, join(before, content), node);
    }
    if (returns.length > 0) activation.returned = join(activation.returned, content);
  } catch (error) {
    if (!isCut(error) || !activation.budget.resume(isOutermost(activation, statement))) throw error;
  }
}

/** Whether a statement stands in the body of the unit itself. */
const isOutermost = ({ unit }: Activation, { parent }: ts.Statement): boolean =>
  parent === unit || parent.parent === unit;

/** Whether an identifier is declared here, or assigned to. */
function isWritten(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent)) return parent.name === node;
  return ts.isBinaryExpression(parent) && parent.left === node && isAssignment(parent.operatorToken.kind);
}
