/** Medians, quartiles and slopes. */

export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** The median with its quartiles, linearly between the values. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { low: at(sorted, 0.25), median: at(sorted, 0.5), high: at(sorted, 0.75) };
}

function at(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? NaN;
  const above = sorted[Math.ceil(position)] ?? NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** The slope of the least-squares line through the logarithms of points: 1 is linear, 2 quadratic. */
export function logSlope(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const meanX = sum(logs.map(([x]) => x)) / logs.length;
  const meanY = sum(logs.map(([, y]) => y)) / logs.length;
  const spread = sum(logs.map(([x]) => (x - meanX) ** 2));
  return sum(logs.map(([x, y]) => (x - meanX) * (y - meanY))) / spread;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
