/** The egress manifest: what can leave, as one text whose digest goes into the evidence. */
import { sessionBits } from './budget.ts';
import type { Manifest, Declared } from './shapes.ts';

/** Puts a manifest together; `bits` is computed and never declared. */
export function createManifest(declared: Declared): Manifest {
  const { events, publicErrors, sizeClasses, maxChunks, uses } = declared;
  const [errors, sizes] = [publicErrors.length, sizeClasses.length];
  const bits = sessionBits({ events, publicErrors: errors, sizeClasses: sizes, maxChunks, uses });
  return { events, publicErrors, sizeClasses, maxChunks, uses, maxBits: declared.maxBits ?? bits, bits };
}

/** The manifest's text: the same manifest gives the same text, since tables fix the order of its members. */
export function manifestText(manifest: Manifest): string {
  return JSON.stringify(createManifest(manifest));
}
