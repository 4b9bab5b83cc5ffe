/** The egress manifest: what can leave, as one text whose digest goes into the evidence. */
import { sessionBits } from './budget.ts';
import type { Manifest, Declared } from './shapes.ts';

/** Puts a manifest together; `bits` is computed and never declared. */
export function createManifest(declared: Declared): Manifest {
  const { events, publicErrors, sizeClasses, maxChunks } = declared;
  const bits = sessionBits({
    events,
    publicErrors: publicErrors.length,
    sizeClasses: sizeClasses.length,
    maxChunks,
  });
  return { events, publicErrors, sizeClasses, maxChunks, maxBits: declared.maxBits ?? bits, bits };
}

/** The manifest's text: the same manifest gives the same text, since its members are written in a fixed order. */
export function manifestText(manifest: Manifest): string {
  const { publicErrors, sizeClasses, maxChunks, maxBits, bits } = createManifest(manifest);
  const events = manifest.events.map(({ name, max, fields }) => ({
    name,
    max,
    fields: fields.map((field) => ({ name: field.name, values: field.values })),
  }));
  return JSON.stringify({ events, publicErrors, sizeClasses, maxChunks, maxBits, bits });
}
