/** Names: what an identifier stands for, and writing to it. */
import { decided } from '../implicit-flows.ts';
import { limited, MAX_PARTS_OF_INPUT } from '../values/limit.ts';
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { classObject, closureOf } from './closures.ts';
import { commonJsExport, commonJsName, requiredValue } from './commonjs.ts';
import { moduleValue, packageOfImport, namespaceObject } from './modules.ts';
import { narrowed } from './narrowing.ts';
import { runGetters } from '../calls/properties.ts';
import { captureValue, cellOf, globalId, typedValue } from '../inputs.ts';
import { CELL } from '../labels.ts';
import { contains, sharesThis, variableSymbol } from '../program/scopes.ts';
import { isFunctionNode, unitAround } from '../program/units.ts';
import { read, write } from '../values/memory.ts';
import {
  type FunctionNode,
  NOTHING,
  type Value,
  join,
  valueOfNodes,
  valueOfObject,
  withStep,
} from '../values/value.ts';

export function readIdentifier(activation: Activation, node: ts.Identifier): Value {
  if (node.text === 'undefined') return NOTHING;
  const symbol = variableSymbol(activation.engine.checker, node);
  const loaded = commonJsName(activation, node, symbol);
  if (loaded !== undefined) return loaded;
  if (symbol === undefined) return globalValue(activation, node);
  return readSymbol(activation, symbol, node);
}

/** The value of a declared name. `node` is where it is read. */
export function readSymbol(activation: Activation, symbol: ts.Symbol, node: ts.Node): Value {
  if ((symbol.flags & ts.SymbolFlags.Alias) !== 0) return readAlias(activation, symbol, node);
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined) return externalValue(activation, symbol, node);
  const file = declaration.getSourceFile();
  if (ts.isSourceFile(declaration)) {
    return file.isDeclarationFile
      ? externalValue(activation, symbol, node)
      : moduleValue(activation, declaration);
  }
  const exported = commonJsExport(activation, symbol, declaration, node);
  if (exported !== undefined) return exported;
  if (file.isDeclarationFile || isAmbient(declaration)) return externalValue(activation, symbol, node);
  if (ts.isClassLike(declaration) && isNamedClass(declaration))
    return valueOfObject(classObject(activation, declaration));
  if (ts.isModuleDeclaration(declaration)) return valueOfObject(namespaceObject(activation, declaration));
  if (ts.isEnumDeclaration(declaration)) return typedValue(activation, node, false);
  const value = readVariable(activation, symbol, declaration, node);
  return ts.isIdentifier(node) ? narrowed(activation, value, node, declaration) : value;
}

function isNamedClass(node: ts.ClassLikeDeclaration): boolean {
  return ts.isClassDeclaration(node) || node.name !== undefined;
}

function isAmbient(node: ts.Node): boolean {
  return (
    isDeclaredOnly(node) || (ts.isFunctionDeclaration(node) && node.body === undefined && !hasBody(node))
  );
}

/** Under `declare`, itself or around it. */
function isDeclaredOnly(node: ts.Node): boolean {
  const statement = ts.findAncestor(node, (one) => ts.isStatement(one) || ts.isModuleDeclaration(one));
  if (statement === undefined || !ts.canHaveModifiers(statement)) return false;
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) === true;
}

/** An overload's signature has its body in a sibling. */
function hasBody(node: ts.FunctionDeclaration): boolean {
  return findBody(node) !== undefined;
}

function findBody(node: ts.FunctionDeclaration): FunctionNode | undefined {
  if (isFunctionNode(node)) return node;
  let found: FunctionNode | undefined;
  ts.forEachChild(node.parent, (child) => {
    if (ts.isFunctionDeclaration(child) && isFunctionNode(child) && child.name?.text === node.name?.text)
      found = child;
  });
  return found;
}

function readAlias(activation: Activation, symbol: ts.Symbol, node: ts.Node): Value {
  const target = activation.engine.checker.getAliasedSymbol(symbol);
  const text = requiredValue(activation, symbol) ?? packageOfImport(activation, symbol, target);
  if (target.declarations === undefined || target.declarations.length === 0) return text;
  return join(readSymbol(activation, target, node), text);
}

/** A name that no code of the program gives a value to. */
function externalValue(activation: Activation, symbol: ts.Symbol, node: ts.Node): Value {
  const nodes = activation.engine.models.symbolNodes(symbol);
  const value = activation.arriveAt(join(typedValue(activation, node, false), valueOfNodes(nodes)));
  return join(value, runGetters(activation, nodes, NOTHING, node));
}

function globalValue(activation: Activation, node: ts.Identifier): Value {
  const model = activation.engine.models.globalNode(node.text);
  return model === undefined ? NOTHING : activation.arriveAt(valueOfNodes([model]));
}

function readVariable(
  activation: Activation,
  symbol: ts.Symbol,
  declaration: ts.Declaration,
  node: ts.Node,
): Value {
  const owner = unitAround(declaration);
  const constant =
    ts.isFunctionDeclaration(declaration) || owner !== activation.unit
      ? constantFunction(activation, declaration)
      : undefined;
  if (constant !== undefined) return constant;
  if (owner !== activation.unit) {
    if (ts.isSourceFile(owner)) return readGlobal(activation, declaration, node);
    return read(activation, captureValue(activation, declaration), CELL);
  }
  if (ts.isSourceFile(owner)) return readOwnGlobal(activation, symbol, declaration);
  if (isCell(activation, declaration))
    return read(activation, valueOfObject(cellOf(activation, declaration)), CELL);
  return activation.state.variables.get(symbol) ?? NOTHING;
}

/** A module-level name, read by a function or by another module: all its writes. */
function readGlobal(activation: Activation, declaration: ts.Declaration, node: ts.Node): Value {
  // The module that keeps the name may not have been looked at yet.
  activation.engine.summaryOf(declaration.getSourceFile(), activation.reader, false);
  const kept = activation.globals.read(globalId(activation, declaration), CELL, activation.reader);
  return join(kept, typedValue(activation, node, kept !== NOTHING));
}

/** A function that a declaration or a constant holds is known before its module has run, and before its captures are. */
function constantFunction(activation: Activation, declaration: ts.Declaration): Value | undefined {
  if (ts.isFunctionDeclaration(declaration)) {
    const body = findBody(declaration);
    return body === undefined ? undefined : valueOfObject(closureOf(activation, body));
  }
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return undefined;
  if ((ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) return undefined;
  const { initializer } = declaration;
  if (!ts.isArrowFunction(initializer) && !ts.isFunctionExpression(initializer)) return undefined;
  return hasOtherThis(activation, initializer)
    ? undefined
    : valueOfObject(closureOf(activation, initializer));
}

/** What an arrow function takes for `this` is only known where it is made. */
function hasOtherThis({ engine, unit }: Activation, node: FunctionNode): boolean {
  const isOuter = ts.isArrowFunction(node) && engine.scopes.capturesOf(node).usesThis;
  return isOuter && !(ts.isArrowFunction(unit) ? sharesThis(node, unit) : contains(unit, node));
}

/** A module's own code reads its names in order, unless a function of the module changes them. */
function readOwnGlobal(activation: Activation, symbol: ts.Symbol, declaration: ts.Declaration): Value {
  const own = activation.state.variables.get(symbol) ?? NOTHING;
  const others = activation.globals.read(
    globalId(activation, declaration),
    CELL,
    activation.reader,
    activation.reader,
  );
  return join(own, others);
}

/** A variable that inner functions share lives in a cell, joined over all its writes. */
function isCell(activation: Activation, declaration: ts.Declaration): boolean {
  const name = ts.getNameOfDeclaration(declaration);
  return (
    name !== undefined &&
    ts.isIdentifier(name) &&
    activation.engine.scopes.isCaptured(activation.unit, name.text)
  );
}

/** Gives a declared name a value, wherever the name lives. */
export function assignSymbol(activation: Activation, symbol: ts.Symbol, value: Value, node: ts.Node): void {
  const declaration = symbol.valueDeclaration;
  if (declaration === undefined) return;
  const stepped = withStep(limited(activation, decided(activation, value), MAX_PARTS_OF_INPUT), {
    node,
    what: `assigned to ${symbol.name}`,
  });
  const owner = unitAround(declaration);
  if (ts.isSourceFile(owner)) {
    activation.keep(globalId(activation, declaration), CELL, stepped);
    if (owner === activation.unit) activation.state.variables.set(symbol, stepped);
  } else if (owner !== activation.unit)
    write(activation, captureValue(activation, declaration), CELL, stepped, false);
  else if (isCell(activation, declaration))
    write(activation, valueOfObject(cellOf(activation, declaration)), CELL, stepped, false);
  else activation.state.variables.set(symbol, stepped);
}
