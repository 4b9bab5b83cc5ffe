/** Shapes of settings: each verifies a value and fails with the key, what is there and what is allowed. */

/** Wrong settings. The message names the key and what is allowed, in one line. */
export class SettingsError extends Error {
  /** The whole path of the setting, as `settings.stateless.models.sinks[2].path`. */
  readonly key: string;

  constructor(key: string, fault: string) {
    super(`${key} ${fault}`);
    this.name = 'SettingsError';
    this.key = key;
  }
}

/** Verifies that a value found under a key is a `T`. */
export interface Shape<T> {
  verify(value: unknown, key: string): asserts value is T;
}

interface Member {
  readonly shape: Shape<unknown>;
  readonly optional: boolean;
}

type IsOptional<T, K extends keyof T> = Partial<Pick<T, K>> extends Pick<T, K> ? true : false;

/** A shape for each member of `T`, and whether the member may be absent: the compiler holds both to the type. */
export type Members<T> = {
  readonly [K in keyof T]-?: { readonly shape: Shape<T[K]>; readonly optional: IsOptional<T, K> };
};

/** A value that passes a test of its own. */
export function plain<T>(allowed: string, test: (value: unknown) => value is T): Shape<T> {
  return {
    verify(value, key) {
      if (!test(value)) throw notAllowed(key, describe(value), allowed);
    },
  };
}

/** One of a few texts. */
export function oneOf<const T extends string>(texts: readonly T[]): Shape<T> {
  const quoted = texts.map((text) => `'${text}'`);
  return plain(alternatives(quoted), (value): value is T => texts.some((text) => text === value));
}

/** A list whose every element has the same shape. */
export function listOf<T>(element: Shape<T>, allowed: string): Shape<readonly T[]> {
  return {
    verify(value, key) {
      if (!Array.isArray(value)) throw notAllowed(key, describe(value), allowed);
      value.forEach((item: unknown, index) => {
        verify(element, item, `${key}[${index}]`);
      });
    },
  };
}

/** An object with these members and no other. */
export function objectOf<T>(members: Members<T>): Shape<T> {
  const table: readonly (readonly [string, Member])[] = Object.entries(members);
  const names = table.map(([name]) => name);
  return {
    verify(value, key) {
      if (!isObject(value)) throw notAllowed(key, describe(value), `an object with ${names.join(', ')}`);
      const unknown = Object.keys(value).find((name) => !names.includes(name));
      if (unknown !== undefined)
        throw notAllowed(memberKey(key, unknown), 'is not a setting', names.join(', '));
      for (const [name, { shape, optional }] of table)
        if (!optional || value[name] !== undefined) verify(shape, value[name], memberKey(key, name));
    },
  };
}

/** An object whose shape is told by the text of one of its members. */
export function variantOf<T>(member: string, variants: Readonly<Record<string, Shape<T>>>): Shape<T> {
  const names = Object.keys(variants);
  return {
    verify(value, key) {
      if (!isObject(value)) throw notAllowed(key, describe(value), 'an object');
      const name = value[member];
      verify(oneOf(names), name, memberKey(key, member));
      const variant = typeof name === 'string' ? variants[name] : undefined;
      if (variant !== undefined) verify(variant, value, key);
    },
  };
}

/** Runs a shape whose assertion the caller does not need. */
function verify(shape: Shape<unknown>, value: unknown, key: string): void {
  shape.verify(value, key);
}

function notAllowed(key: string, fault: string, allowed: string): SettingsError {
  return new SettingsError(key, `${fault}; allowed: ${allowed}.`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function memberKey(key: string, name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${key}.${name}` : `${key}[${JSON.stringify(name)}]`;
}

/** Says what is there: the text itself where it is short enough to be no content. */
function describe(value: unknown): string {
  if (value === undefined) return 'is missing';
  if (typeof value === 'string')
    return value.length <= 60 ? `is '${value}'` : `is a text of ${value.length} characters`;
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return `is ${String(value)}`;
  if (Array.isArray(value)) return 'is a list';
  return typeof value === 'object' ? 'is an object' : `is a ${typeof value}`;
}

function alternatives(texts: readonly string[]): string {
  const last = texts.at(-1) ?? 'nothing';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} or ${last}`;
}
