/** The keys under which an abstract value holds its children. A declared member is keyed by its name. */

/** Any element of an array or set, or what an iteration yields, when its index is not known. A known index is keyed by its digits. */
export const ELEMENT = '<element>';
/** Elements behind those whose index is known: what was pushed, or spread at the end. */
export const TAIL = '<tail>';
export const MAP_KEY = '<key>';
export const MAP_VALUE = '<value>';
/** The value that a map has under a key which the program spells out: another key's value is not this one. */
export const valueUnder = (name: string): string =>
  /^[\w.:-]{1,40}$/.test(name) ? `${MAP_VALUE}:${name}` : MAP_VALUE;
const NAMED_VALUE = `${MAP_VALUE}?`;
/** A parameter is the key of a map's value: any inside, and what a call says outside. */
export const valueNamedBy = (parameter: number): string => NAMED_VALUE + String(parameter);
/** Whether a key may be that of any value of a map. */
export const isAnyValue = (key: string): boolean => key === MAP_VALUE || key.startsWith(NAMED_VALUE);
/** What types and rows call a key: they say the same of all values of a map. */
export const kindOfKey = (key: string): string =>
  key.startsWith(`${MAP_VALUE}:`) || key.startsWith(NAMED_VALUE) ? MAP_VALUE : key;
/** What was written under a key that is not known: any member may be it. */
export const ANY_MEMBER = '<any member>';
/**
 * A parameter names the member, or its elements do: any member inside, and what a call says outside. `options` are the
 * names that its type leaves open.
 */
export const memberNamedBy = (
  parameter: number,
  byElements: boolean,
  options: readonly string[] = [],
): string => `${ANY_MEMBER}${byElements ? '*' : ''}${parameter}${options.map((one) => `|${one}`).join('')}`;
export const isAnyMember = (key: string): boolean => key.startsWith(ANY_MEMBER);
const NAMED_PASSED = /^&>[^:]*:\?(\d+)$/;

/** The number of the parameter that names the member, where one does, and whether its elements do. */
export function namingParameter(
  key: string,
): { readonly parameter: number; readonly byElements: boolean } | undefined {
  if (key.startsWith(NAMED_VALUE))
    return { parameter: Number(key.slice(NAMED_VALUE.length)), byElements: false };
  const [, passed] = NAMED_PASSED.exec(key) ?? [];
  if (passed !== undefined) return { parameter: Number(passed), byElements: false };
  if (!isAnyMember(key)) return undefined;
  const [name = ''] = key.slice(ANY_MEMBER.length).split(/[|!]/);
  return name === ''
    ? undefined
    : { parameter: Number(name.replace('*', '')), byElements: name.startsWith('*') };
}
/** The only names that a member whose name is not known can have, where there are some. */
export function namesLeft(key: string): readonly string[] | undefined {
  const [options = ''] = isAnyMember(key) ? key.split('!') : [];
  const [, ...names] = options.split('|');
  return names.length === 0 ? undefined : names;
}
/** A member whose name is not known, but for what it is not. */
export const otherThan = (names: readonly string[], key: string = ANY_MEMBER): string =>
  key + names.map((name) => `!${name}`).join('');
/** The names that such a member does not have. */
export const namesOut = (key: string): readonly string[] => (isAnyMember(key) ? key.split('!').slice(1) : []);
/** What a promise resolves to. */
export const AWAITED = '<awaited>';

/** The name that a `#private` member is keyed by: no reader outside the class can print it. */
export const privateKey = (name: string): string => `#${name.replace(/^#/, '')}`;

/** Among the paths that are left out of content: whatever lies below the value itself. */
export const EVERYTHING_BELOW = '<below>';

const ANYWHERE = '**/';
/** Among the paths that are left out of content: members of a name, at any depth. */
export const anywhere = (name: string): string => ANYWHERE + name;
/** Whether a member is left out. */
export const isLeftOut = (except: readonly string[], key: string): boolean =>
  except.length > 0 && (except.includes(key) || except.includes(anywhere(key)));
/** What is left out below a member. */
export const leftOutBelow = (except: readonly string[], key: string): readonly string[] =>
  except.flatMap((path) => {
    if (path.startsWith(ANYWHERE)) return [path];
    return path.startsWith(`${key}/`) ? [path.slice(key.length + 1)] : [];
  });

/** Paths of keys are cut here; what is deeper collapses upward onto the value at the cut. */
export const MAX_DEPTH = 12;

/** Labels of an object as a whole that belong to no known child: what unmodelled code put into it. */
export const CONTENT = '<content>';
/** What a promise is rejected with. */
export const REJECTED = '<rejected>';

/** Where an object finds the members that it does not have itself, under the language's own name. */
export const PROTOTYPE = '__proto__';

const HIDDEN: ReadonlySet<string> = new Set([AWAITED, REJECTED, PROTOTYPE]);

/** Whether a child under this key is shown when the whole value is printed or serialised. */
export const isShown = (key: string): boolean =>
  !key.startsWith('#') && !key.startsWith('&') && !HIDDEN.has(key);

export const isIndex = (key: string): boolean => /^\d+$/.test(key);

/** What passes through a stream: its chunks. Whoever iterates it reads them. */
export const CHUNK = '<chunk>';
/** Marks what an object passes on to whoever listens, or has listened before. A name of what is passed follows a colon. */
export const PASSED = '&>';

/** What was written into a stream that nothing is read from. */
export const WRITTEN = `${PASSED}written`;

/** Whether a child under this key is read over all its writes, also those that come after the read. */
export const isPassed = (key: string): boolean => key.startsWith(PASSED) || LATER.has(key);

/** What comes when it comes: who asks for it may ask before. */
const LATER: ReadonlySet<string> = new Set([CHUNK, AWAITED, REJECTED]);

/** `&>emitted:closed` may be what is read as `&>emitted:closed` or, by a listener whose name is not known, `&>emitted:`. */
export function isSamePassed(known: string, key: string): boolean {
  const [base, name] = split(known);
  const [otherBase, otherName] = split(key);
  return base === otherBase && (isOpenName(name) || isOpenName(otherName) || name === otherName);
}

const isOpenName = (name: string): boolean => name === '' || name.startsWith('?');

/** What is passed on under a name that a parameter gives. */
export const passedNamedBy = (base: string, parameter: number): string => `${base}:?${String(parameter)}`;

/** The key that a call means where it gives the parameter that a key speaks of a name, which may be a parameter of its own. */
export function keyGiven(key: string, name: string): string {
  if (!isAnyValue(key) && !key.startsWith(PASSED)) return name;
  const own = namingParameter(name);
  const parameter = own?.byElements === false ? own.parameter : undefined;
  if (isAnyValue(key)) return parameter === undefined ? valueUnder(name) : valueNamedBy(parameter);
  const [base] = split(key);
  if (parameter !== undefined) return passedNamedBy(base, parameter);
  return own === undefined ? `${base}:${name}` : `${base}:`;
}

/** The keys that may be meant where a call does not say what name it gives. */
export function keysLeft(key: string): readonly string[] {
  if (isAnyValue(key)) return [MAP_VALUE];
  return key.startsWith(PASSED) ? [`${split(key)[0]}:`] : (namesLeft(key) ?? [otherThan(namesOut(key))]);
}

function split(key: string): readonly [string, string] {
  const colon = key.indexOf(':');
  return colon < 0 ? [key, ''] : [key.slice(0, colon), key.slice(colon + 1)];
}

/** What an object takes over from others: every member that it does not have itself. */
export const SPREAD = '<spread>';
/** Names of members that are data: computed keys of an object literal. */
export const NAMES = '<names>';
/** On an object: everything that it held until here is gone or clean, whatever its type says. */
export const CLEARED = '&cleared';

/** What a generator returns at its end. Not shown, as nothing that starts with `&` is. */
export const RETURNED = '&returned';

/** The getter or setter that a call has given an object under a name. */
export const definedAccessor = (kind: 'get' | 'set', name: string): string => `${PASSED}${kind}:${name}`;

/** On a proxy: the object with its traps, and what it stands before. */
export const TRAPS = '&traps';
export const PROXIED = '&proxied';

/** On an entry: what it is an entry of. On what a replacer is given: all that it is asked about. */
export const MEMBERS = '&members';

/** Measures of a text or of bytes: numbers that hold none of it. */
export const isMeasure = (key: string): boolean => key === 'length' || key === 'byteLength';

const OWN = '&own ';
/** Marks, on the copy of an object that escaped, a member that the object surely has itself. */
export const ownMark = (key: string): string => OWN + key;
/** The member that such a mark speaks of. */
export const ownMember = (key: string): string | undefined =>
  key.startsWith(OWN) ? key.slice(OWN.length) : undefined;

/** How a step writes a member: `.body`, or `[TEXT]` where a symbol is its name. The compiler's own name holds a number that no reader knows. */
export function writtenMember(name: string): string {
  const symbol = /^__@(.+)@\d+$/.exec(name)?.[1];
  if (symbol !== undefined) return `[${symbol}]`;
  return name.startsWith('@@') ? `[Symbol.${name.slice(2)}]` : `.${name}`;
}
