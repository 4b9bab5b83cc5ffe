/** The policy that holds in the file being linted. */
import { dirname } from 'node:path';
import type ts from 'typescript';
import { policyOf } from '../catalogue/policy.ts';
import { parseSettings } from '../catalogue/settings.ts';
import type { Policy } from '../engine/index.ts';
import { parseModels } from '../engine/models/compile.ts';
import type { AnyRuleContext } from './typed-file.ts';

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
  const policy =
    known.get(folder) ?? policyOf(parseSettings(context.settings['stateless'], parseModels), folder);
  known.set(folder, policy);
  return policy;
}

/** Paths in the settings are relative to `tsconfigRootDir` where it is given, else to the folder of the tsconfig. */
function settingsFolder(context: AnyRuleContext, program: ts.Program): string {
  const given = context.languageOptions.parserOptions.tsconfigRootDir;
  if (given !== undefined) return given;
  const configFile = program.getCompilerOptions()['configFilePath'];
  return typeof configFile === 'string' ? dirname(configFile) : program.getCurrentDirectory();
}
