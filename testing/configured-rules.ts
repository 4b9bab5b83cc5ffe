/** What a team's configuration says of this plugin for a file: the prefix it has there, and which of its rules are on. */
import type { ESLint } from 'eslint';

export interface ConfiguredRules {
  /** What stands before the slash in the rules' names: the key under `plugins`. */
  readonly prefix: string;
  /** All rules of the plugin, without the prefix. */
  readonly known: ReadonlySet<string>;
}

/**
 * Reads the configuration that ESLint computes for a file.
 *
 * @param name the file, as errors call it
 * @throws Error where the file is ignored, or no rule of this plugin is on: its silence would say nothing
 */
export async function readConfiguredRules(
  eslint: ESLint,
  file: string,
  name: string,
): Promise<ConfiguredRules> {
  const config: unknown = await eslint.calculateConfigForFile(file);
  if (config === undefined)
    throw new Error(
      `${name} is ignored by the ESLint configuration, or no entry of it has files that match it.`,
    );
  const [prefix = '', plugin] = membersOf(memberOf(config, 'plugins')).find(isThisPlugin) ?? [];
  const isOn = membersOf(memberOf(config, 'rules')).some(
    ([rule, setting]) => rule.startsWith(`${prefix}/`) && !isOff(setting),
  );
  if (plugin === undefined || !isOn)
    throw new Error(
      `No rule of eslint-plugin-stateless is on for ${name}: add one of its configurations for it.`,
    );
  return { prefix, known: new Set(membersOf(memberOf(plugin, 'rules')).map(([rule]) => rule)) };
}

const isThisPlugin = ([, plugin]: readonly [string, unknown]): boolean =>
  memberOf(memberOf(plugin, 'meta'), 'name') === 'eslint-plugin-stateless';

/** ESLint gives a rule's setting as an array that begins with its severity. */
const isOff = (setting: unknown): boolean => {
  const severity: unknown = Array.isArray(setting) ? setting[0] : setting;
  return severity === 0 || severity === 'off';
};

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function memberOf(value: unknown, name: string): unknown {
  return membersOf(value).find(([key]) => key === name)?.[1];
}
