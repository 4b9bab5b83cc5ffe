/** Reading plain data from outside, member by member: what has not the asked shape is an error of the caller's choice. */

/** A reader that throws `fault()` wherever the shape is not the asked one. */
export interface ShapeReader {
  readonly member: (value: unknown, name: string) => unknown;
  readonly text: (value: unknown, form?: RegExp) => string;
  readonly number: (value: unknown) => number;
  readonly list: (value: unknown) => readonly unknown[];
}

/** Makes a reader. */
export function readShapes(fault: () => Error): ShapeReader {
  return {
    member(value, name) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) throw fault();
      const found: unknown = Object.getOwnPropertyDescriptor(value, name)?.value;
      return found;
    },
    text(value, form) {
      if (typeof value !== 'string' || form?.test(value) === false) throw fault();
      return value;
    },
    number(value) {
      if (typeof value !== 'number') throw fault();
      return value;
    },
    list(value) {
      if (!Array.isArray(value)) throw fault();
      const items: readonly unknown[] = value;
      return items;
    },
  };
}

/** The value of a JSON text; `fault()` for any other text. */
export function parseJson(text: string, fault: () => Error): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw fault();
  }
}
