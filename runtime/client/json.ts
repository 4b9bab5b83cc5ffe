/** The text of an input: JSON, or a misuse of the API whose message quotes nothing. */

/**
 * The input as JSON.
 *
 * @throws TypeError when it is no JSON value.
 */
export function jsonOf(input: unknown): string {
  const text = stringify(input);
  if (typeof text !== 'string') throw new TypeError('the input must be a JSON value');
  return text;
}

// JSON.stringify gives undefined for what is no JSON value, and quotes property names in what it throws.
function stringify(input: unknown): unknown {
  try {
    return JSON.stringify(input);
  } catch {
    return undefined;
  }
}
