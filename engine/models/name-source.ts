/** What the walk over declarations and types asks the index for, and the moves that both make from its answers. */
import type ts from 'typescript';
import type { StepName } from './index-face.ts';
import type { PathNode } from './path-node.ts';

export interface NameSource {
  readonly checker: ts.TypeChecker;
  symbolNodes(symbol: ts.Symbol): readonly PathNode[];
  instanceNodes(type: ts.Type): readonly PathNode[];
  globalNodes(name: string): readonly PathNode[];
  /** What rows say of the global variables whose type alone an interface is. */
  variableNodes(type: ts.Symbol): readonly PathNode[];
  /** What the rows of a file's own package say of a symbol that the file exports, or of an export by name. */
  exportNodes(file: ts.SourceFile, exported: ts.Symbol | string): readonly PathNode[];
}

export function nodesOfName(name: ts.Node, source: NameSource): readonly PathNode[] {
  const symbol = source.checker.getSymbolAtLocation(name);
  return symbol === undefined ? [] : source.symbolNodes(symbol);
}

export function membersOf(holders: readonly PathNode[], name: string): readonly PathNode[] {
  return holders.map((holder) => holder.member(name)).filter((node) => node !== undefined);
}

export function stepsOf(holders: readonly PathNode[], name: StepName): readonly PathNode[] {
  return holders.map((holder) => holder.step(name)).filter((node) => node !== undefined);
}
