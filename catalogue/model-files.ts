/** Files of rows that settings name: CodeQL's models-as-data, in YAML. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Models } from '../engine/models/rows.ts';
import { readCodeqlModels, type ImportedModels, type TypeRow } from './codeql.ts';
import { catalogue } from './index.ts';
import type { RowReader, Settings } from './settings.ts';
import { SettingsError } from './settings-shape.ts';
import { rowsAtTypes } from './type-rows.ts';

const none: Models = { sources: [], sinks: [], propagators: [], sanitizers: [], guards: [] };

/**
 * Settings with the rows of the files that they name, as if they stood there.
 * @param folder absolute path that the names of files are relative to
 * @param readRows the engine's reader of rows
 * @throws SettingsError that names the file, the row and the step
 */
export function withModelFiles(settings: Settings, folder: string, readRows: RowReader): Settings {
  const { modelFiles = [], models = {}, ...others } = settings;
  if (modelFiles.length === 0) return settings;
  const files = modelFiles.map((name) => readFile(name, folder, readRows));
  const own = joinModels([{ ...none, ...models }, ...files.map((file) => file.models)]);
  const types: readonly TypeRow[] = files.flatMap((file) => file.types);
  return { ...others, models: joinModels([own, rowsAtTypes(joinModels([catalogue, own]), types)]) };
}

function readFile(name: string, folder: string, readRows: RowReader): ImportedModels {
  try {
    const imported = readCodeqlModels(parseYaml(readFileSync(resolve(folder, name), 'utf8')));
    readRows(imported.models);
    return imported;
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    throw new SettingsError(`settings.stateless.modelFiles: ${name}`, `cannot be read: ${fault}`);
  }
}

/** The parser is loaded where a file is there to be read. */
function parseYaml(text: string): unknown {
  const yaml: unknown = createRequire(import.meta.url)('yaml');
  if (!isParser(yaml)) throw new Error("the package 'yaml' has no parser");
  return yaml.parse(text);
}

function isParser(value: unknown): value is { readonly parse: (text: string) => unknown } {
  return typeof value === 'object' && value !== null && 'parse' in value && typeof value.parse === 'function';
}

function joinModels(all: readonly Models[]): Models {
  return {
    sources: all.flatMap((models) => models.sources),
    sinks: all.flatMap((models) => models.sinks),
    propagators: all.flatMap((models) => models.propagators),
    sanitizers: all.flatMap((models) => models.sanitizers),
    guards: all.flatMap((models) => models.guards),
    aliases: all.flatMap((models) => models.aliases ?? []),
  };
}
