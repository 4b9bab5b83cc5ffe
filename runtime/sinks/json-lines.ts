/** Egress records as lines of JSON. */
import type { EgressRecord } from '../egress/shapes.ts';

/**
 * A sink that writes one line a record.
 *
 * @param stream anything with `write`, such as `process.stdout`
 *
 * @example
 * await serve('summarise.ts', { onEgress: jsonLines(process.stdout) });
 */
export function jsonLines(stream: {
  readonly write: (line: string) => unknown;
}): (record: EgressRecord) => void {
  return ({ event, fields }) => {
    stream.write(`${JSON.stringify({ event, fields })}\n`);
  };
}
