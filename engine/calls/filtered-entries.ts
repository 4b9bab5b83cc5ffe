/** `Object.entries(record).filter(([key]) => key !== 'body')`: the entries that are left, where the test is one of names. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { type NameTest, nameTests } from '../evaluate/name-tests.ts';
import { isMadeAsEntry, membersBy } from '../evaluate/named-values.ts';
import { restOf } from '../evaluate/rest-of.ts';
import { objectAt } from '../inputs.ts';
import { ELEMENT, MEMBERS } from '../keys.ts';
import { build, read, write } from '../values/memory.ts';
import type { Value } from '../values/value.ts';

/** The list that the call gives, or undefined where it is no such call. */
// labels of the entries whose names pass the test are in labels(filteredEntries(list))
export function filteredEntries(
  activation: Activation,
  node: ts.CallExpression,
  list: Value,
): Value | undefined {
  const {
    expression,
    arguments: [test],
  } = node;
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'filter') return undefined;
  const pattern = test && patternOf(test);
  const names = pattern && testOfNames(activation, pattern);
  if (pattern === undefined || names === undefined) return undefined;
  const pair = read(activation, { ...list, atoms: new Map() }, ELEMENT);
  if (!isMadeAsEntry(activation, pair)) return undefined;
  const holder = read(activation, pair, MEMBERS);
  return listOf(activation, pattern, [
    ['0', read(activation, pair, '0')],
    ['1', membersBy(activation, holder, names)],
    [MEMBERS, leftOf(activation, holder, names, pattern)],
  ]);
}

/** The pattern whose first name is the entry's, of a function that only returns. */
interface EntryPattern extends ts.ArrayBindingPattern {
  readonly parent: ts.ParameterDeclaration;
}

function patternOf(test: ts.Expression): EntryPattern | undefined {
  if (!ts.isArrowFunction(test) && !ts.isFunctionExpression(test)) return undefined;
  const pattern = test.parameters[0]?.name;
  return pattern !== undefined && isEntryPattern(pattern) ? pattern : undefined;
}

const isEntryPattern = (name: ts.BindingName): name is EntryPattern =>
  ts.isArrayBindingPattern(name) && ts.isParameter(name.parent);

function testOfNames(activation: Activation, pattern: EntryPattern): NameTest | undefined {
  const [key] = pattern.elements;
  const result = resultOf(pattern.parent.parent);
  if (key === undefined || !ts.isBindingElement(key) || !ts.isIdentifier(key.name) || result === undefined)
    return undefined;
  const name = activation.engine.checker.getSymbolAtLocation(key.name);
  return nameTests(activation, result, true).find(({ variable }) => variable === name);
}

function resultOf(test: ts.SignatureDeclaration): ts.Expression | undefined {
  if (!ts.isArrowFunction(test) && !ts.isFunctionExpression(test)) return undefined;
  if (!ts.isBlock(test.body)) return test.body;
  const [only, ...others] = test.body.statements;
  return only !== undefined && ts.isReturnStatement(only) && others.length === 0
    ? only.expression
    : undefined;
}

/** What the entries that are left are entries of. */
function leftOf(activation: Activation, holder: Value, { names, isOne }: NameTest, node: ts.Node): Value {
  if (!isOne) return restOf(activation, holder, names, node);
  return build(activation, objectAt(activation, node, 'object'), (kept) => {
    for (const name of names) write(activation, kept, name, read(activation, holder, name), true);
  });
}

function listOf(
  activation: Activation,
  { parent, elements }: EntryPattern,
  fields: readonly (readonly [string, Value])[],
): Value {
  const entry = build(activation, objectAt(activation, parent, 'array'), (pair) => {
    for (const [key, field] of fields) write(activation, pair, key, field, true);
  });
  return build(activation, objectAt(activation, elements[0] ?? parent, 'array'), (list) => {
    write(activation, list, ELEMENT, entry, false);
  });
}
