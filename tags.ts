/** The tag for a team's own types. Type-only, for teams that lint without the runtime. */

declare const tag: unique symbol;

/**
 * A value whose content must not outlive its session. A tagged value fits where `T` is asked for, and not the other
 * way round. A tagged object type tags every data member that is read from it, at any depth.
 */
export type Plaintext<T, Label extends string = 'plaintext'> = T extends null | undefined
  ? T
  : T & { readonly [tag]: Label };
