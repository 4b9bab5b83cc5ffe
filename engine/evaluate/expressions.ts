/** Expressions: one transfer function a syntax kind. */
import { branching, decide, decided, derivedFrom } from '../implicit-flows.ts';
import { textOf } from './texts.ts';
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { delegate, sentValue } from '../calls/generators.ts';
import { binary } from './binary.ts';
import { callExpression, newExpression, taggedTemplate } from './call-expressions.ts';
import { evaluateClass } from './classes.ts';
import { markOperand } from './constructed.ts';
import { closureOf } from './closures.ts';
import { refine } from './conditions.ts';
import { constantOutcome } from './constants.ts';
import { superMember } from './super-members.ts';
import { jsx } from './jsx.ts';
import { arrayLiteral, objectLiteral } from './literals.ts';
import { readElement, readMember, writeElement, writeMember } from './members.ts';
import { readIdentifier } from './names.ts';
import { narrowedMember } from './narrowing.ts';
import { allArguments } from './parameters.ts';
import { isPlainType, iterate } from './patterns.ts';
import { keysOfExpression } from './member-names.ts';
import { trapAsk } from '../calls/traps.ts';
import { thisAt, typedValue } from '../inputs.ts';
import { evaluate, readDeclared } from '../interpreter.ts';
import { AWAITED, REJECTED } from '../keys.ts';
import { unwrap } from '../program/syntax.ts';
import { isFunctionNode } from '../program/units.ts';
import { contentOf } from '../values/content.ts';
import { read } from '../values/memory.ts';
import { fork, joinStates } from '../values/state.ts';
import { NOTHING, type Value, isNothing, join, joinAll, valueOfObject } from '../values/value.ts';

/** The table pairs each kind with the function of its node: methods are compared loosely enough to say so. */
type Transfer = { run(activation: Activation, node: ts.Expression): Value }['run'];

/** The value of an expression, and its effects on the state. */
export function evaluateExpression(activation: Activation, node: ts.Expression): Value {
  if (isFunctionNode(node)) return valueOfObject(closureOf(activation, node));
  if (ts.isClassExpression(node)) return evaluateClass(activation, node);
  const transfer = TRANSFERS.get(node.kind);
  if (transfer === undefined) return NOTHING;
  const outer = activation.at;
  activation.at = node;
  const value = transfer(activation, node);
  activation.at = outer;
  return value;
}

type Wrapper = ts.ParenthesizedExpression | ts.NonNullExpression | ts.SatisfiesExpression;

const passOn = (activation: Activation, node: Wrapper): Value => evaluate(activation, node.expression);

const TRANSFERS: ReadonlyMap<ts.SyntaxKind, Transfer> = new Map<ts.SyntaxKind, Transfer>([
  [ts.SyntaxKind.Identifier, identifier],
  [ts.SyntaxKind.ThisKeyword, thisAt],
  [ts.SyntaxKind.SuperKeyword, thisAt],
  [ts.SyntaxKind.ParenthesizedExpression, passOn],
  [ts.SyntaxKind.NonNullExpression, passOn],
  [ts.SyntaxKind.SatisfiesExpression, passOn],
  [ts.SyntaxKind.AsExpression, assertion],
  [ts.SyntaxKind.TypeAssertionExpression, assertion],
  [ts.SyntaxKind.TemplateExpression, template],
  [ts.SyntaxKind.TaggedTemplateExpression, taggedTemplate],
  [ts.SyntaxKind.BinaryExpression, binary],
  [ts.SyntaxKind.ConditionalExpression, conditional],
  [ts.SyntaxKind.PrefixUnaryExpression, prefix],
  [ts.SyntaxKind.PostfixUnaryExpression, postfix],
  [ts.SyntaxKind.AwaitExpression, awaited],
  [ts.SyntaxKind.YieldExpression, yielded],
  [ts.SyntaxKind.VoidExpression, quiet],
  [ts.SyntaxKind.TypeOfExpression, quiet],
  [ts.SyntaxKind.DeleteExpression, deletion],
  [ts.SyntaxKind.ObjectLiteralExpression, objectLiteral],
  [ts.SyntaxKind.ArrayLiteralExpression, arrayLiteral],
  [ts.SyntaxKind.PropertyAccessExpression, property],
  [ts.SyntaxKind.ElementAccessExpression, element],
  [ts.SyntaxKind.CallExpression, callExpression],
  [ts.SyntaxKind.NewExpression, newExpression],
  [ts.SyntaxKind.SpreadElement, spreadElement],
  [ts.SyntaxKind.JsxElement, jsx],
  [ts.SyntaxKind.JsxSelfClosingElement, jsx],
  [ts.SyntaxKind.JsxFragment, jsx],
]);

function identifier(activation: Activation, node: ts.Identifier): Value {
  return isArguments(activation, node) ? allArguments(activation) : readIdentifier(activation, node);
}

function postfix(activation: Activation, node: ts.PostfixUnaryExpression): Value {
  return contentOf(activation, evaluate(activation, node.operand));
}

function spreadElement(activation: Activation, node: ts.SpreadElement): Value {
  return iterate(activation, evaluate(activation, node.expression), node);
}

function isArguments(activation: Activation, node: ts.Identifier): boolean {
  return node.text === 'arguments' && !ts.isSourceFile(activation.unit);
}

/** A cast changes no content; a tagged type that it names is one more source. */
function assertion(activation: Activation, node: ts.AsExpression | ts.TypeAssertion): Value {
  const value = evaluate(activation, node.expression);
  if (isPlainType(node.type) || ts.isConstTypeReference(node.type)) return value;
  markOperand(activation, node.expression, node);
  return join(value, typedValue(activation, node, !isNothing(value)));
}

// labels(each span) are in labels(`${span}`)
function template(activation: Activation, node: ts.TemplateExpression): Value {
  return joinAll(
    node.templateSpans.map(({ expression }) =>
      textOf(activation, evaluate(activation, expression), expression),
    ),
  );
}

// labels(c ? a : b) = labels(a) + labels(b), each on its own branch
function conditional(activation: Activation, node: ts.ConditionalExpression): Value {
  const condition = evaluate(activation, node.condition);
  return branching(activation, () => {
    decide(activation, condition);
    return decided(activation, either(activation, node));
  });
}

function either(activation: Activation, node: ts.ConditionalExpression): Value {
  const outcome = constantOutcome(activation, node.condition);
  if (outcome !== undefined) return evaluate(activation, outcome ? node.whenTrue : node.whenFalse);
  const before = fork(activation.state);
  refine(activation, node.condition, true);
  const whenTrue = evaluate(activation, node.whenTrue);
  const after = activation.state;
  activation.state = before;
  refine(activation, node.condition, false);
  const whenFalse = evaluate(activation, node.whenFalse);
  activation.state = joinStates(after, activation.state);
  return join(whenTrue, whenFalse);
}

function prefix(activation: Activation, node: ts.PrefixUnaryExpression): Value {
  const value = evaluate(activation, node.operand);
  return node.operator === ts.SyntaxKind.ExclamationToken
    ? derivedFrom(activation, value)
    : contentOf(activation, value);
}

function awaited(activation: Activation, node: ts.AwaitExpression): Value {
  const promise = evaluate(activation, node.expression);
  activation.thrown = join(activation.thrown, read(activation, rejectable(promise), REJECTED));
  const own = [...promise.objects.values()].map((object) => readDeclared(activation, object, AWAITED, node));
  return joinAll([read(activation, promise, AWAITED), ...own]);
}

/** What an `await` may throw for: promises that are known, and what only the caller knows. */
function rejectable({ atoms, objects }: Value): Value {
  return {
    ...NOTHING,
    atoms: new Map(
      [...atoms].filter(([, { origin, reach }]) => origin.kind === 'input' && reach === 'value'),
    ),
    objects: new Map([...objects].filter(([, { kind }]) => kind === 'promise')),
  };
}

function yielded(activation: Activation, node: ts.YieldExpression): Value {
  const value = node.expression === undefined ? NOTHING : evaluate(activation, node.expression);
  const isDelegated = node.asteriskToken !== undefined;
  const items = isDelegated ? iterate(activation, value, node) : value;
  activation.yielded = join(activation.yielded, items);
  const result = isDelegated ? delegate(activation, value, node) : sentValue(activation, node);
  return join(result, typedValue(activation, node, !isNothing(result)));
}

/** The operand runs, and nothing of it comes out. */
function quiet(activation: Activation, node: ts.VoidExpression | ts.TypeOfExpression): Value {
  const value = evaluate(activation, node.expression);
  return ts.isTypeOfExpression(node) ? derivedFrom(activation, value) : NOTHING;
}

function deletion(activation: Activation, node: ts.DeleteExpression): Value {
  const target = unwrap(node.expression);
  if (ts.isPropertyAccessExpression(target)) {
    writeMember(activation, evaluate(activation, target.expression), target.name.text, NOTHING, target);
  } else if (ts.isElementAccessExpression(target)) {
    const keys = keysOfExpression(activation, target.argumentExpression) ?? [];
    const base = evaluate(activation, target.expression);
    trapAsk(activation, base, 'deleteProperty', evaluate(activation, target.argumentExpression), node);
    for (const key of keys) writeElement(activation, base, key, NOTHING, target, keys.length === 1);
  }
  return NOTHING;
}

function property(activation: Activation, node: ts.PropertyAccessExpression): Value {
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) return superMember(activation, node);
  return narrowedMember(
    activation,
    readMember(activation, evaluate(activation, node.expression), node.name.text, node),
    node,
  );
}

function element(activation: Activation, node: ts.ElementAccessExpression): Value {
  const base = evaluate(activation, node.expression);
  const index = evaluate(activation, node.argumentExpression);
  const found = readElement(
    activation,
    base,
    keysOfExpression(activation, node.argumentExpression),
    node,
    index,
  );
  return join(found, derivedFrom(activation, index));
}
