/** Tells whether a value that a sink got holds the canary: at any depth, whole or in part, in any encoding that gives it back. */

/** The canary's parts of this length, in both directions: nothing else in a program has them. */
const PART = 5;
const MAX_TEXT = 100_000;
const MAX_PARTS = 2000;

export type Recogniser = (value: unknown) => boolean;

export function recogniserOf(canary: string): Recogniser {
  const lower = canary.toLowerCase();
  const parts = [...partsOf(lower), ...partsOf(Array.from(lower).reverse().join(''))];
  const isIn = (text: string): boolean => {
    const short = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
    const plain = short.toLowerCase();
    return parts.some((part) => plain.includes(part));
  };
  return (value) => textsOf(value).some((text) => isIn(text) || decodingsOf(text).some(isIn));
}

function partsOf(text: string): readonly string[] {
  return Array.from({ length: text.length - PART + 1 }, (_, at) => text.slice(at, at + PART));
}

function decodingsOf(text: string): readonly string[] {
  if (text.length > MAX_TEXT) return [];
  const encoded = [...(text.match(/[A-Za-z0-9+/_-]{8,}={0,2}/g) ?? [])];
  return encoded.flatMap((one) => [
    Buffer.from(one, 'base64').toString('latin1'),
    Buffer.from(one.slice(one.length % 2), 'hex').toString('latin1'),
    Buffer.from(one, 'hex').toString('latin1'),
  ]);
}

/** Every text in a value, and what its arrays spell. */
function textsOf(value: unknown): readonly string[] {
  const texts: string[] = [];
  const seen = new Set<object>();
  const pending: unknown[] = [value];
  while (pending.length > 0 && texts.length < MAX_PARTS) {
    const next = pending.pop();
    if (typeof next === 'object' && next !== null) {
      if (!seen.has(next)) pending.push(...childrenOf(next, texts));
      seen.add(next);
    } else if (typeof next !== 'function' && next !== undefined) texts.push(textOf(next));
  }
  return texts;
}

const textOf = (value: unknown): string => (typeof value === 'symbol' ? '' : String(value));

/** What printing shows: own enumerable members, entries, bytes, and what errors say. A promise shows nothing. */
function childrenOf(value: object, texts: string[]): readonly unknown[] {
  const name = Object.prototype.toString.call(value);
  if (name === '[object Promise]') return [];
  if (ArrayBuffer.isView(value)) return [bytesText(value)];
  if (name === '[object Map]' || name === '[object Set]')
    return [...(value as Iterable<unknown>)].concat(membersOf(value));
  if (Array.isArray(value)) texts.push(spelled(value));
  if (name !== '[object Error]') return membersOf(value);
  const { message, cause, errors, stack } = value as Error & { errors?: unknown };
  return [...membersOf(value), message, cause, errors, stack];
}

const bytesText = (view: ArrayBufferView): string =>
  Buffer.from(view.buffer, view.byteOffset, view.byteLength).toString('latin1');

function spelled(items: readonly unknown[]): string {
  const isBytes =
    items.length > 0 && items.every((one) => typeof one === 'number' && one >= 0 && one < 65_536);
  if (isBytes) return String.fromCharCode(...items.slice(0, 1000).map(Number));
  return items.filter((one) => typeof one === 'string').join('');
}

function membersOf(value: object): readonly unknown[] {
  return Object.keys(value).flatMap((key) => {
    try {
      return [key, (value as Readonly<Record<string, unknown>>)[key]];
    } catch {
      return [key];
    }
  });
}
