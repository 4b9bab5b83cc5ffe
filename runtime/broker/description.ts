/** Checks what a describe process said of its bundle, with the same limits that the author's definition met. */
import type { EventShape } from '../egress/shapes.ts';
import type { Leaf } from '../egress/fields.ts';
import { createManifest } from '../egress/manifest.ts';
import type { Manifest } from '../egress/shapes.ts';
import { readLimits } from '../limits.ts';
import type { Limits } from '../limits.ts';
import type { Description } from '../definition.ts';
import { readShapes } from '../shape.ts';
import type { ShapeReader } from '../shape.ts';

const name = /^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/;

/** Reads a description; `fault()` for anything that is not one. */
export function readDescription(value: unknown, fault: () => Error): Description {
  const read = readShapes(fault);
  const limits = checkedLimits(limitNumbers(read.member(value, 'limits'), read), fault);
  const egress = manifest(read.member(value, 'egress'), limits, read);
  if (egress.bits > egress.maxBits || ![0, limits.maxChunks].includes(egress.maxChunks)) throw fault();
  return { name: read.text(read.member(value, 'name'), name), limits, egress };
}

function checkedLimits(declared: Limits, fault: () => Error): Limits {
  try {
    return readLimits(declared);
  } catch {
    throw fault();
  }
}

function limitNumbers(value: unknown, { member, number, list }: ShapeReader): Limits {
  return {
    wallMs: number(member(value, 'wallMs')),
    memoryMb: number(member(value, 'memoryMb')),
    inputBytes: number(member(value, 'inputBytes')),
    padOutput: list(member(value, 'padOutput')).map(number),
    maxChunks: number(member(value, 'maxChunks')),
  };
}

function manifest(value: unknown, limits: Limits, read: ShapeReader): Manifest {
  const { member, number, list, text } = read;
  return createManifest({
    events: list(member(value, 'events')).map((event) => eventShape(event, read)),
    publicErrors: list(member(value, 'publicErrors')).map((code) => text(code, name)),
    sizeClasses: limits.padOutput,
    maxBits: number(member(value, 'maxBits')),
    maxChunks: number(member(value, 'maxChunks')),
  });
}

function eventShape(value: unknown, { member, number, list, text }: ShapeReader): EventShape {
  return {
    name: text(member(value, 'name'), name),
    max: number(member(value, 'max')),
    fields: list(member(value, 'fields')).map((field) => ({
      name: text(member(field, 'name'), name),
      values: list(member(field, 'values')).map((leaf) => readLeaf(leaf, text)),
    })),
  };
}

function readLeaf(value: unknown, text: ShapeReader['text']): Leaf {
  return typeof value === 'boolean' || typeof value === 'number' ? value : text(value);
}
