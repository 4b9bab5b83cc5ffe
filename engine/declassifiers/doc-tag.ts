/** The JSDoc tag `@declassifies REASON` above a function: what comes out of it is released on purpose. */
import type ts from 'typescript';
import { docCommentsOf } from '../tags/doc-comment.ts';
import { fileMentions } from '../tags/file-text.ts';

const TAG = '@declassifies';

/** The reason that a function's doc comment gives; empty when it gives none, undefined when the tag is not there. */
export function documentedReason(declaration: ts.Node): string | undefined {
  if (!fileMentions(declaration.getSourceFile(), TAG)) return undefined;
  for (const comment of docCommentsOf(declaration)) {
    const found = /@declassifies(?![\w-])([^@]*?)(?:\n[ \t]*\**[ \t]*@|\*\/$)/.exec(comment)?.[1];
    if (found !== undefined) return reasonIn(found);
  }
  return undefined;
}

/** The words, without the stars at the beginning of each line. */
function reasonIn(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^[ \t]*\**[ \t]?/, '').trim());
  return lines.join(' ').replace(/^-\s+/, '').trim();
}

/** The declaration that releases, where a call's callee has no body here: an ambient function, a member of an interface. */
export function releasingDeclaration(checker: ts.TypeChecker, node: ts.CallExpression): ts.Node | undefined {
  const declaration = checker.getResolvedSignature(node)?.declaration;
  if (declaration === undefined || ('body' in declaration && declaration.body !== undefined))
    return undefined;
  return (documentedReason(declaration) ?? '') === '' ? undefined : declaration;
}
