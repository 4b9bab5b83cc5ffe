/** Calls that write whatever is in memory: no argument carries it, so the code around them need not see any plaintext. */
import { parsePath } from '../models/parse-path.ts';
import type { Sink } from '../models/rows.ts';
import type { Piece } from './pieces.ts';

/** Whether a piece may hold such a call: told by the names that rows end with, too often rather than too seldom. */
export function memoryWriters(sinks: readonly Sink[]): (piece: Piece) => boolean {
  const names = [...new Set(sinks.flatMap(calledNames))];
  return (piece) => {
    const text = piece.getSourceFile().text.slice(piece.pos, piece.end);
    return names.some((name) => text.includes(name));
  };
}

function calledNames(row: Sink): readonly string[] {
  if (!row.path.endsWith('Call')) return [];
  const members = parsePath(row.path, row).flatMap((step) => (step.step === 'Member' ? [step.names] : []));
  return members.at(-1) ?? [];
}
