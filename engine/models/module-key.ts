/** The names of modules, brought to one form: `node:fs` is `fs`, and `@types/acme__audit` speaks for `@acme/audit`. */

/** Built-ins that exist only with the prefix: without it, the name is a package's. */
const PREFIX_ONLY = new Set(['ffi', 'quic', 'sea', 'sqlite', 'stream/iter', 'test', 'test/reporters', 'vfs']);

/** The form under which rows of a module are found, whichever way an import spells it. */
export function moduleKey(specifier: string): string {
  if (!specifier.startsWith('node:')) return specifier;
  const name = specifier.slice('node:'.length);
  return PREFIX_ONLY.has(name) ? specifier : name;
}

/** The package of a module: `@acme/audit/client` belongs to `@acme/audit`. */
export function packageOfModule(module: string): string {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The package that another's declarations are written for: `@types/acme__audit` types `@acme/audit`. */
export function typedPackage(name: string): string {
  if (!name.startsWith('@types/')) return name;
  const typed = name.slice('@types/'.length);
  return typed.includes('__') ? `@${typed.replace('__', '/')}` : typed;
}
