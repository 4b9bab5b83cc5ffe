/** CommonJS: `module` and `exports` as values, and what `require` or an import takes from a module that writes to them. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { readElement } from './members.ts';
import { EXPORTS, moduleObject, moduleRecord, moduleValue } from './modules.ts';
import { evaluate } from '../interpreter.ts';
import { nameText } from '../program/program-index.ts';
import { write } from '../values/memory.ts';
import { type Value, valueOfObject } from '../values/value.ts';

/** `module` and `exports` themselves, where nobody has declared a variable of that name. */
export function commonJsName(
  activation: Activation,
  node: ts.Identifier,
  symbol: ts.Symbol | undefined,
): Value | undefined {
  if (node.text !== 'module' && node.text !== EXPORTS) return undefined;
  const file = node.getSourceFile();
  if (!activation.engine.index.commonJs.has(file) || !isGivenByLoader(symbol)) return undefined;
  if (node.text === EXPORTS) return moduleValue(activation, file);
  const record = valueOfObject(moduleRecord(activation, file));
  write(activation, record, EXPORTS, valueOfObject(moduleObject(activation, file)), false);
  return record;
}

/** The checker declares both names at the file or at their first use; declarations of Node declare them as globals. */
function isGivenByLoader(symbol: ts.Symbol | undefined): boolean {
  const declarations = symbol?.declarations ?? [];
  return declarations.every(
    (one) => ts.isSourceFile(one) || !isDeclaration(one) || one.getSourceFile().isDeclarationFile,
  );
}

const isDeclaration = (node: ts.Node): boolean =>
  ts.isVariableDeclaration(node) ||
  ts.isParameter(node) ||
  ts.isBindingElement(node) ||
  ts.isFunctionLike(node);

/** The value of a name that a `require` gives: `const a = require(..)`, `const { a } = require(..)`. */
export function requiredValue(activation: Activation, symbol: ts.Symbol): Value | undefined {
  const declaration = symbol.declarations?.[0];
  return declaration === undefined ? undefined : valueOfDeclaration(activation, declaration);
}

function valueOfDeclaration(activation: Activation, node: ts.Node): Value | undefined {
  if (ts.isVariableDeclaration(node))
    return node.initializer === undefined ? undefined : evaluate(activation, node.initializer);
  if (!ts.isBindingElement(node) || node.dotDotDotToken !== undefined) return undefined;
  const whole = valueOfDeclaration(activation, node.parent.parent);
  const name = nameText(bindingKey(node));
  return whole === undefined || name === '' ? undefined : readElement(activation, whole, [name], node);
}

const bindingKey = (node: ts.BindingElement): ts.PropertyName | ts.BindingName =>
  node.propertyName ?? node.name;

/** A symbol that a CommonJS module exports: the checker names the place of a write, the heap holds what was written. */
export function commonJsExport(
  activation: Activation,
  symbol: ts.Symbol,
  declaration: ts.Declaration,
  node: ts.Node,
): Value | undefined {
  const file = declaration.getSourceFile();
  if (!activation.engine.index.commonJs.has(file) || !isWrite(declaration)) return undefined;
  const all = moduleValue(activation, file);
  return WHOLE.has(symbol.name) ? all : readElement(activation, all, [symbol.name], node);
}

/** Exports that stand for the module as a whole. */
const WHOLE: ReadonlySet<string> = new Set([
  ts.InternalSymbolName.ExportEquals,
  ts.InternalSymbolName.Default,
]);

/** Where the checker finds an export of such a module: an assignment, or a member of the object that is assigned. */
function isWrite(node: ts.Declaration): boolean {
  return (
    ts.isBinaryExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    (ts.isObjectLiteralElementLike(node) && isExported(node.parent))
  );
}

function isExported(node: ts.Node): boolean {
  let parent = node.parent;
  while (ts.isParenthesizedExpression(parent)) parent = parent.parent;
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}
