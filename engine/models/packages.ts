/** The package that a file belongs to: the nearest package.json with a name, which is how rows name declarations. */
import ts from 'typescript';
import { typedPackage } from './module-key.ts';

export interface Package {
  /** The name that an import says: declarations of `@types/acme__audit` belong to `@acme/audit`. */
  readonly name: string;
  readonly version: string | undefined;
  /** The file relative to the package's folder. */
  readonly path: string;
}

export interface Packages {
  packageOf(file: ts.SourceFile): Package | undefined;
  /** The version of a package that an import from `folder` would find. */
  installedVersion(name: string, folder: string): string | undefined;
}

/** Finds packages of a program's files; every folder is read once. */
export function createPackages(program: ts.Program): Packages {
  const manifests = new Map<string, Manifest | undefined>();
  const files = new WeakMap<ts.SourceFile, Package | null>();
  const manifestIn = (folder: string): Manifest | undefined => {
    if (!manifests.has(folder)) manifests.set(folder, readManifest(program, folder));
    return manifests.get(folder);
  };
  return {
    packageOf(file) {
      const known = files.get(file);
      if (known !== undefined) return known ?? undefined;
      const found = findPackage(file, manifestIn);
      files.set(file, found ?? null);
      return found;
    },
    installedVersion: (name, folder) => {
      const found = firstOf(foldersUp(folder), (each) => manifestIn(`${each}/node_modules/${name}`));
      return found?.version;
    },
  };
}

interface Manifest {
  readonly name: string | undefined;
  readonly version: string | undefined;
}

function findPackage(
  file: ts.SourceFile,
  manifestIn: (folder: string) => Manifest | undefined,
): Package | undefined {
  const found = nearestManifest(file.fileName, manifestIn) ?? manifestByPath(file.fileName);
  if (found?.manifest.name === undefined) return undefined;
  const name = typedPackage(found.manifest.name);
  // The declarations' own version says less than that of the package that they describe.
  const typed = name === found.manifest.name ? undefined : manifestIn(siblingFolder(found.folder, name));
  return {
    name,
    version: typed?.version ?? found.manifest.version,
    path: file.fileName.slice(found.folder.length + 1),
  };
}

interface FoundManifest {
  readonly folder: string;
  readonly manifest: Manifest;
}

function nearestManifest(
  fileName: string,
  manifestIn: (folder: string) => Manifest | undefined,
): FoundManifest | undefined {
  return firstOf(foldersUp(folderOf(fileName)), (folder) => {
    const manifest = folder.endsWith('/node_modules') ? undefined : manifestIn(folder);
    return manifest?.name === undefined ? undefined : { folder, manifest };
  });
}

/** Without a readable package.json, a folder under `node_modules` still tells the name. */
function manifestByPath(fileName: string): FoundManifest | undefined {
  const [, folder, name] = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(fileName) ?? [];
  return folder === undefined ? undefined : { folder, manifest: { name, version: undefined } };
}

function readManifest(program: ts.Program, folder: string): Manifest | undefined {
  const text = readText(program, `${folder}/package.json`);
  if (text === undefined) return undefined;
  try {
    return manifestOf(JSON.parse(text));
  } catch {
    // A file that is not JSON names no package; the folder above may.
    return undefined;
  }
}

function readText(program: ts.Program, fileName: string): string | undefined {
  return canRead(program) ? program.readFile(fileName) : ts.sys.readFile(fileName);
}

/** A program reads through its host, which may be an editor's or a test's; its type does not say so. */
function canRead(program: ts.Program): program is ts.Program & Pick<ts.System, 'readFile'> {
  return 'readFile' in program && typeof program.readFile === 'function';
}

function manifestOf(content: unknown): Manifest | undefined {
  if (!isObject(content)) return undefined;
  const { name, version } = content;
  return {
    name: typeof name === 'string' ? name : undefined,
    version: typeof version === 'string' ? version : undefined,
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function* foldersUp(folder: string): Generator<string> {
  for (let each = folder; each !== ''; each = folderOf(each)) yield each;
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The folder of `name` in the `node_modules` that holds `@types/...` at `folder`. */
const siblingFolder = (folder: string, name: string): string => `${folderOf(folderOf(folder))}/${name}`;

function firstOf<In, Out>(items: Iterable<In>, find: (item: In) => Out | undefined): Out | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
