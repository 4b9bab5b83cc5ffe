/** Calls of code with neither a body nor a row: everything that goes in may come out, anywhere. */
import { derivedFromAll } from '../implicit-flows.ts';
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { isPrimitive } from '../builtin-members.ts';
import { callEscaped } from './callbacks.ts';
import type { CallRequest } from './request.ts';
import { CONTENT } from '../keys.ts';
import { sinkName } from '../naming.ts';
import { noteGap } from '../note-gap.ts';
import { argumentsFrom } from '../summary.ts';
import { contentOf } from '../values/content.ts';
import { write } from '../values/memory.ts';
import { NOTHING, type Value, isNothing, join, withStep } from '../values/value.ts';

// labels(arguments) + labels(this) are in labels(result), labels(this), labels(mutable arguments) and labels(thrown)
export function callUnmodelled(activation: Activation, request: CallRequest): Value {
  const { args, node } = request;
  const ignores = activation.engine.policy.unmodelledCalls === 'ignore';
  const all = join(argumentsFrom(args, 0), join(args.self, { ...NOTHING, atoms: request.callee.atoms }));
  const content = ignores ? NOTHING : contentOf(activation, all);
  const returned = callEscaped(activation, request, content);
  const made = join(content, contentOf(activation, returned));
  if (ignores || isNothing(made)) return NOTHING;
  noteUnmodelled(activation, request, all);
  const stepped = withStep(made, {
    node,
    what: `passed through ${sinkName(node)}, which nothing is known of`,
  });
  write(activation, args.self, CONTENT, stepped, false);
  args.positional.forEach((target, index) => {
    if (mayChange(activation, node, index)) write(activation, target, CONTENT, stepped, false);
  });
  activation.thrown = join(activation.thrown, stepped);
  return holdsContent(activation, node) ? stepped : derivedFromAll(activation, stepped);
}

/** A text or a number stays what it is, whoever gets it. */
function mayChange(activation: Activation, node: ts.Node, index: number): boolean {
  const argument =
    ts.isCallExpression(node) || ts.isNewExpression(node) ? node.arguments?.[index] : undefined;
  if (argument === undefined) return true;
  const type = activation.engine.checker.getTypeAtLocation(argument);
  return !isPrimitive(type);
}

/** A result that can only be a boolean or nothing holds no content. */
function holdsContent(activation: Activation, node: ts.Node): boolean {
  if (!ts.isExpression(node)) return true;
  return !activation.engine.oracle.isContentFree(activation.engine.checker.getTypeAtLocation(node));
}

function noteUnmodelled(activation: Activation, request: CallRequest, value: Value): void {
  const name = sinkName(request.node);
  if (name === '') return;
  noteGap(activation, `unmodelled ${request.key}`, {
    reason: 'unmodelled',
    node: request.node,
    detail: name,
    value: contentOf(activation, value),
  });
}
