/** Sessions, contexts and keys, by their types: what lives as long as one session. */
import type ts from 'typescript';
import { packageOf } from '../engine/tags/package-of.ts';

const RUNTIME = 'stateless-runtime';

/** Methods that end what a session has opened. */
export const ENDINGS: ReadonlySet<string> = new Set([
  'close',
  'destroy',
  'dispose',
  'end',
  'teardown',
  'wipe',
]);

/** A session or a context: of the runtime, or a class of that name that can be ended. */
export function isSessionType(program: ts.Program, type: ts.Type): boolean {
  if (type.isUnion()) return type.types.some((part) => isSessionType(program, part));
  const symbol = type.aliasSymbol ?? type.getSymbol();
  if (symbol === undefined || !/(?:Session|Context)$/.test(symbol.name)) return false;
  return isOfRuntime(program, symbol) || isDisposable(type) || endingsOf(type).length > 0;
}

function isOfRuntime(program: ts.Program, { declarations }: ts.Symbol): boolean {
  return declarations?.some((one) => packageOf(program, one.getSourceFile().fileName) === RUNTIME) === true;
}

/** Whether `using`, or `await using`, can end it. */
export function disposalOf(type: ts.Type): 'using' | 'await using' | undefined {
  const names = type.getProperties().map(({ name }) => name);
  if (names.some((name) => name.startsWith('__@dispose'))) return 'using';
  return names.some((name) => name.startsWith('__@asyncDispose')) ? 'await using' : undefined;
}

const isDisposable = (type: ts.Type): boolean => disposalOf(type) !== undefined;

function endingsOf(type: ts.Type): readonly string[] {
  return type.getProperties().flatMap(({ name }) => (ENDINGS.has(name) ? [name] : []));
}

/** The type of an expression once it has been awaited. */
export function awaitedType(checker: ts.TypeChecker, node: ts.Node): ts.Type {
  const type = checker.getTypeAtLocation(node);
  return checker.getAwaitedType(type) ?? type;
}
