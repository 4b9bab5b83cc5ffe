/** `new Map([['id', id], ['body', body]])`: entries that are written in place are told apart by the keys written with them. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { keysOfExpression } from '../evaluate/member-names.ts';
import { isBuiltIn } from '../evaluate/built-in-names.ts';
import { objectAt } from '../inputs.ts';
import { evaluate } from '../interpreter.ts';
import { MAP_KEY, MAP_VALUE, valueUnder } from '../keys.ts';
import { unwrap } from '../program/syntax.ts';
import { build, write } from '../values/memory.ts';
import type { Value } from '../values/value.ts';

type WrittenEntry = readonly [key: ts.Expression, value: ts.Expression];

/** The map, or undefined where its entries are not written in place. */
export function newMap(activation: Activation, node: ts.NewExpression): Value | undefined {
  const entries = isBuiltIn(activation, node.expression, 'Map') ? entriesOf(node.arguments) : undefined;
  const parts = entries?.map(([key, value]) => {
    const [name, ...others] = keysOfExpression(activation, key) ?? [];
    const under = name === undefined || others.length > 0 ? MAP_VALUE : valueUnder(name);
    return { key: evaluate(activation, key), under, value: evaluate(activation, value) };
  });
  if (parts === undefined) return undefined;
  return build(activation, objectAt(activation, node, 'object'), (map) => {
    for (const { key, under, value } of parts) {
      write(activation, map, MAP_KEY, key, false);
      write(activation, map, under, value, false);
    }
  });
}

function entriesOf([list]: readonly ts.Expression[] = []): readonly WrittenEntry[] | undefined {
  const entries = list && unwrap(list);
  if (entries === undefined || !ts.isArrayLiteralExpression(entries)) return undefined;
  const written = entries.elements.map(entryOf);
  return written.every((entry) => entry !== undefined) ? written : undefined;
}

function entryOf(element: ts.Expression): WrittenEntry | undefined {
  const entry = unwrap(element);
  if (!ts.isArrayLiteralExpression(entry) || entry.elements.some(ts.isSpreadElement)) return undefined;
  const [key, value] = entry.elements;
  return key === undefined || value === undefined ? undefined : [key, value];
}
