/** Which package a file belongs to: the folder under `node_modules`, else the name in the nearest package.json. */
import ts from 'typescript';

/** The package that a file of the program belongs to, or undefined when no package.json above it has a name. */
export function packageOf(program: ts.Program, fileName: string): string | undefined {
  const installed = installedPackage(fileName);
  if (installed !== undefined) return typedPackage(installed);
  const names = namesByFolder.get(program) ?? new Map<string, string | undefined>();
  namesByFolder.set(program, names);
  return nearestName(program, folderOf(fileName), names);
}

const namesByFolder = new WeakMap<ts.Program, Map<string, string | undefined>>();

function installedPackage(fileName: string): string | undefined {
  return /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(fileName)?.[1];
}

/** `@types/scope__name` declares `@scope/name`. */
function typedPackage(name: string): string {
  if (!name.startsWith('@types/')) return name;
  const [scope, rest] = name.slice('@types/'.length).split('__');
  return rest === undefined ? String(scope) : `@${String(scope)}/${rest}`;
}

function nearestName(
  program: ts.Program,
  folder: string,
  names: Map<string, string | undefined>,
): string | undefined {
  if (names.has(folder)) return names.get(folder);
  const above = folderOf(folder);
  const name =
    nameIn(readText(program, `${folder}/package.json`)) ??
    (above === folder ? undefined : nearestName(program, above, names));
  names.set(folder, name);
  return name;
}

function nameIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const parsed: { readonly config?: unknown } = ts.parseConfigFileTextToJson('package.json', text);
  const { config } = parsed;
  if (typeof config !== 'object' || config === null || !('name' in config)) return undefined;
  return typeof config.name === 'string' && config.name !== '' ? config.name : undefined;
}

/** A program reads through its host, which may be an editor's or a test's; its type does not say so. */
function readText(
  program: ts.Program & { readonly readFile?: (fileName: string) => string | undefined },
  fileName: string,
): string | undefined {
  return program.readFile === undefined ? ts.sys.readFile(fileName) : program.readFile(fileName);
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '' : path.slice(0, slash);
}
