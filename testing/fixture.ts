/** One fixture: what its lines expect, what the team's configuration reports there, and how they differ. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import process from 'node:process';
import { ESLint } from 'eslint';
import { describeDifference, type Reported } from './difference.ts';
import { readExpectations } from './expectations.ts';
import { withExpectations } from './update.ts';

/** How fixtures are checked. */
export interface FixtureOptions {
  /** The folder that ESLint runs in; its configuration is looked for from there. The working directory by default. */
  readonly cwd?: string;
  /** An ESLint configuration file to use in place of the one that is found, relative to `cwd`. */
  readonly config?: string;
  /** Writes what is reported behind lines that expect nothing yet. By default where `--update` or `-u` was given. */
  readonly update?: boolean;
  /** Names of rules, without their prefix, that fixtures are held to. All rules of this plugin by default. */
  readonly rules?: readonly string[];
}

const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/;

/**
 * The fixtures in a folder: its sub-folders, by name, or the folder itself where its files are programs.
 *
 * @param folder relative to the working directory
 * @throws Error where the folder is not there, or holds no program
 */
export function findFixtures(folder: string): readonly string[] {
  const root = resolve(folder);
  if (!existsSync(root)) throw new Error(`There is no folder ${folder}: give the folder of your fixtures.`);
  const entries = readdirSync(root, { withFileTypes: true });
  const inner = entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => join(root, name))
    .filter((path) => sourcesIn(path).length > 0);
  if (inner.length > 0) return inner.sort();
  if (sourcesIn(root).length === 0)
    throw new Error(`${folder} holds no program: a fixture is a folder of source files.`);
  return [root];
}

/**
 * Lints the files of a fixture with the team's own configuration and compares with what their lines expect.
 *
 * @param folder the fixture's folder, absolute or relative to the working directory
 * @throws Error whose message tells each line that is not as expected, and what was found instead
 */
export async function checkFixture(folder: string, options: FixtureOptions = {}): Promise<void> {
  const { cwd = process.cwd(), config, rules } = options;
  const root = resolve(folder);
  const eslint = new ESLint({
    cwd,
    ...(config !== undefined && { overrideConfigFile: resolve(cwd, config) }),
  });
  const results = await eslint.lintFiles([...sourcesIn(root)]);
  const reported = results.flatMap((result) => reportedIn(root, result, rules));
  const texts = new Map(sourcesIn(root).map((file) => [nameIn(root, file), readFileSync(file, 'utf8')]));
  if (options.update ?? isUpdate()) update(root, texts, reported);
  const expected = [...texts].flatMap(([name, text]) => readExpectations(name, text));
  const difference = describeDifference(expected, reported, texts);
  if (difference.length > 0)
    throw new Error(`${relative(cwd, root)} is not as expected:\n\n${difference.join('\n')}\n`);
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(`${sep}node_modules${sep}`))
    .sort();
}

const nameIn = (root: string, file: string): string => relative(root, file).split(sep).join('/');

/** Findings of this plugin, under whatever prefix the configuration gives it. A file that cannot be read is no silence. */
function reportedIn(
  root: string,
  { filePath, messages }: ESLint.LintResult,
  rules: readonly string[] | undefined,
): readonly Reported[] {
  return messages.flatMap(({ ruleId, line, message, fatal }) => {
    if (fatal === true) throw new Error(`${nameIn(root, filePath)}:${line} cannot be linted: ${message}`);
    const [prefix, name = ''] = ruleId?.split('/') ?? [];
    if (prefix !== 'stateless' || rules?.includes(name) === false) return [];
    return [{ file: nameIn(root, filePath), line, rule: name, message }];
  });
}

const isUpdate = (): boolean =>
  process.argv.includes('--update') || process.argv.includes('-u') || process.env['STATELESS_UPDATE'] === '1';

function update(root: string, texts: Map<string, string>, reported: readonly Reported[]): void {
  for (const [name, text] of texts) {
    const changed = withExpectations(
      text,
      reported.filter(({ file }) => file === name),
    );
    if (changed === text) continue;
    writeFileSync(join(root, name), changed);
    texts.set(name, changed);
  }
}
