/** The JSDoc tag `@sink KIND PARAMETER` above a function: what it is handed there may not be plaintext. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { docCommentsOf } from '../tags/doc-comment.ts';
import { fileMentions } from '../tags/file-text.ts';
import { namedParameters } from '../program/units.ts';
import { type CallArguments, argumentAt, argumentsFrom } from '../summary.ts';
import type { PlaceOf } from './request.ts';
import { checkSink } from './sinks.ts';

const TAG = '@sink';

interface DocumentedSink {
  readonly kind: string;
  /** Empty for all parameters. */
  readonly parameter: string;
}

/** Checks what a call hands to a declaration with such a tag. */
export function checkDocumentedSinks(
  activation: Activation,
  declaration: ts.Node,
  args: CallArguments,
  node: ts.Node,
  placeOf: PlaceOf,
): void {
  if (!ts.isFunctionLike(declaration)) return;
  for (const { kind, parameter } of sinksOf(declaration)) {
    if (!isKnownKind(activation, kind)) continue;
    const parameters = namedParameters(declaration.parameters.filter(ts.isParameter));
    const index = parameters.findIndex(({ name }) => name.getText() === parameter);
    const isRest = parameters[index]?.dotDotDotToken !== undefined;
    const value = index < 0 || isRest ? argumentsFrom(args, Math.max(0, index)) : argumentAt(args, index);
    if (index >= 0 || parameter === '')
      checkSink(activation, { type: '', path: '', kind }, value, node, placeOf);
  }
}

/** The declaration of a callee that has no body here and such a tag. */
export function documentedDeclaration(checker: ts.TypeChecker, node: ts.CallExpression): ts.Node | undefined {
  const declaration = checker.getResolvedSignature(node)?.declaration;
  if (declaration === undefined || ('body' in declaration && declaration.body !== undefined))
    return undefined;
  return fileMentions(declaration.getSourceFile(), TAG) ? declaration : undefined;
}

function sinksOf(declaration: ts.Node): readonly DocumentedSink[] {
  if (!fileMentions(declaration.getSourceFile(), TAG)) return [];
  return docCommentsOf(declaration).flatMap((comment) =>
    [...comment.matchAll(/@sink[ \t]+([a-z-]+)(?:[ \t]+([\w$]+))?/g)].map(
      ([, kind = '', parameter = '']) => ({
        kind,
        parameter,
      }),
    ),
  );
}

/** A kind that no row and no rule has is a slip, and no sink. */
function isKnownKind({ engine: { policy } }: Activation, kind: string): boolean {
  return (
    policy.models.sinks.some((row) => row.kind === kind) ||
    policy.languageKinds?.some((one) => one === kind) === true
  );
}
