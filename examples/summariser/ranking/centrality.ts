/** How central each sentence is: PageRank over the graph of their similarities (TextRank, Mihalcea and Tarau, 2004). */
import type { Similarities } from './similarity.ts';

const damping = 0.85;
const rounds = 60;

/** One number a sentence; together they are 1. A sentence that is like none of the others stays at the bottom. */
export function centralitiesOf(similarities: Similarities): readonly number[] {
  const size = similarities.length;
  const totals = similarities.map((row) => row.reduce((sum, value) => sum + value, 0));
  let ranks: readonly number[] = similarities.map(() => 1 / size);
  for (let round = 0; round < rounds; round += 1) ranks = nextRanks(similarities, totals, ranks);
  return ranks;
}

/** Each sentence hands its rank on to those that are like it; one that is like none hands it to all alike. */
function nextRanks(
  similarities: Similarities,
  totals: readonly number[],
  ranks: readonly number[],
): readonly number[] {
  const size = ranks.length;
  const loose = ranks.reduce((sum, rank, index) => sum + (totals[index] === 0 ? rank : 0), 0);
  const shares = ranks.map((rank, index) => {
    const total = totals[index] ?? 0;
    return total === 0 ? 0 : rank / total;
  });
  return similarities.map((row) => {
    const received = row.reduce((sum, value, index) => sum + value * (shares[index] ?? 0), 0);
    return (1 - damping) / size + damping * (received + loose / size);
  });
}
