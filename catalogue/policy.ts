/** The policy of a file: the catalogue and the team's settings, made one. */
import type { BrandDeclaration, LanguageKind, Models, PlaintextType, Policy } from '../engine/index.ts';
import { catalogue } from './index.ts';
import type { Settings } from './settings.ts';

/** The packages whose `Plaintext` is a tag. A type of the same name that is declared elsewhere is none. */
const brands: readonly BrandDeclaration[] = [
  { package: 'stateless-runtime', name: 'Plaintext' },
  { package: 'eslint-plugin-stateless', name: 'Plaintext' },
];

/** Kinds whose sinks are no call of anything: the engine finds them in the language itself, where it is asked to. */
export const languageKinds = [
  'error',
  'module-state',
  'deferred-work',
] as const satisfies readonly LanguageKind[];

/** The one reasoned way out of the tag's own type. */
const release = {
  type: 'stateless-runtime',
  path: 'Member[declassify]',
  input: 'Argument[0]',
  output: 'ReturnValue',
};

/**
 * Normalises settings to a policy.
 * @param settings verified settings
 * @param folder absolute path that the paths in the settings are relative to
 * @param asked kinds of sinks in the language itself that are looked for
 */
export function policyOf(settings: Settings, folder: string, asked: readonly LanguageKind[] = []): Policy {
  const own = {
    models: settings.models ?? {},
    plaintext: (settings.plaintext ?? []).map((type) => located(type, folder)),
    unmodelledCalls: settings.unmodelledCalls ?? 'propagate',
    implicitFlows: settings.implicitFlows ?? false,
    nameHeuristics: settings.nameHeuristics ?? [],
  } as const;
  const digest = digestOf({ ...own, languageKinds: asked });
  return { ...own, brands, languageKinds: asked, models: extended(own.models), digest };
}

function extended(own: Partial<Models>): Models {
  return {
    sources: [...catalogue.sources, ...(own.sources ?? [])],
    sinks: [...catalogue.sinks, ...(own.sinks ?? [])],
    propagators: [...catalogue.propagators, { ...release, mode: 'value' }, ...(own.propagators ?? [])],
    sanitizers: [...catalogue.sanitizers, { ...release, reason: 1 }, ...(own.sanitizers ?? [])],
    guards: [...catalogue.guards, ...(own.guards ?? [])],
    aliases: [...(catalogue.aliases ?? []), ...(own.aliases ?? [])],
  };
}

function located(type: PlaintextType, folder: string): PlaintextType {
  return type.from === 'package' ? type : { ...type, path: absolutePath(type.path, folder) };
}

/** The absolute path with forward slashes, as a program names its files. Also of Windows paths, wherever it runs. */
function absolutePath(path: string, folder: string): string {
  const isAbsolute = /^(?:[A-Za-z]:)?[\\/]/.test(path);
  const parts = (isAbsolute ? path : `${folder}/${path}`).split(/[\\/]+/);
  const kept = parts.reduce<readonly string[]>((above, part) => {
    if (part === '.') return above;
    return part === '..' ? above.slice(0, Math.max(1, above.length - 1)) : [...above, part];
  }, []);
  return kept.join('/');
}

/**
 * The team's own part as a canonical text: the catalogue and the brands are the same for every policy of a process.
 * The order of keys does not matter; the order of rows does, since the first one that fits names the finding.
 */
function digestOf(own: object): string {
  return JSON.stringify(own, (_key, value: unknown) => (isMapping(value) ? withSortedKeys(value) : value));
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withSortedKeys(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, value[key]]),
  );
}
