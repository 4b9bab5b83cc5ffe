/** How the cost of `stateless check` grows with the size of generated code. */
import { MAX_SLOPE } from './budgets.ts';
import { generatedProject } from './generated.ts';
import { type Usage, measure } from './measure.ts';
import { commandOf } from './sides.ts';
import { logSlope } from './statistics.ts';

export interface Growth {
  readonly points: readonly { readonly lines: number; readonly usage: Usage | undefined }[];
  readonly slope: number | undefined;
  readonly limit: number;
  readonly isHeld: boolean;
}

/** MB of heap for sizes that Node's own limit does not hold. */
const LARGE_HEAP = 8192;
const LARGE = 300_000;

/** A size that could not be measured is a budget that is not held. */
export function measureGrowth(cache: string, sizes: readonly number[]): Growth {
  const points = sizes.map((lines) => {
    const folder = generatedProject(cache, lines, 5);
    const tagged = [{ path: 'code/message.ts', name: 'Body' }];
    const heap = lines >= LARGE ? { heap: LARGE_HEAP } : {};
    return { lines, usage: measure(commandOf('stateless check', { folder, tagged, ...heap })) };
  });
  const known = points.flatMap(({ lines, usage }) =>
    usage === undefined ? [] : [[lines, usage.cpu] as const],
  );
  const slope = known.length < 2 ? undefined : logSlope(known);
  const isHeld = slope !== undefined && slope <= MAX_SLOPE && known.length === sizes.length;
  return { points, slope, limit: MAX_SLOPE, isHeld };
}
