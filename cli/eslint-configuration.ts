/** Reads an ESLint configuration through ESLint itself, as the linter would see it for each file. */
import { relative } from 'node:path';
import type { ESLint } from 'eslint';
import { CannotRun } from './cannot-run.ts';
import type { FileConfiguration } from './eslint-file-configuration.ts';
import { fileConfigurationOf, usesPlugin } from './eslint-file-configuration.ts';
import { loadEslintOf } from './eslint-of-project.ts';

/** Where to look for a configuration. */
export interface ConfigurationRequest {
  /** Absolute path of the project's folder. */
  readonly projectFolder: string;
  /** Absolute path of the working directory. */
  readonly workingFolder: string;
  /** A configuration to use in place of the project's own. */
  readonly override: string | undefined;
}

export interface EslintConfiguration {
  /** Its file, or the first of them where folders have their own. */
  readonly path: string;
  readonly usesPlugin: boolean;
  /** By absolute file name. A file that is not there is ignored. */
  readonly files: ReadonlyMap<string, FileConfiguration>;
}

/** Any file that may hold code: without the plugin in the configuration, its own patterns tell nothing of what to check. */
const everyFile = { files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'] };

/**
 * Reads the configuration of some files. Undefined when there is none.
 * @throws CannotRun when it cannot be loaded
 */
export async function readEslintConfiguration(
  request: ConfigurationRequest,
  fileNames: readonly string[],
): Promise<EslintConfiguration | undefined> {
  const Reader = await loadEslintOf(request.projectFolder);
  const options = optionsFor(request);
  const eslint = new Reader(options);
  const [anyFile] = fileNames;
  const path = request.override ?? (await eslint.findConfigFile(anyFile));
  if (path === undefined) return undefined;
  const configured = await readFiles(eslint, path, fileNames);
  if (configured.some(([, config]) => usesPlugin(config))) return configurationFrom(path, true, configured);
  const all = await readFiles(new Reader({ ...options, overrideConfig: everyFile }), path, fileNames);
  return configurationFrom(path, false, all);
}

/** A configuration named on the command line has its patterns relative to the working directory, as in ESLint. */
function optionsFor({ projectFolder, workingFolder, override }: ConfigurationRequest): ESLint.Options {
  if (override === undefined) return { cwd: projectFolder };
  const isBelow = !relative(workingFolder, projectFolder).startsWith('..');
  return { cwd: isBelow ? workingFolder : projectFolder, overrideConfigFile: override };
}

type ConfiguredFile = readonly [fileName: string, config: object];

async function readFiles(
  eslint: ESLint,
  path: string,
  fileNames: readonly string[],
): Promise<readonly ConfiguredFile[]> {
  const found: ConfiguredFile[] = [];
  for (const fileName of fileNames) {
    const config = await readFile(eslint, path, fileName);
    if (typeof config === 'object' && config !== null) found.push([fileName, config]);
  }
  return found;
}

async function readFile(eslint: ESLint, path: string, fileName: string): Promise<unknown> {
  try {
    return await eslint.calculateConfigForFile(fileName);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotRun(
      `The ESLint configuration ${path} cannot be used: ${reason.slice(0, 400)}`,
      'Correct it, or name another with --config FILE.',
    );
  }
}

function configurationFrom(
  path: string,
  isUsed: boolean,
  configured: readonly ConfiguredFile[],
): EslintConfiguration {
  const files = configured.map(([fileName, config]) => [fileName, fileConfigurationOf(config)] as const);
  return { path, usesPlugin: isUsed, files: new Map(files) };
}
