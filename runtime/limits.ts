/** What a session may take: time, memory, input, and the sizes that its response can have. */
import type { Limits } from './definition.ts';

const mebibyte = 1024 * 1024;

const defaults: Limits = {
  wallMs: 10_000,
  memoryMb: 96,
  inputBytes: 256 * 1024,
  padOutput: [1024, 4096, 16_384, 65_536],
  maxChunks: 256,
};

/** The smallest and the largest value of each limit. */
const ranges = {
  wallMs: [1, 3_600_000],
  memoryMb: [32, 4096],
  inputBytes: [1, 16 * mebibyte],
  padOutput: [256, 16 * mebibyte],
  padInput: [256, 16 * mebibyte],
  maxChunks: [1, 65_536],
  maxCalls: [1, 64],
  waitMs: [1, 3_600_000],
} as const;

/**
 * Fills in defaults and checks ranges.
 *
 * @throws TypeError naming the limit.
 */
export function readLimits(declared: Partial<Limits> = {}): Limits {
  const limits = { ...defaults, ...declared };
  for (const name of ['wallMs', 'memoryMb', 'inputBytes', 'maxChunks'] as const)
    checkRange(name, limits[name]);
  checkSizes('padOutput', limits.padOutput);
  return { ...limits, padOutput: [...limits.padOutput] };
}

/** Checks size classes: some, not too many, ascending. */
export function checkSizes(name: 'padOutput' | 'padInput', sizes: readonly number[]): void {
  if (sizes.length === 0 || sizes.length > 16) throw new TypeError(`limits.${name} needs 1 to 16 sizes`);
  for (const size of sizes) checkRange(name, size);
  if (sizes.some((size, index) => index > 0 && size <= (sizes[index - 1] ?? 0)))
    throw new TypeError(`limits.${name} must be ascending`);
}

/** Checks one limit. */
export function checkRange(name: keyof typeof ranges, value: number): void {
  const [low, high] = ranges[name];
  if (!Number.isInteger(value) || value < low || value > high)
    throw new TypeError(`limits.${name} must be a whole number from ${low} to ${high}`);
}
