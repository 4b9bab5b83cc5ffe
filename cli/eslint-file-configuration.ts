/** What a computed ESLint configuration of one file says of our rules. Its form is ESLint's: read with care. */
import type { FlowRuleOptions } from '../catalogue/policy-rules.ts';
import { flowRuleNames } from '../catalogue/policy-rules.ts';

/** What holds in one file. */
export interface FileConfiguration {
  /** The value of `settings.stateless`, as it was written. */
  readonly settings: unknown;
  /** The folder that paths in the settings are relative to, where the configuration names one. */
  readonly settingsFolder: string | undefined;
  /** The flow rules that are on, by name without prefix. */
  readonly rules: ReadonlyMap<string, RuleInUse>;
  /** Whether comments in the file may switch rules off. */
  readonly heedsComments: boolean;
}

export interface RuleInUse {
  /** The name that comments use: with the prefix under which the configuration has the plugin. */
  readonly qualifiedName: string;
  readonly options: FlowRuleOptions;
}

const pluginName = 'eslint-plugin-stateless';

/** Whether the configuration has the plugin, under whatever prefix. */
export function usesPlugin(config: object): boolean {
  return findPrefix(config) !== undefined;
}

/** Reads what a configuration says of our rules and settings. */
export function fileConfigurationOf(config: object): FileConfiguration {
  const folder = memberAt(config, 'languageOptions', 'parserOptions', 'tsconfigRootDir');
  return {
    settings: memberAt(config, 'settings', 'stateless'),
    settingsFolder: typeof folder === 'string' ? folder : undefined,
    rules: new Map(rulesInUse(config, findPrefix(config))),
    heedsComments: memberAt(config, 'linterOptions', 'noInlineConfig') !== true,
  };
}

function findPrefix(config: object): string | undefined {
  const plugins = memberAt(config, 'plugins');
  if (!isMapping(plugins)) return undefined;
  return Object.keys(plugins).find((prefix) => memberAt(plugins, prefix, 'meta', 'name') === pluginName);
}

function rulesInUse(config: object, prefix: string | undefined): readonly (readonly [string, RuleInUse])[] {
  if (prefix === undefined) return [];
  return flowRuleNames.flatMap((name) => {
    const qualifiedName = `${prefix}/${name}`;
    const entry = memberAt(config, 'rules', qualifiedName);
    const [severity, options] = isList(entry) ? entry : [entry];
    return isOn(severity) ? [[name, { qualifiedName, options: readOptions(options) }] as const] : [];
  });
}

function isOn(severity: unknown): boolean {
  return severity === 1 || severity === 2 || severity === 'warn' || severity === 'error';
}

/** ESLint has held the options against the rule's schema by now. */
function readOptions(options: unknown): FlowRuleOptions {
  const labels = isMapping(options) ? options['labels'] : undefined;
  if (!Array.isArray(labels)) return {};
  return { labels: labels.filter((label): label is string => typeof label === 'string') };
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function memberAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((found, name) => (isMapping(found) ? found[name] : undefined), value);
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
