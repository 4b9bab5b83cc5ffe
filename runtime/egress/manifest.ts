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

/** The manifest's text: the same manifest gives the same text, since its members are written in a fixed order. */
export function manifestText(manifest: Manifest): string {
  const { publicErrors, sizeClasses, maxChunks, maxBits, bits } = createManifest(manifest);
  const events = manifest.events.map(({ name, max, fields }) => ({
    name,
    max,
    fields: fields.map((field) => ({ name: field.name, values: field.values })),
  }));
  const uses = manifest.uses.map(({ name, url, policy, maxCalls, sizes, waitMs }) => ({
    name,
    url,
    policy,
    maxCalls,
    sizes,
    waitMs,
  }));
  return JSON.stringify({ events, publicErrors, sizeClasses, maxChunks, uses, maxBits, bits });
}
