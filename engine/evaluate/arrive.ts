/** Values that come to stand at a model node: sources label them, sanitizers clean them. */
import type { Activation } from '../activation.ts';
import { sinkName } from '../naming.ts';
import { makeAtom } from '../values/atom.ts';
import { CLEAN } from '../values/clean.ts';
import { clearedBy, clearedValue } from '../values/cleared.ts';
import { NOTHING, type Value, join, valueOfAtoms } from '../values/value.ts';
import type { ModelNode } from '../models/index-face.ts';
import type { Source } from '../models/rows.ts';

export function arrive(activation: Activation, value: Value): Value {
  let result = value;
  for (const node of value.nodes) {
    if (node.clean.length > 0) result = cleaned(activation, result, node);
    for (const row of node.sources) result = join(result, sourceValue(activation, row));
  }
  return result;
}

function sourceValue(activation: Activation, row: Source): Value {
  const node = activation.at;
  const name = sinkName(node);
  const origin = {
    kind: 'source',
    node,
    label: row.label ?? 'plaintext',
    name: name === '' ? row.type : name,
  } as const;
  return valueOfAtoms([makeAtom(activation.numbers, { origin, reach: 'value' })]);
}

function cleaned(activation: Activation, value: Value, node: ModelNode): Value {
  let result = value;
  for (const row of node.clean) {
    const cleared = clearedBy(row);
    if (cleared.length > 0) result = clearedValue(activation.numbers, result, cleared);
    else if (row.leaves !== undefined) result = { ...NOTHING, nodes: result.nodes };
    else result = { ...NOTHING, nodes: new Set([...result.nodes, ...CLEAN.nodes]) };
  }
  return result;
}
