/** Whether a program can hold tags at all, from the texts of its files: what makes untagged programs free. */
import type ts from 'typescript';
import type { BrandDeclaration, Policy } from '../policy.ts';
import { mentionsTag } from './doc-comment.ts';
import { fileMentions, fileQuotes } from './file-text.ts';
import { packageOf } from './package-of.ts';

export interface Presence {
  /** Any tag: a brand that is declared or imported, a doc comment, a row of the policy. */
  readonly hasTags: boolean;
  /** Tags that only declarations carry, so that types alone do not tell. */
  readonly hasDeclaredTags: boolean;
}

export function findPresence(
  program: ts.Program,
  { brands, plaintext, nameHeuristics }: Pick<Policy, 'brands' | 'plaintext' | 'nameHeuristics'>,
): Presence {
  const files = program.getSourceFiles().filter((file) => !program.isSourceFileDefaultLibrary(file));
  const isDeclared = (brand: BrandDeclaration): boolean =>
    files.some((file) => declares(program, file, brand));
  // A row of the policy settles it: no text is looked at then.
  if (plaintext.length > 0 || nameHeuristics.length > 0) return { hasTags: true, hasDeclaredTags: true };
  const present = brands.filter(
    (brand) => isDeclared(brand) || files.some((file) => fileQuotes(file, brand.package)),
  );
  const hasDeclaredTags =
    files.some(mentionsTag) ||
    present.some((brand) => !isDeclared(brand) || files.some((file) => isGivenAny(file, brand)));
  return { hasTags: hasDeclaredTags || present.length > 0, hasDeclaredTags };
}

function declares(program: ts.Program, file: ts.SourceFile, brand: BrandDeclaration): boolean {
  return fileMentions(file, brand.name) && packageOf(program, file.fileName) === brand.package;
}

/** `any` takes in every type that it is joined with, the brand too: there only the written type tells. */
function isGivenAny(file: ts.SourceFile, { name }: BrandDeclaration): boolean {
  return fileMentions(file, name) && new RegExp(`\\b${name}\\s*<\\s*any\\b`).test(file.text);
}
