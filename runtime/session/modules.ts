/**
 * What a bundle may import: the files that `describe` saw, by the same specifiers, a few harmless built-ins, and the
 * runtime's public face under its own name. Registered once, before the bundle is loaded, and out of its reach.
 */
import { isBuiltin, registerHooks } from 'node:module';
import type { ResolveFnOutput, ResolveHookSync } from 'node:module';
import { allowedModules } from './allowed.ts';
import { closeCrypto } from './guard.ts';

/** One import of a bundle, as it was resolved when the bundle was described. */
export interface Resolved {
  readonly specifier: string;
  readonly parent: string;
  readonly url: string;
  readonly format: string;
}

/** One import of a bundle as it is replayed. */
export interface Resolution extends Resolved {
  /** TypeScript without its types, at its first import; empty for what is loaded from its file. */
  readonly source: string;
}

const runtimeFolder = new URL('../', import.meta.url).href;
const attacksFolder = new URL('../attacks/', import.meta.url).href;
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
/** The one file of the runtime that a bundle may import, by name or by path. */
const faceFile = new URL(`../index${extension}`, import.meta.url).href;
/** Where it is loaded from: built, the process and the public face are one file, so that no other has to be loaded. */
export const publicFace = extension === '.ts' ? faceFile : import.meta.url;

/** What a bundle may import of the runtime by name: the verifiers are for the policies of upstreams. */
const faces: ReadonlyMap<string, string> = new Map([
  ['stateless-runtime', publicFace],
  ['stateless-runtime/attestation', new URL(`../attestation/index${extension}`, import.meta.url).href],
]);

/** Lets the bundle import what was recorded, and nothing else. */
export function replayModules(bundle: string, resolutions: readonly Resolution[]): void {
  const table = new Map(resolutions.map((entry) => [key(entry.specifier, entry.parent), entry]));
  const sources = new Map(resolutions.filter(({ source }) => source).map(({ url, source }) => [url, source]));
  registerHooks({
    resolve: resolveWith(bundle, (specifier, parent) => {
      const entry = table.get(key(specifier, parent));
      if (entry === undefined) throw denied(specifier);
      return { url: entry.url, format: entry.format, shortCircuit: true };
    }),
    load(url, context, nextLoad) {
      const source = sources.get(url);
      return source === undefined ? nextLoad(url, context) : { format: 'module', source, shortCircuit: true };
    },
  });
}

/** A hook that lets the runtime resolve as it will, and the bundle only what is allowed or what `find` finds. */
export function resolveWith(
  bundle: string,
  find: (specifier: string, parent: string, next: () => ResolveFnOutput) => ResolveFnOutput,
): ResolveHookSync {
  return (specifier, context, nextResolve) => {
    const parent = context.parentURL ?? '';
    if (specifier === bundle) return find(specifier, '', () => nextResolve(specifier, context));
    if (isRuntime(parent) || parent === '') return nextResolve(specifier, context);
    const face = isFace(specifier, parent) ? publicFace : faces.get(specifier);
    if (face !== undefined)
      return {
        url: face,
        format: extension === '.ts' ? 'module-typescript' : 'module',
        shortCircuit: true,
      };
    if (!isBuiltin(specifier)) return find(specifier, parent, () => nextResolve(specifier, context));
    const name = specifier.startsWith('node:') ? specifier : `node:${specifier}`;
    if (!allowedModules.includes(name)) throw denied(specifier);
    if (name === 'node:crypto') closeCrypto();
    return nextResolve(name, context);
  };
}

/** Whether a module is the runtime's own; the attacks are a bundle like any other. */
export function isRuntime(url: string): boolean {
  return url.startsWith(runtimeFolder) && !url.startsWith(attacksFolder);
}

function isFace(specifier: string, parent: string): boolean {
  return specifier.startsWith('.') && new URL(specifier, parent).href === faceFile;
}

function key(specifier: string, parent: string): string {
  return `${parent}\n${specifier}`;
}

/** The error of an import that is not allowed. */
export function denied(specifier: string): Error {
  return new Error(`a bundle may not import ${specifier}; the README of stateless-runtime lists what it may`);
}
