/** Which modules a program can have values of: those that its files name in imports, and those that its files are of. */
import type ts from 'typescript';
import { typedPackage } from './module-key.ts';
import { namedModules } from './module-symbols.ts';
import type { Packages } from './packages.ts';
import { GLOBAL } from './parse-type.ts';
import type { Tries } from './tries.ts';

/** The wanted modules of a program. Shapes are told by no module, and always there. */
export function presentModules(program: ts.Program, tries: Tries, packages: Packages): ReadonlySet<string> {
  const isWanted = (module: string): boolean => module !== GLOBAL && tries.has(module);
  const found = new Set<string>(tries.shapes.map(({ module }) => module));
  for (const file of program.getSourceFiles()) {
    for (const module of namedModules(file, isWanted)) found.add(module);
    const owner = ownerOf(file, packages);
    if (owner !== undefined) for (const module of tries.modulesOf(owner)) found.add(module);
  }
  return found;
}

const INSTALLED = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** The folder's name says enough of an installed package: no file has to be read for it. */
function ownerOf(file: ts.SourceFile, packages: Packages): string | undefined {
  const [, installed] = INSTALLED.exec(file.fileName) ?? [];
  return installed === undefined ? packages.packageOf(file)?.name : typedPackage(installed);
}
