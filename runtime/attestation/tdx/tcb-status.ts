/** Intel's words for patch levels. */

/** The words, best first. */
export const tcbStatuses = [
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
