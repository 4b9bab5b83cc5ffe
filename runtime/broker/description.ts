/** Checks what a describe process said of its bundle, with the same limits that the author's definition met. */
import type { Description, Limits } from '../definition.ts';
import type { Leaf } from '../egress/fields.ts';
import { createManifest } from '../egress/manifest.ts';
import { readLimits } from '../limits.ts';
import { as, list, number, record, text } from '../shape.ts';
import type { Read } from '../shape.ts';

const name = text(/^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/);
const words = text();
const leaf: Read<Leaf> = (value, fault) =>
  typeof value === 'boolean' || typeof value === 'number' ? value : words(value, fault);
const field = record({ name, values: list(leaf) });
const event = record({ name, max: number, fields: list(field) });
const count = as(number, (value) => (Number.isInteger(value) && value > 0 ? value : undefined));
const use = record({
  name,
  url: text(/^https?:/),
  policy: text(),
  maxCalls: count,
  sizes: list(count),
  maxChunks: as(number, (value) => (Number.isInteger(value) && value >= 0 ? value : undefined)),
  waitMs: count,
});
const numbers = { wallMs: number, memoryMb: number, inputBytes: number, maxChunks: number };
const limits: Read<Limits> = (value, fault) => {
  const declared = record({ ...numbers, padOutput: list(number) })(value, fault);
  try {
    return readLimits(declared);
  } catch {
    throw fault();
  }
};
const egress = record({
  events: list(event),
  publicErrors: list(name),
  maxBits: number,
  maxChunks: number,
  uses: list(use),
});
const description = record({ name, limits, egress });

/** Reads a description; `fault()` for anything that is not one. */
export function readDescription(value: unknown, fault: () => Error): Description {
  const declared = description(value, fault);
  const { padOutput: sizeClasses, maxChunks } = declared.limits;
  const manifest = createManifest({ ...declared.egress, sizeClasses });
  if (manifest.bits > manifest.maxBits || ![0, maxChunks].includes(manifest.maxChunks)) throw fault();
  return { ...declared, egress: manifest };
}
