/** What is checked in a project: by its ESLint configuration, or by `configs.recommended` where that says nothing. */
import { recommendedFlowRuleNames } from '../catalogue/policy-rules.ts';
import { CannotRun } from './cannot-run.ts';
import type { ConfigurationRequest, EslintConfiguration } from './eslint-configuration.ts';
import { readEslintConfiguration } from './eslint-configuration.ts';
import type { FileConfiguration } from './eslint-file-configuration.ts';

export interface Configuration {
  /** By absolute file name. A file that is not there is ignored. */
  readonly files: ReadonlyMap<string, FileConfiguration>;
  /** What the user should know of it, a line each. */
  readonly notes: readonly string[];
}

const recommended: FileConfiguration = {
  settings: undefined,
  settingsFolder: undefined,
  rules: new Map(
    recommendedFlowRuleNames.map((name) => [name, { qualifiedName: `stateless/${name}`, options: {} }]),
  ),
  heedsComments: true,
};

/**
 * Says what holds in each file of a project.
 * @throws CannotRun when the configuration cannot be loaded, or leaves nothing to check
 */
export async function configurationOf(
  request: ConfigurationRequest,
  fileNames: readonly string[],
): Promise<Configuration> {
  const found = await readEslintConfiguration(request, fileNames);
  if (found === undefined) return withoutConfiguration(fileNames);
  if (found.files.size === 0) throw nothingLeft(found, 'ignores every file of the project');
  if (!found.usesPlugin) return withoutPlugin(found);
  const isAnyOn = [...found.files.values()].some(({ rules }) => rules.size > 0);
  if (!isAnyOn) throw nothingLeft(found, 'switches on no rule of eslint-plugin-stateless in this project');
  return { files: found.files, notes: [] };
}

function withoutConfiguration(fileNames: readonly string[]): Configuration {
  return {
    files: new Map(fileNames.map((fileName) => [fileName, recommended])),
    notes: ['No ESLint configuration was found: configs.recommended of eslint-plugin-stateless applies.'],
  };
}

function withoutPlugin({ path, files }: EslintConfiguration): Configuration {
  const checked = [...files].map(
    ([fileName, file]) => [fileName, { ...file, rules: recommended.rules }] as const,
  );
  const note = `The ESLint configuration ${path} does not use eslint-plugin-stateless: its configs.recommended applies.`;
  return { files: new Map(checked), notes: [note] };
}

function nothingLeft({ path }: EslintConfiguration, fault: string): CannotRun {
  return new CannotRun(
    `Nothing to check: the ESLint configuration ${path} ${fault}.`,
    'Correct it, or name another with --config FILE.',
  );
}
