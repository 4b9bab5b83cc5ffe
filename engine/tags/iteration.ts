/** What iterating over a value yields, read from the types of the iteration protocol. */
import type ts from 'typescript';

/** The types that an iterator method (`[Symbol.iterator]`, `[Symbol.asyncIterator]`) makes its iterator yield. */
export function iteratedTypes(checker: ts.TypeChecker, method: ts.Type): readonly ts.Type[] {
  return memberSignatureTypes(checker, method).results.flatMap((iterator) => yieldedTypes(checker, iterator));
}

/** First parameters and results of a method's signatures. */
export function memberSignatureTypes(
  checker: ts.TypeChecker,
  method: ts.Type,
): { readonly parameters: readonly ts.Type[]; readonly results: readonly ts.Type[] } {
  const signatures = method.getCallSignatures();
  const parameters = signatures.flatMap((signature) => signature.parameters.slice(0, 1));
  return {
    parameters: parameters.map((parameter) => checker.getTypeOfSymbol(parameter)),
    results: signatures.map((signature) => checker.getReturnTypeOfSignature(signature)),
  };
}

function yieldedTypes(checker: ts.TypeChecker, iterator: ts.Type): readonly ts.Type[] {
  const next = checker.getPropertyOfType(iterator, 'next');
  if (next === undefined) return [];
  const steps = memberSignatureTypes(checker, checker.getTypeOfSymbol(next)).results;
  return steps
    .flatMap((step) => constituents(checker.getAwaitedType(step) ?? step))
    .flatMap((step) => {
      const value = checker.getPropertyOfType(step, 'value');
      return value === undefined || isFinalStep(checker, step) ? [] : [checker.getTypeOfSymbol(value)];
    });
}

/** `{ done: true, value: TReturn }`: what a generator returns is not what it yields. */
function isFinalStep(checker: ts.TypeChecker, step: ts.Type): boolean {
  const done = checker.getPropertyOfType(step, 'done');
  return done !== undefined && checker.typeToString(checker.getTypeOfSymbol(done)) === 'true';
}

function constituents(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}
