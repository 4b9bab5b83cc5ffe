/** Why a call that is given something labelled gives nothing of it back. */
import ts from 'typescript';
import { documentedReason } from '../declassifiers/doc-tag.ts';
import { sinkName } from '../naming.ts';
import type { ModelNode } from '../models/index-face.ts';
import { speaksOfCalls } from '../models/speaks-of-calls.ts';
import { isFunctionNode } from '../program/units.ts';
import type { Asked, Reason } from './reason.ts';
import { returnsOfCallee } from './writes.ts';

type Call = ts.CallExpression | ts.NewExpression;

export function dropOfCall(asked: Asked, node: Call, labelled: readonly ts.Expression[]): Reason {
  const { checker, oracle, policy } = asked.engine;
  const name = sinkName(node);
  const declaration = checker.getResolvedSignature(node)?.declaration;
  const released = declaration === undefined ? undefined : documentedReason(declaration);
  if (released !== undefined && released !== '')
    return { rule: 'declassifier', what: `${name} is a declassifier: ${released}` };
  const rows = asked.probed.rowsAt(node).filter(speaksOfCalls);
  if (rows.length > 0) return dropOfRows(asked, node, name, rows);
  if (oracle.isContentFree(checker.getTypeAtLocation(node)))
    return { rule: 'boolean', what: `${name} can only give yes, no or nothing` };
  if (declaration !== undefined && isFunctionNode(declaration))
    return dropOfFunction(asked, node, name, labelled);
  return policy.unmodelledCalls === 'ignore'
    ? { rule: 'ignored', what: `nothing is known of ${name}, and unmodelledCalls is 'ignore'` }
    : { rule: 'left-out', what: `${name} gives nothing of it back` };
}

function dropOfRows({ engine }: Asked, node: Call, name: string, rows: readonly ModelNode[]): Reason {
  const [sanitizer] = rows.flatMap((one) => [
    ...one.sanitizers.map(({ row }) => row),
    ...(one.step('ReturnValue')?.clean ?? []),
  ]);
  if (sanitizer !== undefined) {
    const { type, path } = sanitizer;
    return {
      rule: 'sanitizer',
      what: `${name} is a sanitizer, by the row { type: '${type}', path: '${path}' }`,
    };
  }
  const type = engine.checker.getTypeAtLocation(node);
  if (engine.oracle.isContentFree(type))
    return { rule: 'boolean', what: `${name} can only give yes, no or nothing` };
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0)
    return { rule: 'count', what: `${name} gives a number that is a count or an index` };
  return {
    rule: 'no-propagator',
    what: `rows speak of ${name}, and none passes what it is given to its result`,
  };
}

/** A label may be in what the function gives back, and not in what this call does. */
function dropOfFunction(
  { engine }: Asked,
  node: Call,
  name: string,
  labelled: readonly ts.Expression[],
): Reason {
  const returns = returnsOfCallee(engine.checker, node);
  const isOther = labelled.every((one) => returns.includes(one));
  return {
    rule: 'returns-nothing',
    what: isOther
      ? `${name} gives plaintext back to other calls, and not to this one`
      : `${name} gives nothing of it back`,
  };
}
