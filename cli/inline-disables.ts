/** Comments that switch rules off: `eslint-disable`, `-line`, `-next-line`, `eslint-enable`, and `eslint rule: off`. */
import ts from 'typescript';

/** A position as ESLint counts it, both from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** Whether a rule is switched off at a position. */
export type InlineDisables = (qualifiedRule: string, at: Position) => boolean;

type DirectiveType = 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'config';

interface Directive {
  readonly type: DirectiveType;
  /** What stands after the directive's name, without the reason. */
  readonly text: string;
  /** The rules that it names; none means all. */
  readonly rules: readonly string[];
  readonly start: Position;
  readonly endLine: number;
}

/** Reads the comments of a file. */
export function inlineDisablesOf(sourceFile: ts.SourceFile): InlineDisables {
  if (!sourceFile.text.includes('eslint')) return () => false;
  const directives = commentsOf(sourceFile).flatMap((comment) => directivesIn(sourceFile, comment));
  return (rule, at) =>
    isOffForLine(directives, rule, at) ||
    isOffFromAbove(directives, rule, at) ||
    directives.some(({ type, text }) => type === 'config' && switchesOff(text, rule));
}

function isOffForLine(directives: readonly Directive[], rule: string, at: Position): boolean {
  return directives.some(
    (directive) =>
      ((directive.type === 'disable-line' && directive.start.line === at.line) ||
        (directive.type === 'disable-next-line' && directive.endLine + 1 === at.line)) &&
      concerns(directive, rule),
  );
}

/** The last directive before the position decides. */
function isOffFromAbove(directives: readonly Directive[], rule: string, at: Position): boolean {
  const last = directives.findLast(
    (directive) =>
      (directive.type === 'disable' || directive.type === 'enable') &&
      isBefore(directive.start, at) &&
      concerns(directive, rule),
  );
  return last?.type === 'disable';
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.column <= other.column);
}

function concerns({ rules }: Directive, rule: string): boolean {
  return rules.length === 0 || rules.includes(rule);
}

/** Finds the rule in `rule: off, "other/rule": [0, {}]`. */
function switchesOff(text: string, rule: string): boolean {
  const name = rule.replace(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);
  return new RegExp(String.raw`(?:^|[\s,{'"])${name}['"]?\s*:\s*\[?\s*(?:['"]?off\b|['"]?0\b)`, 'u').test(
    text,
  );
}

function directivesIn(sourceFile: ts.SourceFile, comment: ts.CommentRange): readonly Directive[] {
  const isBlock = comment.kind === ts.SyntaxKind.MultiLineCommentTrivia;
  const whole = sourceFile.text.slice(comment.pos + 2, isBlock ? comment.end - 2 : comment.end).trim();
  const match =
    /^eslint(?:-(?<type>disable|enable|disable-line|disable-next-line))?(?:\s+(?<text>.*))?$/su.exec(
      whole.split(/\s-{2,}\s/u, 1)[0]?.trim() ?? '',
    );
  if (match === null) return [];
  const type = directiveType(match.groups?.['type']);
  if (!isBlock && type !== 'disable-line' && type !== 'disable-next-line') return [];
  const text = match.groups?.['text'] ?? '';
  const start = positionOf(sourceFile, comment.pos);
  return [{ type, text, rules: rulesIn(text), start, endLine: positionOf(sourceFile, comment.end).line }];
}

function directiveType(word: string | undefined): DirectiveType {
  const types = ['disable', 'enable', 'disable-line', 'disable-next-line'] as const;
  return types.find((type) => type === word) ?? 'config';
}

function rulesIn(text: string): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim().replace(/^(['"]?)(.*)\1$/su, '$2'))
    .filter((name) => name !== '');
}

function positionOf(sourceFile: ts.SourceFile, offset: number): Position {
  const { line, character } = sourceFile.getLineAndCharacterOfPosition(offset);
  return { line: line + 1, column: character + 1 };
}

/** All comments in order: those before and after each token, where the text of a template or of JSX is none. */
function commentsOf(sourceFile: ts.SourceFile): readonly ts.CommentRange[] {
  const found = new Map<number, ts.CommentRange>();
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(sourceFile);
    if (children.length > 0) children.forEach(visit);
    else if (node.kind !== ts.SyntaxKind.JsxText)
      for (const comment of commentsAround(sourceFile.text, node)) found.set(comment.pos, comment);
  };
  visit(sourceFile);
  return [...found.values()].toSorted((one, other) => one.pos - other.pos);
}

function commentsAround(text: string, token: ts.Node): readonly ts.CommentRange[] {
  return [
    ...(ts.getLeadingCommentRanges(text, token.pos) ?? []),
    ...(ts.getTrailingCommentRanges(text, token.pos) ?? []),
    ...(ts.getTrailingCommentRanges(text, token.end) ?? []),
  ];
}
