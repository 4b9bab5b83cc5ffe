/** What a function is given that only code without a body calls: of its parameters their types alone speak. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import type { ModelIndex } from '../models/index-face.ts';
import { objectAt, typedValue } from '../inputs.ts';
import { namedParameters } from '../program/units.ts';
import { typeArgumentsOf } from '../tags/type-kinds.ts';
import { build } from '../values/memory.ts';
import { NOTHING, type Value, join, joinAll } from '../values/value.ts';

/** One value for each parameter of the functions in a value. What is written into one is there when it is given back. */
export function givenFromOutside(activation: Activation, callee: Value): readonly Value[] {
  const lists = [...callee.objects.values()].map(({ functionNode }) =>
    functionNode === undefined || !ts.isFunctionLike(functionNode)
      ? []
      : namedParameters(functionNode.parameters),
  );
  const count = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: count }, (_, index) =>
    joinAll(lists.map((list) => typedParameter(activation, list[index]))),
  );
}

function typedParameter(activation: Activation, parameter: ts.ParameterDeclaration | undefined): Value {
  const isOne = parameter !== undefined && parameter.dotDotDotToken === undefined;
  if (!isOne || isKnownToBeClean(activation, parameter.name)) return NOTHING;
  const own = build(activation, objectAt(activation, parameter, 'object'), () => undefined);
  return join(typedValue(activation, parameter.name, true), own);
}

/** Such as the answer of a request, which leads to all of the request: that it is given back says nothing. */
const isKnownToBeClean = ({ engine: { checker, models } }: Activation, name: ts.BindingName): boolean =>
  isCleanType(models, checker.getTypeAtLocation(name));

/** Whether what the functions in a value give back is, by its type, something that rows know to be clean. */
export function givesClean({ engine: { checker, models } }: Activation, callee: Value): boolean {
  const types = [...callee.objects.values()].map(({ functionNode }) => {
    const signature =
      functionNode !== undefined && ts.isFunctionLike(functionNode)
        ? checker.getSignatureFromDeclaration(functionNode)
        : undefined;
    return signature && checker.getReturnTypeOfSignature(signature);
  });
  // A promise is looked into. What is never given, such as an answer whose `then` gives nothing, holds nothing.
  const isClean = (type: ts.Type | undefined): boolean =>
    type !== undefined &&
    [type, ...promisedBy(checker, type)].some(
      (one) => (one.flags & ts.TypeFlags.Never) !== 0 || isCleanType(models, one),
    );
  return types.length > 0 && types.every(isClean);
}

const isCleanType = (models: ModelIndex, type: ts.Type): boolean =>
  models.instanceNodes(type).some(({ clean }) => clean.length > 0);

const promisedBy = (checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] =>
  type.getSymbol()?.name === 'Promise' ? typeArgumentsOf(checker, type) : [];
