/** Values that come to stand at a model node: sources label them, sanitizers clean them. */
import type { Activation } from '../activation.ts';
import { clearedValue } from '../calls/modelled.ts';
import { sinkName } from '../calls/sinks.ts';
import type { ModelNode } from '../models/index-face.ts';
import type { Source } from '../models/rows.ts';
import { atom } from '../values/atom.ts';
import { join, NOTHING, valueOfAtoms, type Value } from '../values/value.ts';

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
  const origin = { kind: 'source', node, label: row.label ?? 'plaintext', name: name === '' ? row.type : name } as const;
  return valueOfAtoms([atom(activation.numbers, { origin, reach: 'value' })]);
}

function cleaned(activation: Activation, value: Value, node: ModelNode): Value {
  let result = value;
  for (const { kinds, labels } of node.clean) {
    const cleared = [...(kinds ?? []).map((kind) => `kind:${kind}`), ...(labels ?? []).map((label) => `label:${label}`)];
    result = cleared.length === 0 ? { ...NOTHING, nodes: result.nodes } : clearedValue(activation, result, cleared);
  }
  return result;
}
