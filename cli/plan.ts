/** What is to be done in a project: its files, each with its configuration and its policy. */
import { resolve } from 'node:path';
import type ts from 'typescript';
import { getKind } from '../catalogue/policy-rules.ts';
import { languageKinds, policyOf } from '../catalogue/policy.ts';
import { withModelFiles } from '../catalogue/model-files.ts';
import type { Settings } from '../catalogue/settings.ts';
import { parseSettings } from '../catalogue/settings.ts';
import type { LanguageKind, Policy } from '../engine/index.ts';
import { parseModels } from '../engine/models/compile.ts';
import { configurationOf } from './configuration.ts';
import type { FileConfiguration } from './eslint-file-configuration.ts';
import type { Project } from './project.ts';
import { ownFilesOf } from './project.ts';

/** What a command is asked about. */
export interface ProjectRequest {
  /** The tsconfig or its folder, relative to `folder`. */
  readonly project: string;
  /** An ESLint configuration to use in place of the project's own, relative to `folder`. */
  readonly config: string | undefined;
  /** Absolute path of the working directory. */
  readonly folder: string;
  /** Files of rows besides those that the settings name, relative to `folder`. */
  readonly models?: readonly string[];
}

/** A file with what holds in it. */
export interface FileWork {
  readonly file: ts.SourceFile;
  readonly configuration: FileConfiguration;
  readonly policy: Policy;
}

export interface Plan {
  readonly work: readonly FileWork[];
  readonly notes: readonly string[];
}

export async function planOf(project: Project, program: ts.Program, request: ProjectRequest): Promise<Plan> {
  const files = ownFilesOf(program);
  const { files: configurations, notes } = await configurationOf(
    {
      projectFolder: project.folder,
      workingFolder: request.folder,
      override: request.config === undefined ? undefined : resolve(request.folder, request.config),
    },
    files.map(({ fileName }) => fileName),
  );
  const models = (request.models ?? []).map((name) => resolve(request.folder, name));
  const policyIn = rememberingPolicies(project.folder, askedKinds([...configurations.values()]), models);
  const work = files.flatMap((file) => {
    const configuration = configurations.get(file.fileName);
    if (configuration === undefined || configuration.rules.size === 0) return [];
    return [{ file, configuration, policy: policyIn(configuration) }];
  });
  return { work, notes };
}

/** Sinks of the language itself that a rule of some file asks for. */
function askedKinds(configurations: readonly FileConfiguration[]): readonly LanguageKind[] {
  return languageKinds.filter((kind) => configurations.some(({ rules }) => rules.has(getKind(kind).rule)));
}

/** Policies by the settings that ESLint shares between files, then by the folder of their paths. */
function rememberingPolicies(
  projectFolder: string,
  asked: readonly LanguageKind[],
  models: readonly string[],
): (configuration: FileConfiguration) => Policy {
  const known = new Map<unknown, Map<string, Policy>>();
  return ({ settings, settingsFolder }) => {
    const folder = settingsFolder ?? projectFolder;
    const byFolder = known.get(settings) ?? new Map<string, Policy>();
    known.set(settings, byFolder);
    const policy = byFolder.get(folder) ?? policyOf(settingsOf(settings, folder, models), folder, asked);
    byFolder.set(folder, policy);
    return policy;
  };
}

function settingsOf(value: unknown, folder: string, models: readonly string[]): Settings {
  const settings = parseSettings(value, parseModels);
  const modelFiles = [...(settings.modelFiles ?? []), ...models];
  return withModelFiles({ ...settings, modelFiles }, folder, parseModels);
}
