/** The ESLint that a project lints with: its own where it has one, else the one beside this package. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ESLint } from 'eslint';
import { CannotRun } from './cannot-run.ts';

interface EslintModule {
  /** ESLint 10 has flat configurations only, ESLint 9 asks. */
  readonly loadESLint: (options: { readonly useFlatConfig: true }) => Promise<typeof ESLint>;
}

const oldestMajor = 9;

/**
 * Loads the class that reads configurations.
 * @param folder absolute path of the project's folder
 * @throws CannotRun when there is none that reads flat configurations
 */
export async function loadEslintOf(folder: string): Promise<typeof ESLint> {
  for (const from of [join(folder, 'package.json'), import.meta.url]) {
    const found = findEslint(from);
    const loaded = await found?.loadESLint({ useFlatConfig: true });
    if (loaded !== undefined && Number.parseInt(loaded.version, 10) >= oldestMajor) return loaded;
  }
  throw new CannotRun(
    `There is no ESLint ${oldestMajor} or newer for ${folder}.`,
    'Install it there: npm install --save-dev eslint.',
  );
}

function findEslint(from: string): EslintModule | undefined {
  try {
    const found: unknown = createRequire(from)('eslint');
    return isEslintModule(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isEslintModule(found: unknown): found is EslintModule {
  return typeof found === 'object' && found !== null && 'loadESLint' in found;
}
