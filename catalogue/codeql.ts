/** Rows of CodeQL's models-as-data for JavaScript, read as rows of ours. */
import type { Guard, Models, Propagator, Sanitizer, Sink, Source } from '../engine/models/rows.ts';
import { kinds } from './kinds.ts';

/** What a file of models says. */
export interface ImportedModels {
  readonly models: Models;
  readonly types: readonly TypeRow[];
}

/** Instances of `type` are found at `path` from `from`: rows of the one hold at the other. */
export interface TypeRow {
  readonly type: string;
  readonly from: string;
  readonly path: string;
}

/** One row with the place that it stands at, for errors: `sinkModel[2]`. */
interface Tuple {
  readonly at: string;
  readonly cells: readonly string[];
}

/** CodeQL names attacks, and we name places: an attack by way of a place is a sink of it. */
const KINDS: Readonly<Record<string, string>> = {
  'sql-injection': 'database',
  'nosql-injection': 'database',
  'log-injection': 'log',
  'path-injection': 'disk',
  'command-injection': 'process',
  'request-forgery': 'network',
};

/** Attacks that take nothing out of the program. Their rows are passed over. */
const NO_PLACE = new Set([
  'code-injection',
  'client-url-redirection',
  'credentials-key',
  'html-injection',
  'js-injection',
  'prototype-pollution',
  'unsafe-deserialization',
  'url-redirection',
  'xpath-injection',
]);

const OWN_KINDS: ReadonlySet<string> = new Set(kinds.map(({ kind }) => kind));

/** The number of cells that a row of each extensible predicate has. */
const WIDTHS = {
  sourceModel: 3,
  sinkModel: 3,
  summaryModel: 5,
  barrierModel: 3,
  barrierGuardModel: 4,
  typeModel: 3,
} as const;

type Extensible = keyof typeof WIDTHS;

/**
 * Reads the content of a file of models.
 * @param content what the YAML says
 * @throws Error that names the place in the file and what is allowed
 */
export function readCodeqlModels(content: unknown): ImportedModels {
  const tuples = tuplesOf(content);
  const rowsOf = <R>(name: Extensible, read: (tuple: Tuple) => R | undefined): readonly R[] =>
    (tuples.get(name) ?? []).flatMap((tuple) => read(tuple) ?? []);
  return {
    models: {
      sources: rowsOf('sourceModel', sourceOf),
      sinks: rowsOf('sinkModel', sinkOf),
      propagators: rowsOf('summaryModel', propagatorOf),
      sanitizers: rowsOf('barrierModel', sanitizerOf),
      guards: rowsOf('barrierGuardModel', guardOf),
    },
    types: rowsOf('typeModel', ({ cells: [type = '', from = '', path = ''] }) => ({ type, from, path })),
  };
}

/** `plaintext` is the label that every tag has; any other word is a label of its own. */
function sourceOf({ cells: [type = '', path = '', label = ''] }: Tuple): Source {
  return label === 'plaintext' ? { type, path } : { type, path, label };
}

function sinkOf({ at, cells: [type = '', path = '', kind = ''] }: Tuple): Sink | undefined {
  const own = kindOf(kind, at);
  if (own === undefined) return undefined;
  return kind === 'path-injection' ? { type, path, kind: own, name: true } : { type, path, kind: own };
}

function propagatorOf({ at, cells }: Tuple): Propagator {
  const [type = '', path = '', input = '', output = '', mode] = cells;
  if (mode !== 'taint' && mode !== 'value')
    throw new Error(`${at}: the kind is '${mode ?? ''}'; allowed are taint and value`);
  return { type, path, input, output, mode };
}

function sanitizerOf({ at, cells: [type = '', path = '', kind = ''] }: Tuple): Sanitizer | undefined {
  if (kind === 'plaintext') return { type, path };
  const own = kindOf(kind, at);
  return own === undefined ? undefined : { type, path, kinds: [own] };
}

function guardOf({ at, cells }: Tuple): Guard | undefined {
  const [type = '', path = '', accepting = '', kind = ''] = cells;
  if (kind === 'plaintext') return { type, path, accepting };
  const own = kindOf(kind, at);
  return own === undefined ? undefined : { type, path, accepting, kinds: [own] };
}

function kindOf(kind: string, at: string): string | undefined {
  if (OWN_KINDS.has(kind)) return kind;
  const own = KINDS[kind];
  if (own !== undefined || NO_PLACE.has(kind)) return own;
  const allowed = [...OWN_KINDS, ...Object.keys(KINDS), ...NO_PLACE].join(', ');
  throw new Error(`${at}: there is no kind '${kind}'; allowed are ${allowed}`);
}

function tuplesOf(content: unknown): ReadonlyMap<Extensible, readonly Tuple[]> {
  const tuples = new Map<Extensible, Tuple[]>();
  for (const [index, extension] of listAt(content, 'extensions', 'the file').entries()) {
    const at = `extensions[${index}]`;
    const addsTo = memberOf(extension, 'addsTo');
    const name = memberOf(addsTo, 'extensible');
    if (!isExtensible(name)) {
      if (typeof name === 'string') continue;
      throw new Error(
        `${at}: addsTo.extensible is missing; it names one of ${Object.keys(WIDTHS).join(', ')}`,
      );
    }
    const known = tuples.get(name) ?? [];
    tuples.set(name, known);
    listAt(extension, 'data', at).forEach((cells, row) =>
      known.push(tupleOf(cells, `${name}[${row}]`, WIDTHS[name])),
    );
  }
  return tuples;
}

function tupleOf(cells: unknown, at: string, width: number): Tuple {
  const texts = Array.isArray(cells)
    ? cells.map((cell: unknown) => (typeof cell === 'string' ? cell : undefined))
    : [];
  const filled = texts.filter((text) => text !== undefined);
  // CodeQL adds a cell to all rows when it says where they came from: more than are asked for may be there.
  if (filled.length !== texts.length || filled.length < width) {
    throw new Error(`${at}: is no row; allowed is a list of ${width} texts`);
  }
  return { at, cells: filled };
}

function listAt(value: unknown, name: string, at: string): readonly unknown[] {
  const list = memberOf(value, name);
  if (!Array.isArray(list)) throw new Error(`${at}: ${name} is missing or no list`);
  return list;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function isExtensible(name: unknown): name is Extensible {
  return typeof name === 'string' && Object.hasOwn(WIDTHS, name);
}
