/** The tag of the runtime: what a handler receives, and what the linter follows. */

declare const tag: unique symbol;

/**
 * A value whose content must not outlive its session. A tagged value fits where `T` is asked for, and not the other
 * way round. A tagged object type tags every data member that is read from it, at any depth; functions stay clean,
 * their results do not.
 *
 * @example
 * function archive(note: string) {}
 * function summarise(note: Plaintext<string>) { archive(note); } // compiles; the linter reports what archive does
 */
export type Plaintext<T, Label extends string = 'plaintext'> = T extends null | undefined
  ? T
  : T & { readonly [tag]: Label };

/**
 * Tags a value: at run time it is the value itself.
 *
 * @param value what the caller decrypted, received or read
 * @returns the same value, typed as plaintext
 */
export function plaintext<T, Label extends string = 'plaintext'>(value: T): Plaintext<T, Label>;
export function plaintext(value: unknown): unknown {
  return value;
}

/** What a tagged type is without its tag: a primitive type, a list, or an object with the same members. */
export type Untagged<Value> = Value extends { readonly [tag]: string }
  ? Value extends string
    ? string
    : Value extends number
      ? number
      : Value extends bigint
        ? bigint
        : Value extends boolean
          ? boolean
          : Value extends readonly (infer Item)[]
            ? readonly Item[]
            : { [Name in keyof Value as Name extends typeof tag ? never : Name]: Value[Name] }
  : Value;
