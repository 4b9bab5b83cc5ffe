/** Readers of plain data from outside: a table of members says what is asked for, and the type follows from it. */

/** Reads a value of one shape; `fault()` is thrown for any other. */
export type Read<Value> = (value: unknown, fault: () => Error) => Value;

/** What a reader gives. */
export type Shape<Reader> = Reader extends Read<infer Value> ? Value : never;

/** Whatever it is. */
export const anything: Read<unknown> = (value) => value;

/** A number of any size. */
export const number: Read<number> = (value, fault) => {
  if (typeof value !== 'number') throw fault();
  return value;
};

/** A text, of this form if one is given. */
export function text(form?: RegExp): Read<string> {
  return (value, fault) => {
    if (typeof value !== 'string' || form?.test(value) === false) throw fault();
    return value;
  };
}

/** A list, of this length if one is given. */
export function list<Item>(item: Read<Item>, length?: number): Read<readonly Item[]> {
  return (value, fault) => {
    if (!Array.isArray(value) || (length !== undefined && value.length !== length)) throw fault();
    return value.map((each) => item(each, fault));
  };
}

/** An object with at least these members of its own; what else it has is left out. */
export function record<Value>(members: { readonly [Name in keyof Value]: Read<Value[Name]> }): Read<Value>;
export function record(members: Readonly<Record<string, Read<unknown>>>): Read<unknown> {
  return (value, fault) => {
    if (typeof value !== 'object' || value === null) throw fault();
    const read = ([name, member]: readonly [string, Read<unknown>]): readonly [string, unknown] => [
      name,
      member(Object.getOwnPropertyDescriptor(value, name)?.value, fault),
    ];
    return Object.fromEntries(Object.entries(members).map(read));
  };
}

/** What may be absent. */
export function optional<Value>(read: Read<Value>): Read<Value | undefined> {
  return (value, fault) => (value === undefined ? undefined : read(value, fault));
}

/** What a reader gives in another form; undefined is `fault()`. */
export function as<From, To>(read: Read<From>, change: (value: From) => To | undefined): Read<To> {
  return (value, fault) => {
    const changed = change(read(value, fault));
    if (changed === undefined) throw fault();
    return changed;
  };
}

/** The value of a JSON text; `fault()` for any other text. */
export function parseJson(json: string, fault: () => Error): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw fault();
  }
}
