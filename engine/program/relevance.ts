/** Which pieces can hold a label of their own: those that can see a tag or a source. The rest is looked at when it is called. */
import type ts from 'typescript';
import { once } from '../once.ts';
import type { Policy } from '../policy.ts';
import { carriersOf, isSeenEverywhere } from './carriers.ts';
import { type Imports, createImports } from './imports.ts';
import { type Mentions, createMentions } from './mentions.ts';
import { type Piece, isOwnCode, piecesOf } from './pieces.ts';
import type { ProgramIndex } from './program-index.ts';
import { handsOverCode, namesOfCode } from './registrations.ts';

export interface Relevance {
  readonly imports: Imports;
  readonly mentions: Mentions;
  /** What can hold a label before anything is known of the program's state. */
  readonly pieces: ReadonlySet<Piece>;
}

export function relevanceOf(program: ts.Program, policy: Policy, index: ProgramIndex): Relevance {
  const imports = createImports(program.getTypeChecker());
  const mentions = createMentions(program, index, imports);
  return { imports, mentions, pieces: relevantPieces(program, policy, index, imports, mentions) };
}

/** The pieces that can see a tag or a source, and those that hand code to what these see. */
function relevantPieces(
  program: ts.Program,
  policy: Policy,
  { files }: ProgramIndex,
  imports: Imports,
  mentions: Mentions,
): ReadonlySet<Piece> {
  const all = files.flatMap(piecesOf);
  if (isEverywhere(policy)) return new Set(all);
  const carriers = carriersOf(program, policy, files, imports);
  if (carriers.some((one) => isSeenEverywhere(one.getSourceFile()))) return new Set(all);
  const tagged = mentions.reaching(carriers);
  const shared = [...mentions.reachedFrom(tagged)].filter(isOwnCode);
  const seeing = mentions.reaching(shared);
  const names = new Map(files.map((file) => [file, once(() => namesOfCode(file))]));
  const codeOf = (file: ts.SourceFile): ReadonlySet<string> => names.get(file)?.() ?? new Set();
  return new Set(
    all.filter((one) => tagged.has(one) || (seeing.has(one) && handsOverCode(one, seeing, mentions, codeOf))),
  );
}

/** Sources and tags that need no import to be seen. */
function isEverywhere({ models, nameHeuristics }: Policy): boolean {
  return (
    nameHeuristics.length > 0 || models.sources.some(({ type, by }) => type === 'global' || by === 'shape')
  );
}
