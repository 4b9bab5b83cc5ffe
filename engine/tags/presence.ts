/** Whether a program can hold tags at all, from the texts of its files: what makes untagged programs free. */
import ts from 'typescript';
import type { Policy } from '../policy.ts';
import { mentionsTag } from './doc-comment.ts';
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
  const hasDeclaredTags = plaintext.length > 0 || nameHeuristics.length > 0 || files.some(mentionsTag);
  const packages = new Set(brands.map((brand) => brand.package));
  const hasTags =
    hasDeclaredTags || files.some((file) => imports(file, packages) || declaresBrand(program, file, brands));
  return { hasTags, hasDeclaredTags };
}

/** A specifier in quotes, whatever statement it stands in. */
function imports(file: ts.SourceFile, packages: ReadonlySet<string>): boolean {
  return [...packages].some((name) => [`'${name}`, `"${name}`].some((quoted) => file.text.includes(quoted)));
}

function declaresBrand(program: ts.Program, file: ts.SourceFile, brands: Policy['brands']): boolean {
  return brands.some(
    (brand) => file.text.includes(brand.name) && packageOf(program, file.fileName) === brand.package,
  );
}
