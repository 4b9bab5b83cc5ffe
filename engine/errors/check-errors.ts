/** Errors as sinks: their message, their cause and their own properties travel to whoever catches and prints them. */
import ts from 'typescript';
import type { Activation, Engine } from '../activation.ts';
import { checkSink } from '../calls/sinks.ts';
import { isLookedFor, languageSink } from '../language-sinks.ts';
import { type CallArguments, argumentsFrom } from '../summary.ts';
import { type Value, isNothing } from '../values/value.ts';
import { isErrorType } from './error-type.ts';

const ERROR = languageSink('error');

const isAsked = ({ engine }: Activation): boolean => isLookedFor(engine, ERROR);

/** `new HttpError(400, body)`: of a class without a body, any argument may end in the message. */
export function checkNewError(
  activation: Activation,
  node: ts.NewExpression,
  callee: Value,
  args: CallArguments,
): void {
  if (!isAsked(activation) || args.positional.length === 0 || callee.objects.size > 0) return;
  const { checker } = activation.engine;
  if (isErrorType(activation.engine, checker.getTypeAtLocation(node)))
    check(activation, argumentsFrom(args, 0), node);
}

/** `super(body)` in a class that extends an error of the language or of a package. */
export function checkSuperError(
  activation: Activation,
  owner: ts.ClassLikeDeclaration | undefined,
  node: ts.Node,
  callee: Value,
  args: CallArguments,
): void {
  if (!isAsked(activation) || owner === undefined) return;
  if (args.positional.length === 0 || callee.objects.size > 0) return;
  if (isErrorType(activation.engine, activation.engine.checker.getTypeAtLocation(owner)))
    check(activation, argumentsFrom(args, 0), node);
}

/** `error.body = body`. */
export function checkErrorMember(activation: Activation, value: Value, node: ts.Node): void {
  if (!isAsked(activation) || isNothing(value) || !ts.isPropertyAccessExpression(node)) return;
  if (ts.isPrivateIdentifier(node.name)) return;
  const { checker } = activation.engine;
  if (!isErrorType(activation.engine, checker.getTypeAtLocation(node.expression))) return;
  check(activation, value, ts.isBinaryExpression(node.parent) ? node.parent : node);
}

/** Fields of a class of errors, by their initialisers and as parameters of its constructor. */
export function checkErrorField(activation: Activation, value: Value, member: ts.Node): void {
  if (!isAsked(activation) || isNothing(value)) return;
  const owner = ts.findAncestor(member, ts.isClassLike);
  const { checker } = activation.engine;
  if (
    owner?.heritageClauses !== undefined &&
    isErrorType(activation.engine, checker.getTypeAtLocation(owner))
  )
    check(activation, value, member);
}

/** `Object.assign(error, { body })`. */
export function checkAssignedError(
  activation: Activation,
  node: ts.CallExpression,
  args: CallArguments,
): void {
  const { expression, arguments: given } = node;
  const [target] = given;
  const isAssign =
    ts.isPropertyAccessExpression(expression) &&
    expression.name.text === 'assign' &&
    ts.isIdentifier(expression.expression) &&
    expression.expression.text === 'Object';
  if (!isAssign || target === undefined || !isAsked(activation)) return;
  const { checker } = activation.engine;
  if (isErrorType(activation.engine, checker.getTypeAtLocation(target)))
    check(activation, argumentsFrom(args, 1), node);
}

/** `throw body`, and `throw { body }`: what is thrown is no error, and travels all the same. */
export function checkThrown(activation: Activation, node: ts.ThrowStatement, value: Value): void {
  if (!isAsked(activation) || isNothing(value)) return;
  const { engine } = activation;
  const type = engine.checker.getTypeAtLocation(node.expression);
  if ((type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0 || isErrorType(engine, type)) return;
  check(activation, value, node);
}

/** `Error(body)`, and what a package makes an error with: `createError(400, body)`. */
export function checkMadeError(
  activation: Activation,
  node: ts.CallExpression,
  callee: Value,
  args: CallArguments,
): void {
  if (!isAsked(activation) || args.positional.length === 0 || callee.objects.size > 0) return;
  const { engine } = activation;
  const declaration = engine.checker.getResolvedSignature(node)?.declaration;
  if (declaration === undefined || !declaration.getSourceFile().isDeclarationFile) return;
  if (!isErrorType(engine, engine.checker.getTypeAtLocation(node)) || isLookUp(engine, declaration)) return;
  check(activation, argumentsFrom(args, 0), node);
}

/** A method of the language finds errors that are there: only its constructors make one. */
function isLookUp({ program }: Engine, declaration: ts.Node): boolean {
  if (!program.isSourceFileDefaultLibrary(declaration.getSourceFile())) return false;
  return !(
    ts.isInterfaceDeclaration(declaration.parent) && /ErrorConstructor$/.test(declaration.parent.name.text)
  );
}

function check(activation: Activation, value: Value, node: ts.Node): void {
  if (!isNothing(value)) checkSink(activation, ERROR, value, node, () => node);
}
