/** Modules as values: namespaces, exports, and imports of packages. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { readSymbol } from '../interpreter.ts';
import { isModuleSyntax } from '../program/commonjs-files.ts';
import { isRelative, moduleFile } from '../program/module-files.ts';
import { read } from '../values/memory.ts';
import {
  type AbstractObject,
  NOTHING,
  type Value,
  join,
  valueOfNodes,
  valueOfObject,
} from '../values/value.ts';
import type { ModelNode } from '../models/index-face.ts';

export function moduleObject(activation: Activation, file: ts.SourceFile): AbstractObject {
  const id = `m${activation.numbers.of(file)}`;
  activation.engine.homes.set(id, file);
  return { id, kind: 'module', node: file, isGlobal: true, isMany: true };
}

/** A namespace: what it exports is read as what a module exports. */
export function namespaceObject(activation: Activation, node: ts.ModuleDeclaration): AbstractObject {
  const id = `m${activation.numbers.of(node)}`;
  activation.engine.homes.set(id, node);
  return { id, kind: 'module', node, isGlobal: true, isMany: true };
}

/** An export of a namespace, by name. */
export function readNamespace(
  activation: Activation,
  { name: declared }: ts.ModuleDeclaration,
  name: string,
  node: ts.Node,
): Value {
  const { checker } = activation.engine;
  const symbol = checker.getSymbolAtLocation(declared);
  const exported = symbol === undefined ? undefined : checker.tryGetMemberInModuleExports(name, symbol);
  return exported === undefined ? NOTHING : readSymbol(activation, exported, node);
}

/** `module` in a file: the record whose `exports` a CommonJS module may replace. */
export function moduleRecord(activation: Activation, file: ts.SourceFile): AbstractObject {
  const id = `M${activation.numbers.of(file)}`;
  activation.engine.homes.set(id, file);
  return { id, kind: 'object', node: file, isGlobal: true, isMany: true };
}

/** The name under which a CommonJS module keeps what it exports. */
export const EXPORTS = 'exports';

/** What importing a module as a whole gives. `require` gives what `module.exports` was set to as well. */
export function moduleValue(activation: Activation, file: ts.SourceFile): Value {
  const first = valueOfObject(moduleObject(activation, file));
  if (!activation.engine.index.commonJs.has(file)) return first;
  if (file !== activation.unit) activation.engine.summaryOf(file, activation.reader, false);
  return join(first, read(activation, valueOfObject(moduleRecord(activation, file)), EXPORTS));
}

/** An export of a module of the program, by name. */
export function readExport(activation: Activation, file: ts.SourceFile, name: string, node: ts.Node): Value {
  const { checker, index } = activation.engine;
  const isCommonJs = index.commonJs.has(file);
  if (isCommonJs && name === 'default') return moduleValue(activation, file);
  // What such a module has written to its exports is read as any member is.
  if (isCommonJs && !file.statements.some(isModuleSyntax)) return NOTHING;
  const symbol = checker.getSymbolAtLocation(file);
  const exported =
    symbol === undefined ? undefined : checker.getExportsOfModule(symbol).find((one) => one.name === name);
  return exported === undefined ? NOTHING : readSymbol(activation, exported, node);
}

/** What the text of an import names, where it is a package and not a file of the program. */
export function packageOfImport(activation: Activation, alias: ts.Symbol, target: ts.Symbol): Value {
  const declaration = alias.declarations?.[0];
  const text = declaration === undefined ? undefined : specifierOf(declaration);
  if (declaration === undefined || text === undefined || isRelative(text) || isOwnCode(target))
    return NOTHING;
  const { models } = activation.engine;
  const isTyped = (target.declarations?.length ?? 0) > 0 && !isModuleAsDefault(declaration, target);
  const node = isTyped ? models.packageNode(text) : models.untypedPackageNode(text);
  if (node === undefined) return NOTHING;
  return activation.arriveAt(valueOfNodes(nodesOfImport(node, declaration)));
}

/** The value of a module by the text of a `require` or a dynamic import. */
export function moduleByName(activation: Activation, literal: ts.StringLiteralLike): Value {
  const file = moduleFile(activation.engine.program, literal);
  if (file !== undefined) return moduleValue(activation, file);
  const { models } = activation.engine;
  const node = isRelative(literal.text) ? undefined : models.untypedPackageNode(literal.text);
  return node === undefined ? NOTHING : activation.arriveAt(valueOfNodes([node]));
}

/** A default import of a CommonJS module: to the checker all that it exports, when it runs often the one thing that counts. */
const isModuleAsDefault = (declaration: ts.Declaration, target: ts.Symbol): boolean =>
  importedName(declaration) === 'default' && (target.flags & ts.SymbolFlags.ValueModule) !== 0;

function isOwnCode(target: ts.Symbol): boolean {
  const file = target.declarations?.[0]?.getSourceFile();
  return file !== undefined && !file.isDeclarationFile;
}

function specifierOf(declaration: ts.Declaration): string | undefined {
  for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
    if (ts.isImportEqualsDeclaration(node)) {
      return ts.isExternalModuleReference(node.moduleReference)
        ? textOf(node.moduleReference.expression)
        : undefined;
    }
    if (ts.isVariableDeclaration(node)) return requiredText(node.initializer);
  }
  return undefined;
}

function requiredText(node: ts.Expression | undefined): string | undefined {
  return node !== undefined && ts.isCallExpression(node) ? textOf(node.arguments[0]) : undefined;
}

function textOf(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function nodesOfImport(node: ModelNode, declaration: ts.Declaration): readonly ModelNode[] {
  const name = importedName(declaration);
  if (name === undefined) return [node];
  const member = node.member(name);
  // A default import of a package that exports one thing is that thing.
  const whole = name === 'default' ? [node] : [];
  return member === undefined ? whole : [...whole, member];
}

function importedName(declaration: ts.Declaration): string | undefined {
  if (ts.isImportSpecifier(declaration) || ts.isExportSpecifier(declaration)) {
    return (declaration.propertyName ?? declaration.name).text;
  }
  if (ts.isBindingElement(declaration)) return (declaration.propertyName ?? declaration.name).getText();
  return ts.isImportClause(declaration) ? 'default' : undefined;
}
