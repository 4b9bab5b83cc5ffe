/** What the tests of the type oracle share: a program, its oracle, and trees written as lines. */
import type ts from 'typescript';
import { createTypeOracle } from '../../../engine/tags/oracle.ts';
import type { Policy } from '../../../engine/policy.ts';
import type { LabelTree, TypeOracle } from '../../../engine/tags/tree.ts';
import { fileOf, nodeOf, programOf } from '../../program.ts';

export const BRANDS = [
  { package: 'stateless-runtime', name: 'Plaintext' },
  { package: 'eslint-plugin-stateless', name: 'Plaintext' },
];

type TagPolicy = Pick<Policy, 'brands' | 'plaintext' | 'nameHeuristics'>;

export interface Asked {
  readonly program: ts.Program;
  readonly oracle: TypeOracle;
  /** The tree of the last node in `main.ts` with this text. */
  tree(text: string, nth?: number): LabelTree | undefined;
  /** Its tags with their paths, as `body: ChatMessage.body (plaintext)`. */
  tags(text: string, nth?: number): readonly string[];
}

const IMPORT = "import type { Plaintext } from 'stateless-runtime';\n";

/** An oracle over `main.ts`, which has `Plaintext` imported, and other files as they are. */
export function ask(
  main: string,
  files: Readonly<Record<string, string>> = {},
  policy: Partial<TagPolicy> = {},
): Asked {
  return askOf(programOf({ 'src/main.ts': IMPORT + main, ...files }), 'src/main.ts', policy);
}

/** An oracle over any program. */
export function askOf(program: ts.Program, name: string, policy: Partial<TagPolicy> = {}): Asked {
  const oracle = createTypeOracle(program, { brands: BRANDS, plaintext: [], nameHeuristics: [], ...policy });
  const file = fileOf(program, name);
  const tree = (text: string, nth?: number): LabelTree | undefined => oracle.treeAt(nodeOf(file, text, nth));
  return { program, oracle, tree, tags: (text, nth) => linesOf(tree(text, nth)) };
}

export function linesOf(tree: LabelTree | undefined): readonly string[] {
  return (tree?.deep() ?? []).map(({ path, tag }) => `${path.join('.')}: ${tag.name} (${tag.label})`);
}
