/** Places of nodes, as people and reports count them. */
import type ts from 'typescript';
import type { Place } from './flow.ts';

export function placeAt(node: ts.Node): Place {
  return placeBetween(node.getSourceFile(), node.getStart(), node.getEnd());
}

export function placeBetween(file: ts.SourceFile, start: number, end: number): Place {
  const from = file.getLineAndCharacterOfPosition(start);
  const to = file.getLineAndCharacterOfPosition(end);
  return {
    file: file.fileName,
    line: from.line + 1,
    column: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}
