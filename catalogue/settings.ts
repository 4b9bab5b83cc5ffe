/** `settings.stateless` of an ESLint configuration: what a team tells the engine about its own code. */
import type {
  Alias,
  Destination,
  Guard,
  Models,
  PlaintextType,
  Propagator,
  Sanitizer,
  Sink,
  Source,
} from '../engine/index.ts';
import { kinds } from './kinds.ts';
import type { Members, Shape } from './settings-shape.ts';
import { SettingsError, listOf, objectOf, oneOf, plain, variantOf } from './settings-shape.ts';

/** The settings as a team writes them. Each part may be left out. */
export interface Settings {
  /** Types of other people's code that are plaintext. */
  readonly plaintext?: readonly PlaintextType[];
  /** Rows that are added to the catalogue. */
  readonly models?: Partial<Models>;
  /** Files of rows, in the YAML of CodeQL's models-as-data. */
  readonly modelFiles?: readonly string[];
  /** What a call without a body and without a row does with plaintext that it is handed. */
  readonly unmodelledCalls?: 'propagate' | 'ignore';
  /** Whether what is decided by plaintext carries its label. */
  readonly implicitFlows?: boolean;
  /** Patterns of property names that count as tags, for untyped code. */
  readonly nameHeuristics?: readonly string[];
}

/** Reads rows as the engine does, and throws for one whose access path means nothing. */
export type RowReader = (models: Models) => unknown;

const root = 'settings.stateless';

/**
 * Verifies settings.
 * @param value what stands under `settings.stateless`; nothing at all is fine
 * @param readRows the engine's reader of rows
 * @throws SettingsError that names the key, what is there and what is allowed
 */
export function parseSettings(value: unknown, readRows: RowReader = () => undefined): Settings {
  if (value === undefined) return {};
  const shape: Shape<Settings> = settings;
  shape.verify(value, root);
  if (value.models !== undefined) verifyRows(value.models, readRows);
  return value;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isFilledText = (value: unknown): value is string => isText(value) && value.trim() !== '';

const text = (example: string): Shape<string> => plain(`a text such as '${example}'`, isFilledText);
const accessPath = (example: string): Shape<string> =>
  plain(`an access path such as '${example}', or '' for the value itself`, isText);
const flag: Shape<boolean> = plain('true or false', (value): value is boolean => typeof value === 'boolean');
const yes: Shape<true> = plain('true', (value): value is true => value === true);
const index: Shape<number> = plain(
  'the index of an argument, such as 1',
  (value): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0,
);
const pattern: Shape<string> = plain("a regular expression as a text, such as '^secret'", isPattern);

const required = <T>(shape: Shape<T>) => ({ shape, optional: false }) as const;
const optional = <T>(shape: Shape<T>) => ({ shape, optional: true }) as const;

const label = optional(text('message'));
const labels = optional(listOf(text('message'), "a list of labels such as ['message']"));
const through = optional(listOf(text('toJSON'), "a list of members such as ['toJSON']"));
const kind = oneOf(kinds.map((row) => row.kind));
const kindList = optional(listOf(kind, "a list of kinds such as ['log']"));

const plaintext = variantOf<PlaintextType>('from', {
  file: objectOf<Extract<PlaintextType, { from: 'file' }>>({
    from: required(oneOf(['file'])),
    path: required(text('src/models/message.ts')),
    name: required(text('ChatMessage')),
    label,
  }),
  package: objectOf<Extract<PlaintextType, { from: 'package' }>>({
    from: required(oneOf(['package'])),
    package: required(text('@acme/proto')),
    name: required(text('IMessage')),
    label,
  }),
});

const row = (example: string) => ({
  type: required(text('@acme/audit.AuditLog')),
  path: required(accessPath(example)),
  versions: optional(text('>=2')),
  by: optional(oneOf(['import', 'global', 'shape'])),
  having: optional(listOf(text('findMany'), "a list of members such as ['findMany']")),
});

const destination = objectOf<Destination>({
  is: required(oneOf(['url', 'host'])),
  argument: required(index),
  member: optional(text('baseURL')),
  of: optional(oneOf(['clients', 'start'])),
});

const models: Members<Partial<Models>> = {
  sources: optional(rowsOf<Source>({ ...row('Member[decrypt].ReturnValue.Awaited'), label })),
  sinks: optional(
    rowsOf<Sink>({
      ...row('Member[record].Argument[0]'),
      kind: required(kind),
      labels,
      name: optional(yes),
      holds: optional(oneOf(['kept', 'work'])),
      alone: optional(yes),
      to: optional(listOf(destination, "a list of places such as [{ is: 'url', argument: 0 }]")),
      through,
    }),
  ),
  propagators: optional(
    rowsOf<Propagator>({
      ...row('Member[decodeURIComponent]'),
      input: required(text('Argument[0]')),
      output: required(text('ReturnValue')),
      mode: required(oneOf(['value', 'taint'])),
      through,
    }),
  ),
  sanitizers: optional(
    rowsOf<Sanitizer>({
      ...row('Member[mask].ReturnValue'),
      input: optional(text('Argument[0]')),
      output: optional(text('ReturnValue')),
      kinds: kindList,
      labels,
      leaves: optional(oneOf(['derived', 'other'])),
      when: optional(oneOf(['replaces-all'])),
      reason: optional(index),
    }),
  ),
  guards: optional(
    rowsOf<Guard>({
      ...row('Member[isPublic].Argument[0]'),
      accepting: required(text('true')),
      kinds: kindList,
      labels,
    }),
  ),
  aliases: optional(
    rowsOf<Alias>({
      ...row('Member[openAudit].ReturnValue.Awaited'),
      is: required(text('@acme/audit Member[AuditLog].Instance')),
    }),
  ),
};

const settings = objectOf<Settings>({
  plaintext: optional(listOf(plaintext, 'a list of types')),
  models: optional(objectOf<Partial<Models>>(models)),
  modelFiles: optional(
    listOf(text('models/acme.model.yml'), "a list of files such as ['models/acme.model.yml']"),
  ),
  unmodelledCalls: optional(oneOf(['propagate', 'ignore'])),
  implicitFlows: optional(flag),
  nameHeuristics: optional(listOf(pattern, 'a list of regular expressions as texts')),
});

const noRows: Models = { sources: [], sinks: [], propagators: [], sanitizers: [], guards: [] };

/** Reads each row alone, so that the error can name its key. */
function verifyRows(own: Partial<Models>, readRows: RowReader): void {
  const lists = Object.entries(own).filter(([, rows]) => Array.isArray(rows));
  for (const [list, rows] of lists)
    for (const [index, row] of rows.entries()) {
      try {
        readRows({ ...noRows, [list]: [row] });
      } catch (error) {
        const fault = error instanceof Error ? error.message : String(error);
        throw new SettingsError(`${root}.models.${list}[${index}]`, `cannot be read: ${fault}`);
      }
    }
}

function rowsOf<T>(members: Members<T>): Shape<readonly T[]> {
  return listOf(objectOf(members), 'a list of rows');
}

function isPattern(value: unknown): value is string {
  if (!isFilledText(value)) return false;
  try {
    return new RegExp(value, 'u').source !== '';
  } catch {
    return false;
  }
}
