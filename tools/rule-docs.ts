/** What the docs say of the rules, from the plugin's own `meta`: the table, and the head of each rule's page. */
import plugin from '../rules/index.ts';
import { table } from './table.ts';

export interface RuleEntry {
  readonly name: string;
  readonly description: string;
  /** The configurations that switch it on, with its severity there. */
  readonly configs: readonly { readonly name: string; readonly severity: string }[];
}

const configNames = ['recommended', 'strict'] as const;

/** The rules in alphabetical order. */
export function readRules(): readonly RuleEntry[] {
  return Object.entries(plugin.rules)
    .map(([name, rule]) => ({
      name,
      description: rule.meta?.docs?.description ?? '',
      configs: configsOf(name),
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

export function rulesTable(rules: readonly RuleEntry[], folder: string): string {
  return table([
    ['Rule', 'Description', ...configNames.map((name) => `\`${name}\``)],
    ...rules.map((rule) => [
      `[${rule.name}](${folder}${rule.name}.md)`,
      rule.description,
      ...configNames.map((config) => severityIn(rule, config)),
    ]),
  ]);
}

export function ruleHeader(rule: RuleEntry): string {
  const places = rule.configs.map(({ name, severity }) => `\`${name}\` (${severity})`);
  return [
    `# stateless/${rule.name}`,
    `${rule.description}.`,
    places.length > 0 ? `On in ${places.join(' and ')}.` : 'In no configuration: switch it on yourself.',
    'This rule needs type information (`parserOptions.projectService`).',
  ].join('\n\n');
}

function severityIn(rule: RuleEntry, config: string): string {
  return rule.configs.find(({ name }) => name === config)?.severity ?? '';
}

function configsOf(rule: string): RuleEntry['configs'] {
  return configNames.flatMap((name) => {
    const severity = severities(name)[`stateless/${rule}`];
    return typeof severity === 'string' && severity !== 'off' ? [{ name, severity }] : [];
  });
}

function severities(name: (typeof configNames)[number]): Readonly<Record<string, unknown>> {
  return Object.assign({}, ...[plugin.configs[name]].flat().map(({ rules }) => rules ?? {})) as Record<
    string,
    unknown
  >;
}
