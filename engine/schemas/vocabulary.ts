/** What a schema library calls its parts: given by the catalogue, since the engine knows no library by name. */

export interface SchemaVocabulary {
  readonly module: string;
  /** Functions that make an object which refuses unknown keys. */
  readonly strict: readonly string[];
  /** Functions that make an object which does not, unless a mark says so. */
  readonly objects: readonly string[];
  readonly strictMarks: readonly string[];
  readonly texts: readonly string[];
  readonly lists: readonly string[];
  readonly maps: readonly string[];
  /** Functions that take anything. */
  readonly open: readonly string[];
  /** Methods, actions and options that bound a text, a list or a map. */
  readonly bounds: readonly string[];
}

export interface SchemaFault {
  readonly fault: 'loose' | 'text' | 'list' | 'map' | 'anything';
  /** The member that it is the schema of, outermost first. */
  readonly path: readonly string[];
}
