/** Egress records into a pino logger. */
import type { EgressRecord } from '../egress/shapes.ts';

/**
 * A sink that logs each record at level info, its fields under `egress`.
 *
 * @param logger a pino logger, or anything with its `info`
 */
export function pino(logger: {
  readonly info: (fields: object, message: string) => void;
}): (record: EgressRecord) => void {
  return ({ event, fields }) => {
    logger.info({ egress: { event, ...fields } }, 'egress');
  };
}
