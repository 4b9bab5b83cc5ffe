/** Why a name carries no label, although something labelled was put into it. */
import ts from 'typescript';
import { variableSymbol } from '../program/scopes.ts';
import { unitAround } from '../program/units.ts';
import { guardBefore } from './guards.ts';
import type { Asked, Reason } from './reason.ts';
import { writesOfName } from './writes.ts';

export function dropOfName(asked: Asked, node: ts.Identifier, labelled: readonly ts.Expression[]): Reason {
  const guard = guardBefore(asked, node);
  if (guard !== undefined)
    return { rule: 'barrier-guard', what: `a barrier guard has accepted \`${node.text}\``, node: guard };
  return (
    takenApart(asked, node, labelled) ??
    byOrder(asked, node, labelled) ??
    narrowing(asked, node, labelled) ??
    onOtherPath(node, labelled)
  );
}

/** A name that a pattern binds is one part of what the pattern takes apart. */
function takenApart(
  { engine }: Asked,
  node: ts.Identifier,
  labelled: readonly ts.Expression[],
): Reason | undefined {
  const declaration = variableSymbol(engine.checker, node)?.valueDeclaration;
  if (declaration === undefined || !ts.isBindingElement(declaration) || labelled.length === 0)
    return undefined;
  return {
    rule: 'other-member',
    what: `\`${node.text}\` is another part than those that carry a label`,
    node: declaration,
  };
}

function narrowing(
  { engine }: Asked,
  node: ts.Identifier,
  labelled: readonly ts.Expression[],
): Reason | undefined {
  const { scopes, checker } = engine;
  const [write] = labelled;
  if (write === undefined || !scopes.isTested(unitAround(node), node.text)) return undefined;
  const type = checker.getTypeAtLocation(node);
  if (type === checker.getTypeAtLocation(write) || engine.oracle.treeOf(type) !== undefined) return undefined;
  const isClean = engine.oracle.treeAt(write) !== undefined;
  const what = `\`${node.text}\` is narrowed to ${checker.typeToString(type)}, which is not tagged`;
  return isClean ? { rule: 'narrowed', what } : undefined;
}

/** By the order of the text: written anew in between, or labelled only later. */
function byOrder(
  { engine }: Asked,
  node: ts.Identifier,
  labelled: readonly ts.Expression[],
): Reason | undefined {
  const isBefore = (write: ts.Expression): boolean =>
    write.getSourceFile() !== node.getSourceFile() || write.end <= node.pos;
  const last = labelled.findLast(isBefore);
  const name = `\`${node.text}\``;
  if (last === undefined)
    return { rule: 'later', what: `${name} is given plaintext only behind this place`, ...at(labelled[0]) };
  const after = writesOfName(engine.checker, node).find(
    (write) => write.pos > last.pos && isBefore(write) && !labelled.includes(write),
  );
  if (after === undefined) return undefined;
  return { rule: 'overwritten', what: `${name} is written anew, and what it held is gone`, node: after };
}

function onOtherPath(node: ts.Identifier, labelled: readonly ts.Expression[]): Reason {
  const what = `\`${node.text}\` is given plaintext on a path that does not lead here`;
  return { rule: 'other-path', what, ...at(labelled.at(-1)) };
}

const at = (node: ts.Node | undefined): { readonly node?: ts.Node } => (node === undefined ? {} : { node });
