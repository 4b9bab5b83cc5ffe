/** Names that count as tags where the settings ask for it: `password`, in code that has no types to say so. */

/** Whether a name matches one of the patterns. Each name is tried once. */
export type IsGuessed = (name: string) => boolean;

export function createIsGuessed(patterns: readonly string[]): IsGuessed {
  const expressions = patterns.map((source) => new RegExp(source, 'u'));
  const known = new Map<string, boolean>();
  return (name) => {
    if (expressions.length === 0) return false;
    let isGuessed = known.get(name);
    if (isGuessed === undefined) {
      isGuessed = expressions.some((one) => one.test(name));
      known.set(name, isGuessed);
    }
    return isGuessed;
  };
}
