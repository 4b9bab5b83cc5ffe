/** One fixture: what its lines expect, what the team's configuration reports there, and how they differ. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import process from 'node:process';
import { ESLint } from 'eslint';
import { readConfiguredRules, type ConfiguredRules } from './configured-rules.ts';
import { describeDifference, type Reported } from './difference.ts';
import { readExpectations, type Expectation } from './expectations.ts';
import { isUpdate } from './is-update.ts';
import { withExpectations } from './update.ts';

/** How fixtures are checked. */
export interface FixtureOptions {
  /** The folder that ESLint runs in; its configuration is looked for from there. The working directory by default. */
  readonly cwd?: string;
  /** An ESLint configuration file to use in place of the one that is found, relative to `cwd`. */
  readonly config?: string;
  /**
   * Writes what is reported behind lines that expect nothing yet. By default where the runner was given `--update` or
   * `-u` (node:test: `--test-update-snapshots`), or the environment says `STATELESS_UPDATE=1`.
   */
  readonly update?: boolean;
  /** Names of rules, without their prefix, that fixtures are held to. All rules of this plugin by default. */
  readonly rules?: readonly string[];
}

/** Declarations hold no statements that could be reported. */
const SOURCE = /(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx)$/;

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
  const sources = sourcesIn(root);
  const texts = new Map(sources.map((file) => [nameIn(root, file), readFileSync(file, 'utf8')]));
  const configured = await readConfigurations(eslint, root, sources);
  const results = await eslint.lintFiles([...sources]);
  const reported = results.flatMap((result) => reportedIn(nameIn(root, result.filePath), result, configured));
  const isHeld = ({ rule }: { readonly rule: string }): boolean => rules?.includes(rule) ?? true;
  if (options.update ?? isUpdate()) update(root, texts, reported.filter(isHeld));
  const expected = [...texts].flatMap(([name, text]) => expectedIn(name, text, configured));
  const difference = describeDifference(expected.filter(isHeld), reported.filter(isHeld), texts);
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

/** By the name of a file in its fixture. */
type Configurations = ReadonlyMap<string, ConfiguredRules>;

async function readConfigurations(
  eslint: ESLint,
  root: string,
  sources: readonly string[],
): Promise<Configurations> {
  const read = async (file: string) => {
    const name = nameIn(root, file);
    return [name, await readConfiguredRules(eslint, file, name)] as const;
  };
  return new Map(await Promise.all(sources.map(read)));
}

/** Findings of this plugin, under whatever prefix the configuration gives it. A file that cannot be read is no silence. */
function reportedIn(
  name: string,
  { messages }: ESLint.LintResult,
  configured: Configurations,
): readonly Reported[] {
  const prefix = `${configured.get(name)?.prefix ?? ''}/`;
  return messages.flatMap(({ ruleId, line, message, fatal }) => {
    if (fatal === true) throw new Error(`${name}:${line} cannot be linted: ${message}`);
    if (ruleId?.startsWith(prefix) !== true) return [];
    return [{ file: name, line, rule: ruleId.slice(prefix.length), message }];
  });
}

/** A rule that does not exist is a slip of the pen: it could never be met. */
function expectedIn(name: string, text: string, configured: Configurations): readonly Expectation[] {
  const expected = readExpectations(name, text);
  const slip = expected.find(({ rule }) => configured.get(name)?.known.has(rule) !== true);
  if (slip !== undefined) throw new Error(`${name}:${slip.line}: there is no rule ${slip.rule}.`);
  return expected;
}

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
