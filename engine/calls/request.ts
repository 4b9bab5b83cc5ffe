/** A call as the evaluator hands it on. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { constantInitializer } from '../evaluate/constants.ts';
import { isBuiltIn } from '../evaluate/built-in-names.ts';
import { unwrap } from '../program/syntax.ts';
import type { CallArguments } from '../summary.ts';
import type { Atom } from '../values/atom.ts';
import type { Value } from '../values/value.ts';

/** Where a finding is reported whose label arrives as this atom. */
export type PlaceOf = (atom: Atom) => ts.Node;

export interface CallRequest {
  readonly callee: Value;
  readonly args: CallArguments;
  readonly node: ts.Node;
  readonly placeOf: PlaceOf;
  /** Tells this call from another when it must wait for the caller. */
  readonly key: string;
  readonly isNew: boolean;
  /** The ids of the objects that rows have had this call make so far. */
  readonly made?: Set<string>;
}

/** The text of an argument that is known before the program runs: written there, or the one that its type allows. */
export function textOfArgument(activation: Activation, node: ts.Node, index: number): string | undefined {
  const isCall = ts.isCallExpression(node) || ts.isNewExpression(node);
  const written = isCall ? node.arguments?.[index] : undefined;
  if (written === undefined) return undefined;
  const argument = unwrap(written);
  if (ts.isStringLiteralLike(argument)) return argument.text;
  const type = activation.engine.checker.getTypeAtLocation(argument);
  if (type.isStringLiteral()) return type.value;
  if ((type.flags & ts.TypeFlags.Object) === 0) return undefined;
  const name = nameOfEvent(activation, argument);
  return name !== undefined && ts.isStringLiteralLike(name) ? name.text : undefined;
}

/** What names an argument: `name` in `new CustomEvent(name, ...)`, in place or in a constant. Another one names itself. */
export function namingExpression(activation: Activation, argument: ts.Expression): ts.Expression {
  return nameOfEvent(activation, unwrap(argument)) ?? argument;
}

/** A class of one's own may name its events itself. */
function nameOfEvent(activation: Activation, argument: ts.Expression): ts.Expression | undefined {
  const made = ts.isIdentifier(argument) ? constantInitializer(activation, argument) : argument;
  if (made === undefined || !ts.isNewExpression(made)) return undefined;
  const isEvent = ['Event', 'CustomEvent', 'MessageEvent'].some((one) =>
    isBuiltIn(activation, made.expression, one),
  );
  return isEvent ? made.arguments?.[0] : undefined;
}

/** A call at a node of the program, reported there. */
export function requestAt(
  activation: Activation,
  node: ts.Node,
  callee: Value,
  args: CallArguments,
): CallRequest {
  const isNew = ts.isNewExpression(node);
  return {
    callee,
    args,
    node,
    placeOf: () => node,
    key: String(activation.numbers.of(node)),
    isNew,
    made: new Set(),
  };
}
