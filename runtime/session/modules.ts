/**
 * What a bundle may import: the files that `describe` saw, by the same specifiers, a few harmless built-ins, and the
 * runtime's public face under its own name. Registered once, before the bundle is loaded, and out of its reach.
 */
import { isBuiltin, registerHooks } from 'node:module';
import type { LoadHookSync, ResolveFnOutput, ResolveHookSync } from 'node:module';

/** One import of a bundle, as it was resolved when the bundle was described. */
export interface Resolution {
  readonly specifier: string;
  readonly parent: string;
  readonly url: string;
  readonly format: string;
}

/** Built-ins without a way out of the process. */
const allowedBuiltins = new Set([
  'node:assert',
  'node:assert/strict',
  'node:buffer',
  'node:crypto',
  'node:events',
  'node:path',
  'node:path/posix',
  'node:punycode',
  'node:querystring',
  'node:stream',
  'node:string_decoder',
  'node:timers',
  'node:timers/promises',
  'node:url',
  'node:util',
  'node:util/types',
]);

const runtimeFolder = new URL('../', import.meta.url).href;
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const publicFace = new URL(`../index${extension}`, import.meta.url).href;
const moduleFormats: readonly (string | null | undefined)[] = ['module', 'module-typescript', 'json'];

/** Lets the bundle resolve what it asks for, and returns the list of what that was, growing as modules load. */
export function recordModules(bundle: string): () => Resolution[] {
  const resolved: Omit<Resolution, 'format'>[] = [];
  const formats = new Map<string, string>();
  const load: LoadHookSync = (url, context, nextLoad) => {
    const loaded = nextLoad(url, context);
    if (url.startsWith('node:') || isRuntime(url)) return loaded;
    if (!moduleFormats.includes(loaded.format))
      throw new Error('a bundle is made of ES modules; bundle CommonJS dependencies into it');
    formats.set(url, loaded.format ?? 'module');
    return loaded;
  };
  const find = (specifier: string, parent: string, next: () => ResolveFnOutput): ResolveFnOutput => {
    const found = next();
    if (!found.url.startsWith('file:') || isRuntime(found.url)) throw denied(specifier);
    resolved.push({ specifier, parent, url: found.url });
    return found;
  };
  registerHooks({ resolve: resolveWith(bundle, find), load });
  return () => resolved.map((entry) => ({ ...entry, format: formats.get(entry.url) ?? 'module' }));
}

/** Lets the bundle import what was recorded, and nothing else. */
export function replayModules(bundle: string, resolutions: readonly Resolution[]): void {
  const table = new Map(resolutions.map((entry) => [key(entry.specifier, entry.parent), entry]));
  registerHooks({
    resolve: resolveWith(bundle, (specifier, parent) => {
      const entry = table.get(key(specifier, parent));
      if (entry === undefined) throw denied(specifier);
      return { url: entry.url, format: entry.format, shortCircuit: true };
    }),
  });
}

function resolveWith(
  bundle: string,
  find: (specifier: string, parent: string, next: () => ResolveFnOutput) => ResolveFnOutput,
): ResolveHookSync {
  return (specifier, context, nextResolve) => {
    const parent = context.parentURL ?? '';
    if (specifier === bundle) return find(specifier, '', () => nextResolve(specifier, context));
    if (isRuntime(parent) || parent === '') return nextResolve(specifier, context);
    if (specifier === 'stateless-runtime')
      return {
        url: publicFace,
        format: extension === '.ts' ? 'module-typescript' : 'module',
        shortCircuit: true,
      };
    if (!isBuiltin(specifier)) return find(specifier, parent, () => nextResolve(specifier, context));
    const name = specifier.startsWith('node:') ? specifier : `node:${specifier}`;
    if (!allowedBuiltins.has(name)) throw denied(specifier);
    return nextResolve(name, context);
  };
}

function isRuntime(url: string): boolean {
  return url.startsWith(runtimeFolder);
}

function key(specifier: string, parent: string): string {
  return `${parent}\n${specifier}`;
}

function denied(specifier: string): Error {
  return new Error(`a bundle may not import ${specifier}`);
}
