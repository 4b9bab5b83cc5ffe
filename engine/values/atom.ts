/** The leaves of an abstract value: where a label may come from, not yet asked. */
import type ts from 'typescript';
import { isIndex, isShown, leftOutBelow, MAX_DEPTH } from '../keys.ts';
import type { Trace } from './trace.ts';
import type { AbstractObject } from './value.ts';

/** Where a function's inputs enter: the symbols of its summary. */
export interface Root {
  readonly key: string;
  readonly kind: 'argument' | 'rest' | 'this' | 'capture' | 'call' | 'object' | 'sent' | 'control';
  /** The argument's index, or the first index of a rest parameter. */
  readonly index: number;
  /** The captured variable. */
  readonly variable?: ts.Declaration;
  /** The object of the unit that a call which only the caller can make may have changed. */
  readonly object?: AbstractObject;
  /** The declaration whose static type says which labels the input has by itself. */
  readonly declared: ts.Node | undefined;
}

export type Origin =
  /** Whatever the static type of a node says about the value at this path. Asked only where it meets a sink. */
  | {
      readonly kind: 'typed';
      readonly node: ts.Node;
      readonly path: readonly string[];
      readonly fallback: boolean;
    }
  /** A source row of the catalogue or the settings. */
  | { readonly kind: 'source'; readonly node: ts.Node; readonly label: string; readonly name: string }
  /** What the caller hands over. */
  | { readonly kind: 'input'; readonly root: Root; readonly path: readonly string[] };

export interface Atom {
  /** Equal keys are equal atoms; the trace is not part of it. */
  readonly key: string;
  readonly origin: Origin;
  /**
   * `value`: the very value, whose members can be read. `copy`: a new object with its members, as they were when it was
   * copied. `content`: something made from everything in it.
   */
  readonly reach: 'value' | 'copy' | 'content';
  /** Children that are known to be something else by now, when everything in the value is asked for. */
  readonly except: readonly string[];
  /** `kind:log` or `label:key`: what a sanitizer of limited effect has cleared. */
  readonly cleared: readonly string[];
  readonly trace: Trace | undefined;
}

/** Gives nodes short stable numbers, so that atoms and objects can be keyed by strings. */
export interface NodeNumbers {
  of(node: ts.Node): number;
}

export function createNodeNumbers(): NodeNumbers {
  const numbers = new WeakMap<ts.Node, number>();
  let next = 0;
  return {
    of(node) {
      const known = numbers.get(node);
      if (known !== undefined) return known;
      next += 1;
      numbers.set(node, next);
      return next;
    },
  };
}

type Parts = Pick<Atom, 'origin' | 'reach'> & Partial<Pick<Atom, 'except' | 'cleared' | 'trace'>>;

export function makeAtom(numbers: NodeNumbers, parts: Parts): Atom {
  const { origin, reach, except = [], cleared = [], trace } = parts;
  const key = keyOf(numbers, origin) + REACHES[reach] + suffix('-', except) + suffix('~', cleared);
  return { key, origin, reach, except, cleared, trace };
}

const REACHES = { value: '', copy: '=', content: '!' } as const;

function keyOf(numbers: NodeNumbers, origin: Origin): string {
  switch (origin.kind) {
    case 'typed':
      return `t${numbers.of(origin.node)}${origin.fallback ? '?' : ''}/${origin.path.join('/')}`;
    case 'source':
      return `s${numbers.of(origin.node)}:${origin.label}`;
    case 'input':
      return `i${origin.root.key}/${origin.path.join('/')}`;
  }
}

/** Whether a key of the heap is an atom's: no object's id starts like one. */
export const isAtomKey = (key: string): boolean => key.startsWith('i') || key.startsWith('t');

const suffix = (mark: string, names: readonly string[]): string => names.map((name) => mark + name).join('');

/** The atom of a child: deeper by one key; past the depth limit, everything in the value at the limit. */
export function childAtom(numbers: NodeNumbers, parent: Atom, key: string): Atom {
  if (parent.reach === 'content' || parent.origin.kind === 'source') return parent;
  const path = extended(parent.origin.path, key);
  if (path.length > MAX_DEPTH) return asContent(numbers, parent);
  const except = leftOutBelow(parent.except, key);
  return makeAtom(numbers, { ...parent, reach: 'value', except, origin: { ...parent.origin, path } });
}

/** Whether an atom stands for all that is deeper than paths go. */
export const isCut = ({ reach, origin }: Atom): boolean =>
  reach === 'content' && origin.kind !== 'source' && origin.path.length >= MAX_DEPTH;

/** The value at the cut, which stands for what is deeper. */
export const aboveCut = (numbers: NodeNumbers, cut: Atom): Atom =>
  makeAtom(numbers, { ...cut, reach: 'value', except: [] });

/** The atom of a copy: its members are the same ones, but for those that have been written since they came. */
export function copyAtom(numbers: NodeNumbers, value: Atom, except: readonly string[]): Atom {
  if (value.reach === 'content') return value;
  const hidden = [...new Set([...value.except, ...except])].sort();
  return makeAtom(numbers, { ...value, reach: 'copy', except: hidden });
}

/** The atom that this one was read from, or undefined at a root. */
export function parentAtom(numbers: NodeNumbers, child: Atom): Atom | undefined {
  if (child.origin.kind === 'source' || child.origin.path.length === 0) return undefined;
  return makeAtom(numbers, {
    ...child,
    except: [],
    origin: { ...child.origin, path: child.origin.path.slice(0, -1) },
  });
}

/**
 * The path with one more key. A path that has gone round twice (`replies[i].replies[j].replies`) says so: the part that
 * repeats becomes one step that stands for any number of rounds, so that lists and trees end.
 */
function extended(path: readonly string[], key: string): readonly string[] {
  const second = path.lastIndexOf(key);
  const first = second <= 0 ? -1 : path.lastIndexOf(key, second - 1);
  const round = path.slice(second);
  if (isIndex(key) || second < 0) return [...path, key];
  if (path[second - 1] === REPEAT + round.join('/')) return path.slice(0, second + 1);
  const isRepeated =
    first >= 0 && second - first === round.length && round.every((one, at) => path[first + at] === one);
  return isRepeated ? [...path.slice(0, first), REPEAT + round.join('/'), key] : [...path, key];
}

const REPEAT = '*';

/** The keys of a step that stands for any number of rounds, or undefined for an ordinary key. */
export function repeatedKeys(step: string): readonly string[] | undefined {
  return step.startsWith(REPEAT) ? step.slice(REPEAT.length).split('/') : undefined;
}

export function asContent(numbers: NodeNumbers, value: Atom, except: readonly string[] = []): Atom {
  if (value.reach === 'content') return value;
  return makeAtom(numbers, { ...value, reach: 'content', except });
}

/** Atoms of content, less those that are a part of another one among them. */
export function withoutParts(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.length > MAX_PARTS ? lessParts(atoms.map(outermost)) : lessParts(atoms);
}

/** More parts of inputs than this collapse upward, onto the first member of each input. */
const MAX_PARTS = 48;

function outermost(atom: Atom): Atom {
  if (atom.origin.kind !== 'input' || atom.origin.path.length < 2) return atom;
  const origin = { ...atom.origin, path: coarsePath(atom.origin.path, 1) };
  const key = `i${origin.root.key}/${origin.path.join('/')}!${suffix('~', atom.cleared)}`;
  return { ...atom, key, origin, except: [] };
}

/** The first keys of a path, and those after them up to the last one that a whole does not show. */
function coarsePath(path: readonly string[], length: number): readonly string[] {
  return path.slice(0, Math.max(length, path.findLastIndex((key) => !isShown(key)) + 1));
}

function lessParts(atoms: readonly Atom[]): readonly Atom[] {
  const wholes = new Set(
    atoms.filter(isWhole).map(({ origin, cleared }) => partKey(origin, pathOf(origin).length, cleared)),
  );
  return atoms.filter(({ origin, cleared }) => {
    const { length } = pathOf(origin);
    for (let depth = length - 1; depth >= 0 && isShownAt(origin, depth); depth -= 1)
      if (wholes.has(partKey(origin, depth, cleared))) return false;
    return true;
  });
}

/** A whole shows its parts, but for what a promise holds and what no printer reads. */
function isShownAt(origin: Origin, depth: number): boolean {
  const key = pathOf(origin)[depth];
  return key === undefined || isShown(key);
}

const isWhole = ({ origin, except }: Atom): boolean => origin.kind !== 'source' && except.length === 0;

const pathOf = (origin: Origin): readonly string[] => (origin.kind === 'source' ? [] : origin.path);

function partKey(origin: Origin, depth: number, cleared: readonly string[]): string {
  const base =
    origin.kind === 'input'
      ? origin.root.key
      : origin.kind === 'typed'
        ? `${origin.node.pos} ${origin.node.end} ${origin.node.kind} ${origin.node.getSourceFile().fileName} ${origin.fallback}`
        : '';
  return [base, ...cleared, ...pathOf(origin).slice(0, depth)].join('/');
}
