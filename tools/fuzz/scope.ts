/** What is in reach at a place of a program: variables by kind, block within function within module. */

export interface Variable {
  readonly kind: string;
  /** The text that reads it. */
  readonly text: string;
  /** Made from something that may hold the canary. */
  readonly isHot: boolean;
}

export interface Scope {
  readonly variables: Variable[];
  readonly outer: Scope | undefined;
  readonly isAsync: boolean;
}

export function scopeIn(outer: Scope | undefined, isAsync: boolean): Scope {
  return { variables: [], outer, isAsync };
}

/** The variables of some kinds, the likeliest carriers first, then the nearest. */
export function variablesOf(scope: Scope, kinds: readonly string[]): readonly Variable[] {
  const found: Variable[] = [];
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer)
    found.push(...at.variables.filter(({ kind }) => kinds.includes(kind)).reverse());
  return [...found.filter(({ isHot }) => isHot), ...found.filter(({ isHot }) => !isHot)];
}
