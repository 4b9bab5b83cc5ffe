/** The face of the compiled catalogue: a trie of access paths that the evaluator walks as values flow. */
import type ts from 'typescript';
import type { Guard, Propagator, Sanitizer, Sink, Source } from './rows.ts';

/**
 * One node of the trie. A value that comes from a modelled package carries the nodes that it stands at; reading a
 * member, calling, awaiting steps to children. Steps are kept expanded: `Member[a,b]` gives two children, ranges and
 * `N-1` stay symbolic and are resolved by `argumentNodes`.
 */
export interface ModelNode {
  readonly id: number;
  /** Rows whose path ends here. */
  readonly sources: readonly Source[];
  readonly sinks: readonly Sink[];
  /** Sanitizers without input and output: the value here is clean. */
  readonly clean: readonly Sanitizer[];
  /** Rows of the callee that ends here: their inputs and outputs are relative to its call. */
  readonly propagators: readonly CallRow<Propagator>[];
  readonly sanitizers: readonly CallRow<Sanitizer>[];
  /** Whether no row's path goes on from here. */
  readonly isLeaf: boolean;
  /** The members that rows name here, each with what `AnyMember` adds to it. */
  readonly members: ReadonlyMap<string, ModelNode>;
  /** Any other member. Under `Fuzzy` a member is the node itself, and is not given here. */
  readonly anyMember: ModelNode | undefined;
  /** Reading a member by name (AnyMember included). */
  member(name: string): ModelNode | undefined;
  /** One of the steps without an operand. `Call` and `NewCall` stand at a call itself: their sinks need no argument. */
  step(name: StepName): ModelNode | undefined;
  /** What a call with `count` arguments says about its argument at `index`, or about `this`. */
  argument(index: number | 'this', count: number): readonly ModelNode[];
  /** Guards whose condition is the call of the callee that ends here, with the argument that they clear. */
  readonly guards: readonly { readonly row: Guard; readonly argument: number | 'this' }[];
  /** What a callback given here receives as its parameter at `index`. */
  parameter(index: number | 'this'): readonly ModelNode[];
  /**
   * The callee that ends here as one call of it is seen: what rows say behind `WithArity`, `WithStringArgument`, `Call`
   * and `NewCall` is included where the call fits. Ask it for arguments, results and rows of the callee.
   */
  forCall(call: CallShape): ModelNode;
}

/** What a row can ask of a call besides its callee. */
export interface CallShape {
  readonly isNew: boolean;
  /** The number of arguments, or undefined where a spread hides it: any arity fits then. */
  readonly count: number | undefined;
  /** The text of an argument that is a string known before the program runs. */
  stringAt(index: number): string | undefined;
}

export type StepName =
  | 'ReturnValue'
  | 'Awaited'
  | 'ArrayElement'
  | 'MapKey'
  | 'MapValue'
  | 'Instance'
  | 'NewCall'
  | 'Call'
  | 'Thrown'
  | 'Getter'
  | 'Setter'
  | 'Made'
  | 'DecoratedClass'
  | 'DecoratedMember'
  | 'DecoratedParameter'
  | 'GuardedRouteHandler';

/** A propagator or sanitizer with its access paths parsed. */
export interface CallRow<T> {
  readonly row: T;
  readonly input: CallPath;
  readonly output: CallPath;
}

/** An access path relative to a call: where it starts, and the steps from there. */
export interface CallPath {
  readonly start: CallStart;
  readonly steps: readonly PathStep[];
}

export type CallStart =
  /** Both ends are included; `to` may be Infinity. With `fromEnd` they count back from the number of arguments: `N-1` is from 1 to 1. */
  | { readonly at: 'argument'; readonly from: number; readonly to: number; readonly fromEnd?: true }
  | { readonly at: 'this' }
  /** As an input, the object that the call makes. */
  | { readonly at: 'return' }
  /** What the whole program shares under a name: the messages between threads. */
  | { readonly at: 'shared'; readonly name: string }
  /** The same within one function: what any other call may replace, and is read at once. */
  | { readonly at: 'near'; readonly name: string }
  | { readonly at: 'thrown' };

export type PathStep =
  /** A key of `keys.ts`: a member, an element, the awaited value, a map's keys or values. */
  | { readonly step: 'key'; readonly key: string }
  | { readonly step: 'anyMember' }
  /** The members that the list at an argument names. */
  | { readonly step: 'named' | 'unnamed'; readonly argument: number }
  /** Into a callback: what it returns, what it throws, or what it receives. */
  | { readonly step: 'return' }
  | { readonly step: 'thrown' }
  | { readonly step: 'parameter'; readonly index: number | 'this' };

/** The catalogue and the settings' rows, compiled for one program. */
export interface ModelIndex {
  /** The exports of a package (`node:` and no prefix are the same), or undefined when no row speaks of it. */
  packageNode(name: string): ModelNode | undefined;
  /** The same for a program in which no type says what the package gives: aliases lead from value to value. */
  untypedPackageNode(name: string): ModelNode | undefined;
  /** An ambient global, or an undeclared name in plain JavaScript. */
  globalNode(name: string): ModelNode | undefined;
  /** What rows say of any instance of a type: its own name, its bases, its constituents, where they are declared. */
  instanceNodes(type: ts.Type): readonly ModelNode[];
  /** What rows say of a declared symbol (aliases resolved): an export, a global, a member of a type or a class. */
  symbolNodes(symbol: ts.Symbol): readonly ModelNode[];
  /** Whether rows speak of the package that a file belongs to: a team's own code. */
  speaksOf(file: ts.SourceFile): boolean;
  /** Names that any row reads from a value which its type or symbol may identify: a cheap test before a type query. */
  readonly memberNames: ReadonlySet<string>;
}
