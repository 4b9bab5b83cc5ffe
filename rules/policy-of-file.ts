/** The policy that holds in the file being linted. */
import { dirname } from 'node:path';
import type ts from 'typescript';
import { languageKinds, policyOf } from '../catalogue/policy.ts';
import { withModelFiles } from '../catalogue/model-files.ts';
import type { Settings } from '../catalogue/settings.ts';
import { parseSettings } from '../catalogue/settings.ts';
import type { Policy } from '../engine/index.ts';
import { parseModels } from '../engine/models/compile.ts';
import type { AnyRuleContext } from './typed-file.ts';

/** Kinds that some rule asks of a program: who does not switch their rules on does not pay for them. */
const askedKinds = new WeakMap<ts.Program, Set<string>>();

/** Notes, before anything is asked, that a rule will ask for sinks of a kind. */
export function askFor(kind: string, program: ts.Program): void {
  const known = askedKinds.get(program) ?? new Set<string>();
  askedKinds.set(program, known.add(kind));
}

/** By the settings of the configuration, which ESLint shares between files, then by the folder of their paths. */
const policies = new WeakMap<object, Map<string, Policy>>();

/**
 * The catalogue with `settings.stateless` of the file's configuration.
 * @throws SettingsError for wrong settings
 */
export function policyOfFile(context: AnyRuleContext, program: ts.Program): Policy {
  const known = policies.get(context.settings) ?? new Map<string, Policy>();
  policies.set(context.settings, known);
  const folder = settingsFolder(context, program);
  const asked = languageKinds.filter((kind) => askedKinds.get(program)?.has(kind) === true);
  const key = `${asked.join(' ')} ${folder}`;
  const policy = known.get(key) ?? policyOf(settingsOf(context, folder), folder, asked);
  known.set(key, policy);
  return policy;
}

function settingsOf(context: AnyRuleContext, folder: string): Settings {
  return withModelFiles(parseSettings(context.settings['stateless'], parseModels), folder, parseModels);
}

/** Paths in the settings are relative to `tsconfigRootDir` where it is given, else to the folder of the tsconfig. */
function settingsFolder(context: AnyRuleContext, program: ts.Program): string {
  const given = context.languageOptions.parserOptions.tsconfigRootDir;
  if (given !== undefined) return given;
  const configFile = program.getCompilerOptions()['configFilePath'];
  return typeof configFile === 'string' ? dirname(configFile) : program.getCurrentDirectory();
}
