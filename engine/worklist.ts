/** Units that wait to be evaluated, in the order of their ranks: a heap, so that thousands of them cost little. */

export interface Worklist {
  add(unit: number): void;
  delete(unit: number): boolean;
  /** All that wait, in no order. */
  units(): Iterable<number>;
  /** Takes the one with the least rank; of equal ranks, the one that was added first. */
  take(): number | undefined;
}

interface Waiting {
  readonly unit: number;
  readonly rank: number;
  readonly turn: number;
}

/** `rankOf` is asked when a unit is added. */
export function createWorklist(rankOf: (unit: number) => number): Worklist {
  const waiting = new Set<number>();
  const heap: Waiting[] = [];
  let turn = 0;
  return {
    add(unit) {
      if (waiting.has(unit)) return;
      waiting.add(unit);
      heap.push({ unit, rank: rankOf(unit), turn: (turn += 1) });
      siftUp(heap);
    },
    delete: (unit) => waiting.delete(unit),
    units: () => waiting,
    take() {
      // What was deleted meanwhile is still in the heap.
      for (let first = shift(heap); first !== undefined; first = shift(heap))
        if (waiting.delete(first.unit)) return first.unit;
      return undefined;
    },
  };
}

const isBefore = (a: Waiting, b: Waiting): boolean =>
  a.rank < b.rank || (a.rank === b.rank && a.turn < b.turn);

function siftUp(heap: Waiting[]): void {
  let index = heap.length - 1;
  while (index > 0) {
    const above = (index - 1) >> 1;
    if (!swapIfBefore(heap, index, above)) return;
    index = above;
  }
}

function shift(heap: Waiting[]): Waiting | undefined {
  const [first] = heap;
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  heap[0] = last;
  for (let index = 0; ;) {
    const left = 2 * index + 1;
    const [a, b] = [heap[left], heap[left + 1]];
    if (a === undefined) return first;
    const least = b !== undefined && isBefore(b, a) ? left + 1 : left;
    if (!swapIfBefore(heap, least, index)) return first;
    index = least;
  }
}

/** Puts the lower one in the place of the upper one where it comes before it. */
function swapIfBefore(heap: Waiting[], lower: number, upper: number): boolean {
  const [below, above] = [heap[lower], heap[upper]];
  if (below === undefined || above === undefined || !isBefore(below, above)) return false;
  heap[upper] = below;
  heap[lower] = above;
  return true;
}
