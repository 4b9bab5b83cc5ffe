/** Classes: what making an instance does, where a member is found, and what the class itself runs. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { applySummary } from '../calls/apply.ts';
import { callModelled } from '../calls/modelled.ts';
import { requestAt, type CallRequest } from '../calls/call.ts';
import { CONTENT } from '../keys.ts';
import { constructorOf, isStatic } from '../program/units.ts';
import { nameText } from '../program/program-index.ts';
import { argumentAt, type CallArguments } from '../summary.ts';
import { allocate, entriesOf, write } from '../values/memory.ts';
import { NOTHING, valueOfObject, type AbstractObject, type Value } from '../values/value.ts';
import { classObject, closureOf, thisValue } from './closures.ts';
import { evaluate } from './expressions.ts';
import { writeDeclared } from './members.ts';
import { bindParameters } from './parameters.ts';
import { runStatements } from './statements.ts';

/** A member of a class: a parameter property counts as one. */
export type ClassMember = ts.ClassElement | ts.ParameterDeclaration;

/** `new C(...)`: an instance, and whatever its constructor does to it. */
export function construct(activation: Activation, object: AbstractObject, request: CallRequest): Value {
  if (object.classNode === undefined) return NOTHING;
  const instance: AbstractObject = {
    id: `o${request.key}`,
    kind: 'instance',
    node: request.node,
    classNode: object.classNode,
    isGlobal: false,
    isMany: false,
  };
  const self = allocate(activation, instance);
  const summary = activation.engine.summaryOf(object.classNode, activation.reader);
  applySummary(activation, summary, object, { ...request.args, self }, request.node, request.placeOf);
  return self;
}

/** The class and its superclasses, nearest first. */
export function ancestorsOf(activation: Activation, node: ts.ClassLikeDeclaration): readonly ts.ClassLikeDeclaration[] {
  const ancestors: ts.ClassLikeDeclaration[] = [];
  for (let next: ts.ClassLikeDeclaration | undefined = node; next !== undefined && !ancestors.includes(next); ) {
    ancestors.push(next);
    next = superclassOf(activation, next);
  }
  return ancestors;
}

function superclassOf(activation: Activation, node: ts.ClassLikeDeclaration): ts.ClassLikeDeclaration | undefined {
  const expression = superExpression(node);
  if (expression === undefined) return undefined;
  const { checker } = activation.engine;
  const symbol = checker.getSymbolAtLocation(expression);
  const target = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
  const declaration = target?.valueDeclaration;
  return declaration !== undefined && ts.isClassLike(declaration) && !declaration.getSourceFile().isDeclarationFile ? declaration : undefined;
}

function superExpression(node: ts.ClassLikeDeclaration): ts.Expression | undefined {
  return node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0]?.expression;
}

/** The declaration with code under a name, in the class or above it. */
export function findMember(
  activation: Activation,
  node: ts.ClassLikeDeclaration,
  name: string,
  wantsStatic: boolean,
): ClassMember | undefined {
  for (const owner of ancestorsOf(activation, node)) {
    const member = owner.members.find((one) => isMemberNamed(one, name) && isStatic(one) === wantsStatic);
    if (member !== undefined) return member;
  }
  return undefined;
}

function isMemberNamed(member: ts.ClassElement, name: string): boolean {
  const hasCode = (ts.isMethodDeclaration(member) || ts.isGetAccessorDeclaration(member)) && member.body !== undefined;
  return hasCode && nameText(member.name) === name;
}

/** `super.name`, as the class around an expression sees it. */
export function superMember(activation: Activation, node: ts.PropertyAccessExpression): Value {
  const owner = classAround(node);
  const above = owner === undefined ? undefined : superclassOf(activation, owner);
  const member = above === undefined ? undefined : findMember(activation, above, node.name.text, isInStatic(node));
  return member !== undefined && ts.isMethodDeclaration(member) && hasBody(member) ? valueOfObject(closureOf(activation, member)) : NOTHING;
}

const hasBody = (node: ts.MethodDeclaration): node is ts.MethodDeclaration & { readonly body: ts.Block } => node.body !== undefined;

function classAround(node: ts.Node): ts.ClassLikeDeclaration | undefined {
  return ts.findAncestor(node, ts.isClassLike);
}

function isInStatic(node: ts.Node): boolean {
  const member = ts.findAncestor(node, ts.isClassElement);
  return member !== undefined && isStatic(member);
}

/** What `new` does before and in the constructor: the superclass, the fields, the body. */
export function runConstruction(activation: Activation, node: ts.ClassLikeDeclaration): void {
  const declared = constructorOf(node);
  if (declared === undefined) {
    const rest = bindParameters(activation, []);
    callSuper(activation, node, node, rest);
  } else bindParameters(activation, declared.parameters);
  initialiseFields(activation, node, declared);
  if (declared?.body !== undefined) runStatements(activation, declared.body.statements);
}

function initialiseFields(activation: Activation, node: ts.ClassLikeDeclaration, declared: ts.ConstructorDeclaration | undefined): void {
  const self = thisValue(activation);
  for (const member of node.members) {
    if (!ts.isPropertyDeclaration(member) || isStatic(member) || member.initializer === undefined) continue;
    writeDeclared(activation, self, nameText(member.name), evaluate(activation, member.initializer), member);
  }
  for (const parameter of declared?.parameters ?? []) {
    if (!ts.isParameterPropertyDeclaration(parameter, parameter.parent) || !ts.isIdentifier(parameter.name)) continue;
    writeDeclared(activation, self, parameter.name.text, evaluate(activation, parameter.name), parameter);
  }
}

/** `super(...)`: the superclass's constructor on the same `this`. */
export function callSuper(activation: Activation, owner: ts.ClassLikeDeclaration | undefined, node: ts.Node, args: CallArguments): void {
  const expression = owner === undefined ? undefined : superExpression(owner);
  if (expression === undefined) return;
  const self = thisValue(activation);
  const callee = evaluate(activation, expression);
  for (const object of callee.objects.values()) {
    if (object.classNode === undefined) continue;
    const summary = activation.engine.summaryOf(object.classNode, activation.reader);
    applySummary(activation, summary, object, { ...args, self }, node, () => node);
  }
  const made = callModelled(activation, { ...requestAt(activation, node, callee, { ...args, self }), isNew: true });
  if (made !== undefined) takeOver(activation, self, made);
  else if (callee.objects.size === 0) write(activation, self, CONTENT, argumentAt(args, 0), false);
}

/** What a modelled superclass makes becomes part of `this`. */
function takeOver(activation: Activation, self: Value, made: Value): void {
  for (const object of made.objects.values()) {
    for (const [key, value] of entriesOf(activation, object)) write(activation, self, key, value, false);
  }
  if (made.atoms.size > 0) write(activation, self, CONTENT, { ...NOTHING, atoms: made.atoms }, false);
}

/** What a class runs where it stands: its static members and blocks. */
export function evaluateClass(activation: Activation, node: ts.ClassLikeDeclaration): Value {
  const value = valueOfObject(classObject(activation, node));
  for (const member of node.members) {
    if (ts.isClassStaticBlockDeclaration(member)) runStatements(activation, member.body.statements);
    if (!ts.isPropertyDeclaration(member) || !isStatic(member) || member.initializer === undefined) continue;
    writeDeclared(activation, value, nameText(member.name), evaluate(activation, member.initializer), member);
  }
  return value;
}

