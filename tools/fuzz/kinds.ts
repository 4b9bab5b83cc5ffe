/** The kinds of values that a program of the fuzzer handles: their types, and a constant of each. */

/** What a template may ask for with `@kind` and declare with `@+kind`. */
export interface Kind {
  /** Kinds whose variables serve as well. */
  readonly also?: readonly string[];
  /** What is written where no variable is in reach; without it the template is left out. */
  readonly constant?: string;
}

export const KINDS: Readonly<Record<string, Kind>> = {
  text: { also: ['slot'], constant: "'calm'" },
  /** A `let` of type string. */
  slot: {},
  texts: { constant: "['calm', 'still']" },
  note: { constant: "{ id: 'n0', body: 'calm', tags: [] }" },
  notes: { constant: "[{ id: 'n0', body: 'calm', tags: [] }]" },
  table: { constant: "new Map([['first', 'calm']])" },
  bag: { constant: "new Set(['calm'])" },
  record: { constant: "{ first: 'calm' }" },
  pair: { constant: "['calm', 'still']" },
  cell: { constant: "{ current: 'calm' }" },
  deep: { constant: "{ a: { b: { c: { d: { e: 'calm' } } } } }" },
  fn: { constant: '(text: string): string => text' },
  print: {},
  maker: { constant: "(): string => 'calm'" },
  hof: { constant: '(text: string, change: (one: string) => string): string => change(text)' },
  later: { constant: "Promise.resolve('calm')" },
  laterFn: { constant: 'async (text: string): Promise<string> => text' },
  stream: { constant: "['calm']" },
  gen: { constant: 'function* (text: string): Generator<string> { yield text; }' },
  keeper: {},
  keeperClass: {},
  box: { constant: "new Box<string>('calm')" },
  fault: { constant: "new Error('calm')" },
  data: { constant: "Buffer.from('calm')" },
  unknown: { constant: "'calm' as unknown" },
  /** A name of the template's own, never picked. */
  own: {},
};

/** What a sink is given: every kind that shows something when it is printed whole. */
export const SHOWN: readonly string[] = [
  'text',
  'slot',
  'texts',
  'note',
  'notes',
  'table',
  'bag',
  'record',
  'pair',
  'cell',
  'deep',
  'keeper',
  'box',
  'fault',
  'data',
  'unknown',
];

/** The declarations that every program begins with. */
export const PRELUDE = `interface Note { id: string; body: string; tags: string[]; reply?: Note }
interface Keeper { text: string; put(text: string): Keeper; take(): string }
class Box<Item> {
  item: Item;
  constructor(item: Item) { this.item = item; }
  get(): Item { return this.item; }
  set(item: Item): this { this.item = item; return this; }
  map<Next>(change: (item: Item) => Next): Box<Next> { return new Box(change(this.item)); }
}
`;
