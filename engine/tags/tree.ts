/** What a static type says about plaintext: a tree of tags, computed lazily and once per type. */
import type ts from 'typescript';

/** One tag that a type or a declaration carries. */
export interface Tag {
  /** The label, `plaintext` unless the tag names another. */
  readonly label: string;
  /** What a finding calls the source: `ChatMessage.body`, `Prompt`, `open()`. */
  readonly name: string;
  /** Where the tag was written, or the declaration that carries it. */
  readonly declaration: ts.Node | undefined;
}

export interface LabelTree {
  /** Tags of the value itself. They hold for every data member at any depth. */
  readonly own: readonly Tag[];
  /**
   * The tree of a child under a key of `keys.ts`, or undefined where nothing below can be tagged. `AWAITED` and
   * `privateKey` children are found here alone. Iterating a map (`ELEMENT`) gives entries, with children `0` and `1`.
   */
  child(key: string): LabelTree | undefined;
  /**
   * Every tag in the tree with the path that it sits at, shortest first: what printing the value shows.
   * Functions, `#private` fields, accessors of classes and what a promise resolves to are left out. A type inside
   * itself adds no path, since its tags are there already: only `child` goes on for ever. Beyond `MAX_DEPTH` keys and
   * 200 paths, tags are given to the place of the cut.
   */
  deep(): readonly TaggedPath[];
}

export interface TaggedPath {
  readonly path: readonly string[];
  readonly tag: Tag;
}

/** The first of the engine's two oracles: labels by static type. */
export interface TypeOracle {
  /**
   * The labels of the value of an expression, or of a declared name (parameter, variable, binding element), as its
   * type at that place, the JSDoc tags of its declaration and the settings tell. Undefined when nothing is tagged.
   */
  treeAt(node: ts.Node): LabelTree | undefined;
  /** The same for a type alone. */
  treeOf(type: ts.Type): LabelTree | undefined;
  /** Whether a value of this type can hold no content: boolean, void, undefined, null, never. */
  isContentFree(type: ts.Type): boolean;
  /** Whether any file of the program declares or imports a tag at all: when not, type queries are pointless. */
  readonly hasTags: boolean;
}
