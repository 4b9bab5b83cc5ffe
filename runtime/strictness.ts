/**
 * Minimised input, whatever the schema library: an unknown key is refused, and a schema that would hand unknown keys
 * to the handler is refused as a whole. Limits: an open record whose values may be anything counts as loose; a
 * transform that leaves out a key and adds none is taken for a schema that strips.
 */
import type { StandardSchema } from './schema.ts';
import { validate } from './schema.ts';

/** How an input fared against its schema and the demand for strictness. */
export type Strictness<Output> =
  { readonly verdict: 'strict'; readonly value: Output } | { readonly verdict: 'invalid' | 'loose' };

/** A key that no input has by chance, with a value that no record of texts or numbers takes. */
const probeKey = 'stateless-runtime:unknown-key';
const probesPerInput = 16;

type Path = readonly (string | number)[];

/** Validates an input, refuses unknown keys, and probes the schema with one of its own at each kind of object. */
export async function validateStrictly<Output>(
  schema: StandardSchema<unknown, Output>,
  input: unknown,
): Promise<Strictness<Output>> {
  const result = await validate(schema, input);
  if (result === undefined || hasStrippedKey(input, result.value)) return { verdict: 'invalid' };
  for (const path of objectPaths(input))
    if (await passesUnknownKey(schema, input, path)) return { verdict: 'loose' };
  return { verdict: 'strict', value: result.value };
}

// Stripped: an object came out with some of its keys missing and none added.
function hasStrippedKey(before: unknown, after: unknown): boolean {
  if (Array.isArray(before) && Array.isArray(after))
    return before.some((item, index) => hasStrippedKey(item, after[index]));
  if (!isRecord(before) || !isRecord(after)) return false;
  const added = Object.keys(after).some((key) => !Object.hasOwn(before, key));
  const missing = Object.keys(before).some((key) => !Object.hasOwn(after, key));
  if (missing && !added) return true;
  return Object.keys(before).some((key) => hasStrippedKey(before[key], after[key]));
}

async function passesUnknownKey(
  schema: StandardSchema<unknown, unknown>,
  input: unknown,
  path: Path,
): Promise<boolean> {
  const altered: unknown = JSON.parse(JSON.stringify(input));
  const target = follow(altered, path);
  if (!isRecord(target)) return false;
  target[probeKey] = [];
  const result = await validate(schema, altered);
  return result !== undefined && holdsProbe(result.value);
}

// One path for each kind of object: of an array's elements only the first, and not more than the budget.
function objectPaths(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.length === 0 ? [] : objectPaths(value[0], [...path, 0]);
  if (!isRecord(value)) return [];
  const inner = Object.entries(value).flatMap(([key, item]) => objectPaths(item, [...path, key]));
  return [path, ...inner].slice(0, probesPerInput);
}

function follow(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) => (isRecord(at) || Array.isArray(at) ? Reflect.get(at, step) : undefined),
    value,
  );
}

function holdsProbe(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsProbe);
  return isRecord(value) && (Object.hasOwn(value, probeKey) || Object.values(value).some(holdsProbe));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
