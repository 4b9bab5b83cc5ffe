/** Copies: what an object takes over from another is what is there now, whatever becomes of the original. */
import { isShown, SPREAD } from '../keys.ts';
import { type Atom, type NodeNumbers, copyAtom } from './atom.ts';
import { entriesElsewhere, type Store } from './entries.ts';
import { isCleared } from './fields.ts';
import { type Field, type Fields, joinFields } from './state.ts';
import { type AbstractObject, NOTHING, type Value, join, valueOfAtoms } from './value.ts';

/** Where a copy finds what it copies. */
interface Source extends Store {
  readonly numbers: NodeNumbers;
  readonly handed: ReadonlyMap<string, Atom>;
}

// labels(source.k) are in labels(copy.k) for each k that a copy takes
/** The fields of a copy of a value. What no field tells is below `SPREAD`. */
export function fieldsOfCopy(store: Source, source: Value): Fields {
  const all = [
    ...[...source.objects.values()].map((object) => fieldsOfObject(store, object)),
    ...[...source.atoms.values()].filter((atom) => !isEcho(atom)).map((atom) => fieldsOfAtom(store, atom)),
  ];
  const [first, ...others] = all;
  const joined = others.reduce(joinFields, first ?? new Map<string, Field>());
  const rest = restOfCopy(store, source);
  return rest === NOTHING ? joined : withRest(joined, rest);
}

/** A declared type that speaks of what is here anyway. */
export const isEcho = ({ origin }: Atom): boolean => origin.kind === 'typed' && origin.fallback;

function fieldsOfObject(store: Source, object: AbstractObject): Fields {
  const local = object.isGlobal ? undefined : store.state.heap.get(object.id);
  const fields = new Map([...(local ?? [])].filter(([key]) => isShown(key)));
  for (const [key, value] of entriesElsewhere(store, object)) {
    const known = fields.get(key);
    if (isShown(key)) fields.set(key, { value: join(known?.value ?? NOTHING, value), strong: false });
  }
  const handed = store.handed.get(object.id);
  return handed === undefined
    ? fields
    : withRest(fields, valueOfAtoms([copyAtom(store.numbers, handed, [])]));
}

function fieldsOfAtom(store: Source, atom: Atom): Fields {
  const written = atom.reach === 'value' ? store.state.heap.get(atom.key) : undefined;
  const shown = new Map([...(written ?? [])].filter(([key]) => isShown(key)));
  if (isCleared(written)) return shown;
  const replaced = [...shown].filter(([, { strong }]) => strong).map(([key]) => key);
  return withRest(shown, valueOfAtoms([copyAtom(store.numbers, atom, replaced)]));
}

/** What is no alternative to the others: a type that repeats what flowed in, and where rows say the value stands. */
function restOfCopy(store: Source, { atoms, nodes }: Value): Value {
  const echoes = [...atoms.values()].filter(isEcho).map((atom) => copyAtom(store.numbers, atom, []));
  const rest = valueOfAtoms(echoes);
  return nodes.size === 0 ? rest : { ...rest, nodes };
}

function withRest(fields: Fields, rest: Value): Fields {
  const known = fields.get(SPREAD)?.value ?? NOTHING;
  return new Map([...fields, [SPREAD, { value: join(known, rest), strong: false }]]);
}
