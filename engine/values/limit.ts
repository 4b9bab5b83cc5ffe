/** The limit of what one value tells apart. Past it, the parts of an input collapse upward: precision goes, no label does. */
import { ANY_MEMBER, ELEMENT, isIndex, isShown } from '../keys.ts';
import { asContent, makeAtom, type Atom, type NodeNumbers } from './atom.ts';
import { valueOfAtoms, type Value } from './value.ts';

/** Parts of one input in a value that are kept apart. */
export const MAX_PARTS_OF_INPUT = 16;

/** What is asked of a memory: which atoms of a value say something of their own. */
export interface Telling {
  readonly numbers: NodeNumbers;
  readonly distinct: (atoms: readonly Atom[]) => readonly Atom[];
}

/** The value, where no input has more parts in it than the limit. */
// labels(value) are in labels(limited(value))
export function limited({ numbers, distinct }: Telling, value: Value, limit: number): Value {
  if (value.atoms.size <= limit) return value;
  const atoms = distinct([...value.atoms.values()]);
  const telling = atoms.length === value.atoms.size ? value : { ...value, atoms: valueOfAtoms(atoms).atoms };
  return telling.atoms.size <= limit ? telling : withFewerParts(numbers, telling, limit);
}

function withFewerParts(numbers: NodeNumbers, value: Value, limit: number): Value {
  const kept = limitedParts(numbers, value, limit);
  return kept.atoms.size > MAX_ATOMS && limit > 1 ? limitedParts(numbers, kept, 1) : kept;
}

/** Atoms in a value, of all inputs together. */
const MAX_ATOMS = 64;

function limitedParts(numbers: NodeNumbers, value: Value, limit: number): Value {
  const groups = new Map<string, Atom[]>();
  for (const atom of value.atoms.values()) {
    const group = groupOf(atom);
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [atom]);
    else known.push(atom);
  }
  const kept = [...groups].flatMap(([group, atoms]) => {
    return group === '' || atoms.length <= limit ? atoms : [whole(numbers, atoms)];
  });
  return { ...value, atoms: valueOfAtoms(kept).atoms };
}

/** Parts that no whole shows, such as what promises hold, stay apart from those that it does. */
function groupOf({ origin, cleared }: Atom): string {
  if (origin.kind !== 'input') return '';
  if (cleared.length === 0 && origin.path.every(isShown)) return origin.root.key;
  const hidden = origin.path.flatMap((key, index) => (isShown(key) ? [] : [`${index}${key}`]));
  return [origin.root.key, ...cleared, ...hidden].join(' ');
}

/** One atom for everything below what the paths of several have in common. */
function whole(numbers: NodeNumbers, atoms: readonly Atom[]): Atom {
  const [first, ...others] = atoms.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  if (first?.origin.kind !== 'input') throw new RangeError('only inputs have parts');
  let path = first.origin.path;
  for (const { origin } of others) if (origin.kind === 'input') path = commonPath(path, origin.path);
  const { cleared, trace } = first;
  return asContent(
    numbers,
    makeAtom(numbers, { origin: { ...first.origin, path }, reach: 'value', cleared, trace }),
  );
}

/** What two paths have in common, and above a key that no whole shows any key where they differ. */
function commonPath(path: readonly string[], other: readonly string[]): readonly string[] {
  const kept = path.findLastIndex((key) => !isShown(key)) + 1;
  const above = path.slice(0, kept).map((key, index) => commonKey(key, other[index] ?? ANY_MEMBER));
  const below = path.slice(kept);
  const differs = below.findIndex((key, index) => other[kept + index] !== key);
  return [...above, ...(differs < 0 ? below : below.slice(0, differs))];
}

function commonKey(key: string, other: string): string {
  if (key === other) return key;
  const areElements = [key, other].every((one) => one === ELEMENT || isIndex(one));
  return areElements ? ELEMENT : ANY_MEMBER;
}
