/** Which variables a function takes from the functions around it, and which of a unit's variables inner functions take. */
import { unwrap, visitBelow } from './syntax.ts';
import ts from 'typescript';
import { testedNames } from './conditions.ts';
import { type UnitNode, isFunctionNode, unitAround } from './units.ts';
import type { FunctionNode } from '../values/value.ts';

export interface Captures {
  readonly symbols: readonly ts.Symbol[];
  readonly usesThis: boolean;
}

export interface Scopes {
  /** What a closure, or a class, takes from the units around it, module-level names excluded. */
  capturesOf(node: FunctionNode | ts.ClassLikeDeclaration): Captures;
  /** Whether a variable of this unit is used by a unit inside it. */
  isCaptured(unit: UnitNode, name: string): boolean;
  /** Whether a name is assigned anywhere in the unit, after its declaration: itself, but not what hangs on it. */
  isRebound(unit: UnitNode, name: string): boolean;
  /** Whether a name, or a member of it, is assigned anywhere in the unit, after its declaration. */
  isAssigned(unit: UnitNode, name: string): boolean;
  /** Whether a list or set of a name is changed in place anywhere in the unit. */
  isChanged(unit: UnitNode, name: string): boolean;
  /** Whether a condition or an assertion of the unit speaks of a name. */
  isTested(unit: UnitNode, name: string): boolean;
}

export function createScopes(checker: ts.TypeChecker): Scopes {
  const captures = new WeakMap<ts.Node, Captures>();
  const inner = new WeakMap<ts.Node, ReadonlySet<string>>();
  const assigned = new WeakMap<ts.Node, ReadonlySet<string>>();
  const rebound = new WeakMap<ts.Node, ReadonlySet<string>>();
  const tested = new WeakMap<ts.Node, ReadonlySet<string>>();
  const changed = new WeakMap<ts.Node, ReadonlySet<string>>();
  return {
    isTested: (unit, name) => remember(tested, unit, () => testedNames(unit)).has(name),
    capturesOf: (node) => remember(captures, node, () => findCaptures(checker, node)),
    isCaptured: (unit, name) => remember(inner, unit, () => namesInInnerUnits(unit)).has(name),
    isRebound: (unit, name) => remember(rebound, unit, () => reboundNames(unit)).has(name),
    isChanged: (unit, name) => remember(changed, unit, () => changedNames(unit)).has(name),
    isAssigned: (unit, name) => remember(assigned, unit, () => assignedNames(unit)).has(name),
  };
}

function findCaptures(checker: ts.TypeChecker, node: FunctionNode | ts.ClassLikeDeclaration): Captures {
  const symbols = new Set<ts.Symbol>();
  addCaptures(checker, node, node, symbols);
  const seen = new Set<ts.Node>([node]);
  // A set grows while it is walked: what a captured function takes, whoever calls it takes too.
  for (const symbol of symbols) {
    const inner = constantFunction(symbol.valueDeclaration);
    if (inner === undefined || seen.has(inner)) continue;
    seen.add(inner);
    addCaptures(checker, node, inner, symbols, contains(inner, node) ? inner : node);
  }
  const usesThis =
    ts.isArrowFunction(node) &&
    [...seen].some((one) => ts.isArrowFunction(one) && sharesThis(one, node) && mentionsThis(one));
  return { symbols: [...symbols], usesThis };
}

type Capturing = FunctionNode | ts.ClassLikeDeclaration;

/** Adds what `inside` names of variables that are declared outside `outermost`. */
function addCaptures(
  checker: ts.TypeChecker,
  node: Capturing,
  inside: ts.Node,
  symbols: Set<ts.Symbol>,
  outermost: ts.Node = node,
): void {
  visitBelow(inside, (child) => {
    if (ts.isIdentifier(child)) addCapture(checker, node, child, symbols, outermost);
    // What a class extends is an expression, though the compiler counts it among the types.
    return !ts.isTypeNode(child) || ts.isExpressionWithTypeArguments(child);
  });
}

/** The function that a declaration or a constant holds: it is known without the cell of its name. */
function constantFunction(declaration: ts.Declaration | undefined): ts.Node | undefined {
  if (declaration === undefined) return undefined;
  if (ts.isFunctionDeclaration(declaration)) return declaration;
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return undefined;
  if ((ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0) return undefined;
  return isFunctionNode(declaration.initializer) ? declaration.initializer : undefined;
}

/** Whether `this` is the same at two nodes. */
export const sharesThis = (node: ts.Node, other: ts.Node): boolean => thisScope(node) === thisScope(other);

function thisScope(node: ts.Node): ts.Node {
  return ts.findAncestor(node.parent, bindsThis) ?? node.getSourceFile();
}

const bindsThis = (node: ts.Node): boolean =>
  (ts.isFunctionLike(node) && !ts.isArrowFunction(node)) ||
  ts.isClassLike(node) ||
  ts.isClassStaticBlockDeclaration(node);

/** `this` and `super` of an arrow function are those of the function around it. */
function mentionsThis(node: ts.ArrowFunction): boolean {
  let found = false;
  visitBelow(node, (child) => {
    found ||= child.kind === ts.SyntaxKind.ThisKeyword || child.kind === ts.SyntaxKind.SuperKeyword;
    const bindsThis = (isFunctionNode(child) && !ts.isArrowFunction(child)) || ts.isClassLike(child);
    return !found && !bindsThis && !ts.isTypeNode(child);
  });
  return found;
}

function addCapture(
  checker: ts.TypeChecker,
  node: FunctionNode | ts.ClassLikeDeclaration,
  identifier: ts.Identifier,
  symbols: Set<ts.Symbol>,
  outermost: ts.Node,
): void {
  if (isNameOfMember(identifier)) return;
  const symbol = variableSymbol(checker, identifier);
  const declaration = symbol?.valueDeclaration;
  if (
    symbol === undefined ||
    declaration === undefined ||
    ts.isSourceFile(declaration) ||
    declaration.getSourceFile() !== node.getSourceFile()
  )
    return;
  if (contains(outermost, declaration)) return;
  const owner = unitAround(declaration);
  if (!ts.isSourceFile(owner) && contains(owner, node)) symbols.add(symbol);
}

/** The variable that an identifier names, also in the short form of a property, and as a parameter that makes one. */
export function variableSymbol(checker: ts.TypeChecker, node: ts.Identifier): ts.Symbol | undefined {
  if (ts.isShorthandPropertyAssignment(node.parent) && node.parent.name === node) {
    return checker.getShorthandAssignmentValueSymbol(node.parent);
  }
  const { parent } = node;
  if (
    ts.isParameter(parent) &&
    parent.name === node &&
    ts.isParameterPropertyDeclaration(parent, parent.parent)
  ) {
    // Its name declares a member as well.
    return checker.getSymbolsOfParameterPropertyDeclaration(parent, node.text)[0];
  }
  return checker.getSymbolAtLocation(node);
}

function isNameOfMember(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isMethodDeclaration(parent) && parent.name === node)
  );
}

export function contains(outer: ts.Node, innerNode: ts.Node): boolean {
  return outer.pos <= innerNode.pos && outer.end >= innerNode.end;
}

function namesInInnerUnits(unit: UnitNode): ReadonlySet<string> {
  const names = new Set<string>();
  visitBelow(unit, (node) => {
    if (node === unit || !(isFunctionNode(node) || ts.isClassLike(node))) return true;
    visitBelow(node, (inner) => {
      if (ts.isIdentifier(inner)) names.add(inner.text);
      return true;
    });
    return false;
  });
  return names;
}

function assignedNames(unit: UnitNode): ReadonlySet<string> {
  const names = new Set<string>();
  for (const target of targetsIn(unit)) addNames(target, names);
  return names;
}

function reboundNames(unit: UnitNode): ReadonlySet<string> {
  const names = new Set<string>();
  for (const target of targetsIn(unit)) addRebound(target, names);
  return names;
}

const CHANGING: ReadonlySet<string> = new Set([
  'push',
  'unshift',
  'splice',
  'fill',
  'pop',
  'shift',
  'add',
  'delete',
  'clear',
]);

function changedNames(unit: UnitNode): ReadonlySet<string> {
  const names = new Set<string>();
  visitBelow(unit, (node) => {
    const isCalled =
      ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent) && CHANGING.has(node.name.text);
    const isSet =
      ts.isElementAccessExpression(node) &&
      ts.isBinaryExpression(node.parent) &&
      node.parent.left === node &&
      isAssignment(node.parent.operatorToken.kind);
    if (!isCalled && !isSet) return true;
    const list = unwrap(node.expression);
    if (ts.isIdentifier(list)) names.add(list.text);
    else if (ts.isPropertyAccessExpression(list)) names.add(list.name.text);
    return true;
  });
  return names;
}

/** What assignments and loops below a unit give values to. */
function targetsIn(unit: UnitNode): readonly ts.Expression[] {
  const targets: ts.Expression[] = [];
  visitBelow(unit, (node) => {
    if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) targets.push(node.left);
    if ((ts.isForInStatement(node) || ts.isForOfStatement(node)) && ts.isExpression(node.initializer))
      targets.push(node.initializer);
    return true;
  });
  return targets;
}

/** A write to a member gives no name another value. */
function addRebound(target: ts.Node, names: Set<string>): void {
  if (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)) return;
  if (ts.isIdentifier(target)) names.add(target.text);
  else ts.forEachChild(target, (child) => addRebound(child, names));
}

export function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function addNames(target: ts.Node, names: Set<string>): void {
  if (ts.isIdentifier(target)) names.add(target.text);
  else ts.forEachChild(target, (child) => addNames(child, names));
}

function remember<Key extends object, Item>(cache: WeakMap<Key, Item>, key: Key, create: () => Item): Item {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const created = create();
  cache.set(key, created);
  return created;
}
