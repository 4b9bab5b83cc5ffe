/** Members whose names are data: what is left of `value` in `for (const [key, value] of entries)` where `key` is tested. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { anywhere, otherThan, MEMBERS } from '../keys.ts';
import { contentExcept } from '../values/content.ts';
import { isEcho } from '../values/copies.ts';
import { read } from '../values/memory.ts';
import { type Value, isNothing, joinAll } from '../values/value.ts';
import { isBuiltIn } from './built-in-names.ts';
import { type NameTest, nameTests } from './name-tests.ts';
import { assignSymbol } from './names.ts';

/** A pattern `[key, value]` is bound: what the pair is an entry of stays with `value`. */
export function noteEntry(activation: Activation, pattern: ts.ArrayBindingPattern, pair: Value): void {
  const [key, value] = pattern.elements.map(nameOf);
  if (key === undefined || value === undefined) return;
  const { engine, unit } = activation;
  if (!engine.scopes.isTested(unit, key.text) || engine.scopes.isRebound(unit, value.text)) return;
  const holder = isEntry(activation, pattern, pair) ? read(activation, pair, MEMBERS) : undefined;
  const symbol = engine.checker.getSymbolAtLocation(value);
  if (symbol === undefined) return;
  if (holder === undefined || isNothing(holder)) activation.members.delete(symbol);
  else activation.members.set(symbol, holder);
}

const nameOf = (element: ts.ArrayBindingElement): ts.Identifier | undefined =>
  ts.isBindingElement(element) && ts.isIdentifier(element.name) ? element.name : undefined;

/** Whether a pair surely is an entry: as it has been made, or as the call says that a callback is written for. */
function isEntry(activation: Activation, pattern: ts.ArrayBindingPattern, pair: Value): boolean {
  // What a type repeats of a pair, its value tells.
  const atoms = [...pair.atoms.values()].filter((atom) => !isEcho(atom));
  if (atoms.length === 0) return isMadeAsEntry(activation, pair);
  const isGiven = atoms.every(({ origin }) => origin.kind === 'input');
  return isGiven && pair.objects.size === 0 && isGivenEntries(activation, pattern.parent);
}

/** Whether all that a pair may be are entries of something that is known. */
export const isMadeAsEntry = ({ state }: Activation, { objects }: Value): boolean =>
  objects.size > 0 && [...objects.keys()].every((id) => state.heap.get(id)?.has(MEMBERS) === true);

/** `Object.entries(record).map(([key, value]) => ...)`. */
function isGivenEntries(activation: Activation, parameter: ts.Node): boolean {
  if (!ts.isParameter(parameter)) return false;
  const call = parameter.parent.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== parameter.parent) return false;
  return ts.isPropertyAccessExpression(call.expression) && isEntries(activation, call.expression.expression);
}

/** Methods that give back a list of items of the list that they are called on. */
const SELECTING: ReadonlySet<string> = new Set([
  'filter',
  'slice',
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
]);

function isEntries(activation: Activation, list: ts.Expression): boolean {
  if (!ts.isCallExpression(list) || !ts.isPropertyAccessExpression(list.expression)) return false;
  const { expression, name } = list.expression;
  if (SELECTING.has(name.text)) return isEntries(activation, expression);
  return name.text === 'entries' && isBuiltIn(activation, expression, 'Object');
}

/** What the branch in which `condition` is `outcome` knows of names, and of the members under them. */
export function refineNames(activation: Activation, condition: ts.Expression, outcome: boolean): void {
  for (const test of nameTests(activation, condition, outcome)) {
    if (!test.isOne) exclude(activation, test);
    const value = valueBeside(activation, test.variable);
    if (value !== undefined) limit(activation, value, test);
  }
}

function exclude({ state }: Activation, { variable, names }: NameTest): void {
  const known = state.otherNames.get(variable) ?? [];
  state.otherNames = new Map([...state.otherNames, [variable, [...new Set([...known, ...names])].sort()]]);
}

/** A variable that holds a member, and what it is a member of, at any depth where `isDeep`. */
interface NamedValue {
  readonly name: ts.Identifier;
  readonly symbol: ts.Symbol;
  readonly holder: Value;
  readonly isDeep: boolean;
}

/** The variable beside a name: of an entry, or of a function that `JSON.stringify` asks what to show. */
function valueBeside(activation: Activation, variable: ts.Symbol): NamedValue | undefined {
  const name = variable.valueDeclaration;
  if (name === undefined) return undefined;
  if (ts.isBindingElement(name) && ts.isArrayBindingPattern(name.parent) && name.parent.elements[0] === name)
    return namedValue(activation, name.parent.elements[1], false);
  return ts.isParameter(name) && isReplacer(activation, name.parent) && name.parent.parameters[0] === name
    ? namedValue(activation, name.parent.parameters[1], true)
    : undefined;
}

function isReplacer(activation: Activation, node: ts.SignatureDeclaration): boolean {
  const call = node.parent;
  if (!ts.isCallExpression(call) || call.arguments[1] !== node) return false;
  const callee = call.expression;
  return (
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === 'stringify' &&
    isBuiltIn(activation, callee.expression, 'JSON')
  );
}

function namedValue(
  activation: Activation,
  node: ts.Node | undefined,
  isDeep: boolean,
): NamedValue | undefined {
  if (node === undefined || !(ts.isBindingElement(node) || ts.isParameter(node))) return undefined;
  const { name } = node;
  const symbol = ts.isIdentifier(name) ? activation.engine.checker.getSymbolAtLocation(name) : undefined;
  if (symbol === undefined || !ts.isIdentifier(name)) return undefined;
  const given = isDeep ? activation.state.variables.get(symbol) : undefined;
  const holder = activation.members.get(symbol) ?? (given && read(activation, given, MEMBERS));
  if (holder === undefined || isNothing(holder)) return undefined;
  activation.members.set(symbol, holder);
  return { name, symbol, holder, isDeep };
}

/** Leaves of a member's value what it can be by its name. */
function limit(activation: Activation, { name, symbol, holder, isDeep }: NamedValue, test: NameTest): void {
  if (test.isOne && isDeep) return;
  const others = activation.state.otherNames.get(test.variable) ?? [];
  const left = isDeep
    ? contentExcept(activation, holder, others.map(anywhere))
    : membersBy(activation, holder, test, others);
  assignSymbol(activation, symbol, left, name);
}

/** The members of a value whose names pass a test. */
export function membersBy(
  activation: Activation,
  holder: Value,
  { names, isOne }: NameTest,
  others: readonly string[] = names,
): Value {
  return isOne
    ? joinAll(names.map((one) => read(activation, holder, one)))
    : read(activation, holder, otherThan(others));
}
