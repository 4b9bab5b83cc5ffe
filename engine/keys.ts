/** The keys under which an abstract value holds its children. A declared member is keyed by its name. */

/** Any element of an array or set, or what an iteration yields, when its index is not known. A known index is keyed by its digits. */
export const ELEMENT = '<element>';
export const MAP_KEY = '<key>';
export const MAP_VALUE = '<value>';
/** What a promise resolves to. */
export const AWAITED = '<awaited>';

/** The name that a `#private` member is keyed by: no reader outside the class can print it. */
export const privateKey = (name: string): string => `#${name.replace(/^#/, '')}`;

/** Paths of keys are cut here; what is deeper collapses upward onto the value at the cut. */
export const MAX_DEPTH = 8;
