/** The rows that tell the engine about code without a body: plain data, in the access-path grammar of CodeQL's models-as-data. */

/** How a row may match when there is no symbol to go by. Without it, identity is the symbol's declaration. */
export type Matching = 'import' | 'global' | 'shape';

export interface Row {
  /** `global`, a package name (its exports), or `package.ExportedType` (any instance). */
  readonly type: string;
  /** Steps such as `Member[a,b]`, `Argument[0]`, `ReturnValue`, joined by dots. Empty for the value itself. */
  readonly path: string;
  /** Range of package versions that the row holds for, as in package.json. */
  readonly versions?: string;
  readonly by?: Matching;
  /** For `by: 'shape'`: members that a type must have besides its name. `*` in the name stands for any beginning or end. */
  readonly having?: readonly string[];
}

/** The value at `path` is plaintext. */
export interface Source extends Row {
  readonly label?: string;
}

/** A label may not reach the value at `path`. */
export interface Sink extends Row {
  readonly kind: string;
  readonly labels?: readonly string[];
  /** The argument is a name: a key, a path, a topic. */
  readonly name?: true;
  /**
   * A function counts with what it uses of the variables around it: it is kept (`kept`), or put off as work that is not
   * waited for, unless it is over in time (`work`).
   */
  readonly holds?: 'kept' | 'work';
  /** Of the rows at this place only this one counts: a base class says where most of its kind write to, and this type another place. */
  readonly alone?: true;
  /** Where the call says where it sends to: each place speaks where those before it are silent, or relative. */
  readonly to?: readonly Destination[];
  /** Members by which an object says itself what is shown of it, the first that it has. `@@iterator` is `Symbol.iterator`. */
  readonly through?: readonly string[];
}

/** An argument of a call, or a member of it, that is an address or the name of a host. */
export interface Destination {
  readonly is: 'url' | 'host';
  readonly argument: number;
  /** A name, or names joined by dots. */
  readonly member?: string;
  /** Of the calls that made the client, the last first, or only of the call that a chain starts with. Without it, of the call itself. */
  readonly of?: 'clients' | 'start';
}

/** The callee at `path` passes labels from `input` to `output`, access paths relative to the call. */
export interface Propagator extends Row {
  readonly input: string;
  readonly output: string;
  /** `value`: the very value, with its members. `taint`: something made from its content. */
  readonly mode: 'value' | 'taint';
  /** Of objects, what the first of these members gives that they have: `toJSON`. */
  readonly through?: readonly string[];
}

/**
 * Without `input` and `output`, the value at `path` is clean.
 * With them, the callee at `path` passes `input` to `output` without its content; `output: 'Argument[0]'` cleans in place.
 */
export interface Sanitizer extends Row {
  readonly input?: string;
  readonly output?: string;
  readonly kinds?: readonly string[];
  readonly labels?: readonly string[];
  /** `derived`: what is left is only decided by the content, a length or a yes or no. `other`: its type has its say. */
  readonly leaves?: 'derived' | 'other';
  /** What must hold of a call: it replaces every character by a constant. */
  readonly when?: 'replaces-all';
  /** The argument that must give a reason in words: without one nothing is clean. Calls are listed with their reasons. */
  readonly reason?: number;
}

/** A condition that clears the value at `path` on the branch where the call's result is `accepting`. */
export interface Guard extends Row {
  readonly accepting: string;
  readonly kinds?: readonly string[];
  readonly labels?: readonly string[];
}

/** The value at `path` is one that rows know at another place: what types tell where a package has some, told where it has none. */
export interface Alias extends Row {
  /** A module, and after a space the path from its exports on: `kafkajs Member[Producer].Instance`. */
  readonly is: string;
}

export interface Models {
  readonly sources: readonly Source[];
  readonly sinks: readonly Sink[];
  readonly propagators: readonly Propagator[];
  readonly sanitizers: readonly Sanitizer[];
  readonly guards: readonly Guard[];
  readonly aliases?: readonly Alias[];
}
