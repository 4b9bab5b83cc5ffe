/** What a value of a type gives: its members, its results, what it hands to callbacks. */
import ts from 'typescript';

export interface Given {
  /** As steps of an access path. */
  readonly step: string;
  readonly type: ts.Type;
  /** A function that is a member: what it gives is told with it. */
  readonly isCalled?: boolean;
  /** What a callback is handed. */
  readonly isHanded?: boolean;
}

/** One step from a value, in the order of the declarations. */
export function* givenBy(checker: ts.TypeChecker, type: ts.Type): Generator<Given> {
  if (type.getSymbol()?.name === 'Promise') {
    const awaited = checker.getAwaitedType(type);
    if (awaited !== undefined) yield { step: 'Awaited', type: awaited };
    return;
  }
  for (const signature of type.getConstructSignatures()) yield* byCall(checker, signature, 'Instance');
  for (const signature of type.getCallSignatures()) yield* byCall(checker, signature, 'ReturnValue');
  const element = elementOf(checker, type) ?? elementOfSet(checker, type);
  if (element !== undefined) yield { step: 'ArrayElement', type: element };
  else yield* byMembers(checker, type);
}

function* byCall(checker: ts.TypeChecker, signature: ts.Signature, step: string): Generator<Given> {
  yield { step, type: signature.getReturnType() };
  for (const [index, parameter] of signature.getParameters().entries())
    for (const callback of callbacksOf(checker, parameter))
      for (const [place, given] of callback.getParameters().entries())
        yield {
          step: `Argument[${index}${isRest(parameter) ? '..' : ''}].Parameter[${place}]`,
          type: checker.getTypeOfSymbol(given),
        };
}

/** Also those of a list: handlers that a route is given one behind the other. */
function callbacksOf(checker: ts.TypeChecker, parameter: ts.Symbol): readonly ts.Signature[] {
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(parameter));
  const parts = type.isUnion() ? type.types : [type];
  const elements = parts.flatMap((part) => elementOf(checker, part) ?? []);
  return [...parts, ...elements.flatMap((one) => (one.isUnion() ? one.types : [one]))].flatMap((part) =>
    part.getCallSignatures(),
  );
}

const isRest = ({ valueDeclaration }: ts.Symbol): boolean =>
  valueDeclaration !== undefined &&
  ts.isParameter(valueDeclaration) &&
  valueDeclaration.dotDotDotToken !== undefined;

function elementOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  return checker.isArrayType(type) || checker.isTupleType(type)
    ? checker.getIndexTypeOfType(type, ts.IndexKind.Number)
    : undefined;
}

/** A set is walked as a list is. */
function elementOfSet(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  const isSet = type.getSymbol()?.name === 'Set' || type.getSymbol()?.name === 'ReadonlySet';
  return isSet && isReference(type) ? checker.getTypeArguments(type)[0] : undefined;
}

const isReference = (type: ts.Type): type is ts.TypeReference => 'target' in type;

/** Members that only underscores tell apart from private ones are no face. */
function* byMembers(checker: ts.TypeChecker, type: ts.Type): Generator<Given> {
  for (const property of checker.getPropertiesOfType(type)) {
    if (!/^[A-Za-z$][\w$]*$/.test(property.name) || property.name === 'prototype' || isHidden(property))
      continue;
    const step = `Member[${property.name}]`;
    const own = checker.getTypeOfSymbol(property);
    const isCalled = own.getCallSignatures().length > 0;
    yield { step, type: own, isCalled };
    if (isCalled) yield* byCalls(checker, own, property.name, `${step}.`);
  }
}

/** Who listens is told by the name of the event. */
const LISTENS = /^(?:on|once|off|emit|before|after)[A-Z]?|[Ll]isteners?$|[Hh]ooks?$/;

function* byCalls(checker: ts.TypeChecker, type: ts.Type, name: string, before: string): Generator<Given> {
  for (const signature of type.getCallSignatures())
    for (const given of byCall(checker, signature, 'ReturnValue'))
      if (!given.isHanded || !LISTENS.test(name)) yield { ...given, step: before + given.step };
}

function isHidden({ valueDeclaration }: ts.Symbol): boolean {
  if (valueDeclaration === undefined) return false;
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return (ts.getCombinedModifierFlags(valueDeclaration) & hidden) !== 0;
}
