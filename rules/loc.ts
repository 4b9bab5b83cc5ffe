/** Places of the engine as ESLint takes them. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Place } from '../engine/index.ts';

/** ESLint counts columns from 0, the engine from 1. */
export function locOf(place: Place): TSESTree.SourceLocation {
  return {
    start: { line: place.line, column: place.column - 1 },
    end: { line: place.endLine, column: place.endColumn - 1 },
  };
}

/** Cuts out of the middle of what a message names, so that the message stays one line. */
export function clipped(name: string, length = 48): string {
  const line = name.replace(/\s+/g, ' ');
  if (line.length <= length) return line;
  const end = Math.floor((length - 1) / 2);
  return `${line.slice(0, length - 1 - end)}…${line.slice(line.length - end)}`;
}
