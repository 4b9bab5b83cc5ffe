/** What is measured against what: the compiler, ESLint in several configurations, and our command. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './measure.ts';
import type { TaggedType } from './packages.ts';
import { programs } from './places.ts';

export type Side =
  | 'tsc'
  | 'bare parser'
  | 'trivial rule'
  | 'recommended'
  | 'recommended and ours'
  | 'ours'
  | 'stateless check';

export interface Project {
  readonly folder: string;
  readonly tagged: readonly TaggedType[];
  readonly heap?: number;
}

/** What an ESLint side switches on. */
interface Parts {
  readonly trivial?: true;
  readonly recommended?: true;
  readonly ours?: true;
}

const PARTS = {
  'bare parser': {},
  'trivial rule': { trivial: true },
  recommended: { recommended: true },
  'recommended and ours': { recommended: true, ours: true },
  ours: { ours: true },
} as const satisfies Partial<Record<Side, Parts>>;

export function commandOf(side: Side, { folder, tagged, heap }: Project): Command {
  const options = { cwd: folder, ran: [0, 1], ...(heap !== undefined && { heap }) };
  // The compiler ends with 2 where it has found errors; of the others that is a run that failed.
  if (side === 'tsc') return { ...options, ran: [0, 1, 2], words: [programs.tsc, '--noEmit', '-p', '.'] };
  if (side === 'stateless check') {
    const config = configFile(folder, 'check', { ours: true }, tagged);
    return { ...options, words: [programs.stateless, 'check', '-p', '.', '--config', config] };
  }
  const config = configFile(folder, side.replaceAll(' ', '-'), PARTS[side], tagged);
  return { ...options, words: [programs.eslint, '--config', config, '--no-inline-config', 'code'] };
}

export function configFile(
  folder: string,
  name: string,
  parts: Parts,
  tagged: readonly TaggedType[],
): string {
  const file = join(folder, `eslint.${name}.config.js`);
  writeFileSync(file, configText(parts, tagged));
  return file;
}

/** The rule that asks for the type of each argument: what any typed rule pays at least. */
const trivial = `{
  rules: {
    arguments: {
      meta: { schema: [] },
      create: (context) => ({
        CallExpression(node) {
          for (const argument of node.arguments)
            context.sourceCode.parserServices.getTypeAtLocation(argument);
        },
      }),
    },
  },
}`;

function configText(
  { trivial: hasTrivial, recommended, ours }: Parts,
  tagged: readonly TaggedType[],
): string {
  const plaintext = tagged.map(({ path, name }) => ({ from: 'file', path, name }));
  return `import tseslint from 'typescript-eslint';
${ours ? `import stateless from ${JSON.stringify(programs.plugin)};` : ''}

export default tseslint.config({
  files: ['**/*.ts'],
  extends: [${recommended ? 'tseslint.configs.recommendedTypeChecked' : ''}],
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
  },
  plugins: {
    ${hasTrivial ? `trivial: ${trivial},` : ''}
    ${ours ? 'stateless,' : ''}
  },
  rules: {
    ${hasTrivial ? "'trivial/arguments': 'error'," : ''}
    ${ours ? "...Object.fromEntries(Object.keys(stateless.rules).map((name) => ['stateless/' + name, 'error']))," : ''}
  },
  settings: { stateless: ${JSON.stringify({ plaintext })} },
});
`;
}
