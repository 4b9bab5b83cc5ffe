/** What Intel's signed statements are made of: periods, hexadecimal, levels. */
import { as, list, number, record, text } from '../../shape.ts';
import type { Read } from '../../shape.ts';

/** Intel's words for patch levels, best first. */
const tcbStatuses = [
  'UpToDate',
  'SWHardeningNeeded',
  'ConfigurationNeeded',
  'ConfigurationAndSWHardeningNeeded',
  'OutOfDate',
  'OutOfDateConfigurationNeeded',
  'Revoked',
] as const;

/** Intel's word for a level. */
export type TcbStatus = (typeof tcbStatuses)[number];

const time = as(text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/), (value) => {
  const parsed = Date.parse(value);
  return Number.isNaN(parsed) ? undefined : parsed;
});

/** When a statement was made, and when the next one is due; milliseconds since 1970. */
export const period = { issueDate: time, nextUpdate: time };

/** Intel's word for a level. */
export const status = as(text(), (said) => tcbStatuses.find((each) => each === said));

/** The levels of a module or an enclave. */
export const svnLevels = list(record({ tcb: record({ isvsvn: number }), tcbStatus: status }));

/** So many bytes in hexadecimal, as lower case. */
export function hex(bytes: number): Read<string> {
  return as(text(new RegExp(`^[0-9A-Fa-f]{${2 * bytes}}$`)), (value) => value.toLowerCase());
}

/** The version of a statement, and no other. */
export function version(expected: number): Read<number> {
  return as(number, (value) => (value === expected ? value : undefined));
}
