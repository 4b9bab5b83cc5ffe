/** Why something labelled goes into an expression and nothing labelled comes out: the rules of the precision policy, by name. */
import ts from 'typescript';
import { placeAt } from '../place.ts';
import { dropOfCall } from './call-drops.ts';
import type { Drop } from './explanation.ts';
import { dropOfName } from './name-drops.ts';
import type { Asked, Reason } from './reason.ts';

/** `labelled` are those operands of the expression that carry a label. */
export function dropAt(asked: Asked, node: ts.Expression, labelled: readonly ts.Expression[]): Drop {
  const { rule, what, node: where = node } = reasonOf(asked, node, labelled);
  const arrivals = labelled.flatMap((operand) => asked.probed.arrivalsAt(operand));
  const sources = [...new Set(arrivals.map(({ source }) => source.name))].sort();
  return { rule, place: placeAt(where), what, sources };
}

function reasonOf(asked: Asked, node: ts.Expression, labelled: readonly ts.Expression[]): Reason {
  if (ts.isIdentifier(node)) return dropOfName(asked, node, labelled);
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return dropOfCall(asked, node, labelled);
  if (ts.isPropertyAccessExpression(node)) return dropOfMember(asked, node, labelled);
  if (ts.isElementAccessExpression(node)) return dropOfElement(node, labelled);
  if (ts.isBinaryExpression(node)) return dropOfBinary(asked, node);
  if (ts.isConditionalExpression(node)) return IMPLICIT;
  if (ts.isTypeOfExpression(node)) return { rule: 'type-name', what: '`typeof` gives the name of a type' };
  if (ts.isPrefixUnaryExpression(node)) return { rule: 'boolean', what: '`!` says yes or no' };
  return { rule: 'left-out', what: 'what is made here holds nothing of it' };
}

const IMPLICIT: Reason = {
  rule: 'implicit',
  what: 'plaintext decides which value it is, and is no part of it: implicit flows are not followed',
};

function dropOfMember(
  { engine }: Asked,
  node: ts.PropertyAccessExpression,
  labelled: readonly ts.Expression[],
): Reason {
  const { checker, oracle } = engine;
  const name = node.name.text;
  if (!labelled.includes(node.expression)) {
    const [write = node] = labelled;
    return { rule: 'overwritten', what: `what was stored in .${name} is not there any more`, node: write };
  }
  const type = checker.getTypeAtLocation(node);
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0)
    return { rule: 'count', what: `\`${name}\` is a count or a size` };
  if (oracle.isContentFree(type))
    return { rule: 'boolean', what: `\`${name}\` can only be yes, no or nothing` };
  return { rule: 'other-member', what: `\`${name}\` is another member than those that carry a label` };
}

function dropOfElement(node: ts.ElementAccessExpression, labelled: readonly ts.Expression[]): Reason {
  return labelled.includes(node.expression)
    ? { rule: 'other-member', what: 'it is another element than those that carry a label' }
    : {
        rule: 'allow-list',
        what: 'plaintext is only the key of a look-up: the values of the table are clean',
      };
}

function dropOfBinary({ engine }: Asked, node: ts.BinaryExpression): Reason {
  const operator = node.operatorToken.getText();
  if (operator === '&&') return IMPLICIT;
  const isYesOrNo = engine.oracle.isContentFree(engine.checker.getTypeAtLocation(node));
  return isYesOrNo
    ? { rule: 'comparison', what: `\`${operator}\` compares, and says yes or no` }
    : { rule: 'left-out', what: `\`${operator}\` gives nothing of it` };
}
