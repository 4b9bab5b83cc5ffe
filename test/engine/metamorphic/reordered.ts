/** A file whose functions, interfaces, type aliases and methods stand in the opposite order, in the places that they had. */
import ts from 'typescript';
import { isHoisted, startWithComments } from './text-edits.ts';

/** Nodes that move as one: the signatures of an overloaded function stay with its body. */
type Unit = readonly [ts.Node, ...ts.Node[]];

export function inOppositeOrder(file: ts.SourceFile): string {
  return printed(0, file.text.length, childrenOf(file), file);
}

/** The text of a range in which some nodes' texts have changed places. */
function printed(from: number, to: number, children: readonly ts.Node[], file: ts.SourceFile): string {
  const units = unitsOf(children);
  const placed = reversed(units);
  let text = '';
  let at = from;
  units.forEach((unit, index) => {
    text += file.text.slice(at, startOf(unit, file)) + printedUnit(placed[index] ?? unit, file);
    at = endOf(unit);
  });
  return text + file.text.slice(at, to);
}

function printedUnit(unit: Unit, file: ts.SourceFile): string {
  const below = unit.flatMap((node) => childrenOf(node));
  return printed(startOf(unit, file), endOf(unit), below, file);
}

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  node.forEachChild((child) => {
    children.push(child);
  });
  return children.sort((a, b) => a.pos - b.pos || a.end - b.end);
}

function startOf([first]: Unit, file: ts.SourceFile): number {
  return isMovable(first) ? startWithComments(first, file) : first.getStart(file);
}

const endOf = (unit: Unit): number => (unit.at(-1) ?? unit[0]).end;

const isMovable = (node: ts.Node): boolean => isHoisted(node) || ts.isMethodDeclaration(node);

function unitsOf(children: readonly ts.Node[]): readonly Unit[] {
  const units: [ts.Node, ...ts.Node[]][] = [];
  for (const child of children) {
    const last = units.at(-1);
    if (last !== undefined && keyOf(child) !== undefined && keyOf(last[0]) === keyOf(child)) last.push(child);
    else units.push([child]);
  }
  return units;
}

/** What signatures of one function have in common. */
function keyOf(node: ts.Node): string | undefined {
  if (!ts.isFunctionDeclaration(node) && !ts.isMethodDeclaration(node)) return undefined;
  return node.name?.getText();
}

/** Declarations that meet under one name count in their order, and so do properties of a literal: they stay. */
function reversed(units: readonly Unit[]): readonly Unit[] {
  const names = units.map(([first]) => nameOf(first));
  const moved = units.filter(([first], index) => {
    const isMethod = ts.isMethodDeclaration(first);
    if (!isMovable(first) || (isMethod && !ts.isClassLike(first.parent))) return false;
    return names.indexOf(names[index]) === names.lastIndexOf(names[index]);
  });
  const isMoved = new Set(moved);
  const next = moved.toReversed().values();
  return units.map((unit) => (isMoved.has(unit) ? (next.next().value ?? unit) : unit));
}

function nameOf(node: ts.Node): string | undefined {
  return isHoisted(node) || ts.isMethodDeclaration(node) ? node.name?.getText() : undefined;
}
