/** The places in brackets after `Argument`, `Parameter` and `WithArity`: `0`, `0,2`, `1..3`, `0..`, `N-1`, `this`. */

/** An index from the start, or `N-index` from the end. */
export interface Bound {
  readonly index: number;
  readonly fromEnd: boolean;
}

/** A range of indexes, both ends included; without `to` it is open. */
export interface Range {
  readonly from: Bound;
  readonly to: Bound | undefined;
}

export type Place = Range | 'this';

const BOUND = /^(?:(\d+)|N-([1-9]\d*))$/;

/** The places of an operand, or undefined where it is malformed. */
export function parsePlaces(operand: string): readonly Place[] | undefined {
  const places = operand.split(',').map((part) => parsePlace(part.trim()));
  return places.every((place) => place !== undefined) ? places : undefined;
}

/** Whether a place is among `count` of them. With an unknown count, a bound that counts from the end holds anywhere. */
export function isInRange(range: Range, index: number, count: number | undefined): boolean {
  return (
    (resolveBound(range.from, count) ?? 0) <= index &&
    index <= (range.to === undefined ? Infinity : (resolveBound(range.to, count) ?? Infinity))
  );
}

/** A place as it is written. */
export function placeText(place: Place): string {
  if (place === 'this') return place;
  const from = boundText(place.from);
  if (place.to === undefined) return `${from}..`;
  const to = boundText(place.to);
  return from === to ? from : `${from}..${to}`;
}

function parsePlace(text: string): Place | undefined {
  if (text === 'this') return text;
  const [first = '', last, ...rest] = text.split('..');
  const from = parseBound(first);
  if (from === undefined || rest.length > 0) return undefined;
  if (last === undefined) return { from, to: from };
  if (last === '') return { from, to: undefined };
  const to = parseBound(last);
  if (to === undefined) return undefined;
  const isBackward =
    from.fromEnd === to.fromEnd && (from.fromEnd ? from.index < to.index : from.index > to.index);
  return isBackward ? undefined : { from, to };
}

function parseBound(text: string): Bound | undefined {
  const [, fromStart, fromEnd] = BOUND.exec(text) ?? [];
  if (fromStart !== undefined) return { index: Number(fromStart), fromEnd: false };
  return fromEnd === undefined ? undefined : { index: Number(fromEnd), fromEnd: true };
}

function resolveBound(bound: Bound, count: number | undefined): number | undefined {
  if (!bound.fromEnd) return bound.index;
  return count === undefined ? undefined : count - bound.index;
}

const boundText = (bound: Bound): string => (bound.fromEnd ? `N-${bound.index}` : `${bound.index}`);
