/** Types and objects without a name of their own: what rows say of the variable, member or result that they are written for. */
import ts from 'typescript';
import type { NameSource } from './name-source.ts';
import { nodesOfName, stepsOf } from './name-source.ts';
import type { PathNode } from './path-node.ts';

/** The nodes of a value whose type is written here. */
export function typedNodes(node: ts.Node, source: NameSource): readonly PathNode[] {
  const { parent } = node;
  if (isSameValue(parent)) return typedNodes(parent, source);
  if (ts.isTypeAliasDeclaration(parent)) return stepsOf(nodesOfName(parent.name, source), 'Instance');
  if (ts.isArrayTypeNode(parent)) return stepsOf(typedNodes(parent, source), 'ArrayElement');
  if (isPromise(parent)) return stepsOf(typedNodes(parent, source), 'Awaited');
  if (isValueWithType(parent)) return nodesOfName(parent.name, source);
  return isSignature(parent) && parent.type === node
    ? stepsOf(calleeNodes(parent, source), 'ReturnValue')
    : [];
}

/** The nodes of an object where it is written. */
export function writtenNodes(node: ts.Node, source: NameSource): readonly PathNode[] {
  const { parent } = node;
  if (
    ts.isVariableDeclaration(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isPropertyAssignment(parent)
  ) {
    return nodesOfName(parent.name, source);
  }
  if (ts.isExportAssignment(parent)) return source.exportNodes(parent.getSourceFile(), 'default');
  const isSame =
    ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent);
  return isSame ? writtenNodes(parent, source) : [];
}

function isSameValue(node: ts.Node): boolean {
  return (
    ts.isParenthesizedTypeNode(node) ||
    ts.isUnionTypeNode(node) ||
    ts.isIntersectionTypeNode(node) ||
    ts.isTypeOperatorNode(node)
  );
}

function isPromise(node: ts.Node): boolean {
  return (
    ts.isTypeReferenceNode(node) &&
    ts.isIdentifier(node.typeName) &&
    /^Promise(?:Like)?$/.test(node.typeName.text)
  );
}

type ValueWithType =
  ts.VariableDeclaration | ts.PropertySignature | ts.PropertyDeclaration | ts.GetAccessorDeclaration;

function isValueWithType(node: ts.Node): node is ValueWithType {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isPropertySignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isGetAccessor(node)
  );
}

type Signature =
  | ts.FunctionDeclaration
  | ts.MethodDeclaration
  | ts.MethodSignature
  | ts.FunctionTypeNode
  | ts.CallSignatureDeclaration;

function isSignature(node: ts.Node): node is Signature {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isMethodSignature(node) ||
    ts.isFunctionTypeNode(node) ||
    ts.isCallSignatureDeclaration(node)
  );
}

function calleeNodes(node: Signature, source: NameSource): readonly PathNode[] {
  if (ts.isFunctionTypeNode(node)) return typedNodes(node, source);
  if (!ts.isCallSignatureDeclaration(node))
    return node.name === undefined ? [] : nodesOfName(node.name, source);
  const { parent } = node;
  if (ts.isTypeLiteralNode(parent)) return typedNodes(parent, source);
  return ts.isInterfaceDeclaration(parent) ? stepsOf(nodesOfName(parent.name, source), 'Instance') : [];
}
