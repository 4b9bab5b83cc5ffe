/** How a text begins on every run. */
import ts from 'typescript';
import { constantOf } from './constant-values.ts';

export interface KnownText {
  /** The characters that are the same on every run, from the first on. */
  readonly start: string;
  /** Whether there are no others. */
  readonly isWhole: boolean;
}

const UNKNOWN: KnownText = { start: '', isWhole: false };

/** What is known of a text before the program runs. */
export function knownText(checker: ts.TypeChecker, node: ts.Expression): KnownText {
  const value = constantOf(checker, node);
  if (ts.isStringLiteralLike(value)) return { start: value.text, isWhole: true };
  if (ts.isTemplateExpression(value)) return templateText(checker, value);
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return joined(knownText(checker, value.left), () => knownText(checker, value.right));
  const type = checker.getTypeAtLocation(value);
  return type.isStringLiteral() ? { start: type.value, isWhole: true } : UNKNOWN;
}

function templateText(checker: ts.TypeChecker, { head, templateSpans }: ts.TemplateExpression): KnownText {
  return templateSpans.reduce<KnownText>(
    (text, { expression, literal }) =>
      joined(
        joined(text, () => knownText(checker, expression)),
        () => ({ start: literal.text, isWhole: true }),
      ),
    { start: head.text, isWhole: true },
  );
}

function joined(left: KnownText, right: () => KnownText): KnownText {
  if (!left.isWhole) return left;
  const { start, isWhole } = right();
  return { start: left.start + start, isWhole };
}
