/** JSX: an element shows its attributes and its children. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { evaluate } from '../interpreter.ts';
import { contentOf } from '../values/content.ts';
import { NOTHING, type Value, join, joinAll } from '../values/value.ts';

// labels(attributes) + labels(children) are in labels(<element>)
export function jsx(
  activation: Activation,
  node: ts.JsxElement | ts.JsxSelfClosingElement | ts.JsxFragment,
): Value {
  const opening = ts.isJsxElement(node) ? node.openingElement : node;
  const attributes = ts.isJsxFragment(opening) ? [] : opening.attributes.properties;
  const children = ts.isJsxSelfClosingElement(node) ? [] : node.children;
  const shown = [
    ...attributes.map((one) => attribute(activation, one)),
    ...children.map((one) => child(activation, one)),
  ];
  return joinAll(shown.map((value) => contentOf(activation, value)));
}

function attribute(activation: Activation, node: ts.JsxAttributeLike): Value {
  if (ts.isJsxSpreadAttribute(node)) return evaluate(activation, node.expression);
  const { initializer } = node;
  if (initializer === undefined || ts.isStringLiteral(initializer)) return NOTHING;
  return ts.isJsxExpression(initializer) ? inner(activation, initializer) : jsx(activation, initializer);
}

function child(activation: Activation, node: ts.JsxChild): Value {
  if (ts.isJsxText(node)) return NOTHING;
  return ts.isJsxExpression(node) ? inner(activation, node) : jsx(activation, node);
}

function inner(activation: Activation, node: ts.JsxExpression): Value {
  return node.expression === undefined ? NOTHING : join(NOTHING, evaluate(activation, node.expression));
}
