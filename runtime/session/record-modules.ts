/** Which modules a bundle is made of: found out by the describe process, replayed by every session process. */
import { registerHooks } from 'node:module';
import type { LoadHookSync, ResolveFnOutput } from 'node:module';
import { denied, isRuntime, publicFace, resolveWith } from './modules.ts';
import type { Resolved } from './modules.ts';

const moduleFormats: readonly (string | null | undefined)[] = ['module', 'module-typescript', 'json'];

/** Lets the bundle resolve what it asks for, and returns the list of what that was, growing as modules load. */
export function recordModules(bundle: string): () => Resolved[] {
  const resolved: Omit<Resolved, 'format'>[] = [];
  const formats = new Map<string, string>();
  const load: LoadHookSync = (url, context, nextLoad) => {
    const loaded = nextLoad(url, context);
    if (url.startsWith('node:') || (isRuntime(url) && url !== publicFace)) return loaded;
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
