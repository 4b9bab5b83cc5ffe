/** Compiles rows into tries of access paths: one for each module that rows speak of, and one for the globals. */
import { validRange } from 'semver';
import { groupBy } from '../group-by.ts';
import { parseCallPaths } from './call-path.ts';
import { rowError } from './model-error.ts';
import type { AccessStep } from './parse-path.ts';
import { parsePath } from './parse-path.ts';
import type { Place } from './parse-places.ts';
import { parseType } from './parse-type.ts';
import type { PathState, RowsHere } from './path-state.ts';
import { advance, createState, findState } from './path-state.ts';
import type { Alias, Guard, Models, Propagator, Row, Sanitizer } from './rows.ts';
import type { Shape } from './shapes.ts';
import { readShape } from './shapes.ts';

/** The rows of one module, parsed. */
export interface ModuleRows {
  readonly module: string;
  readonly rows: readonly ParsedRow[];
  /** The names of members that its rows read from values that the module gives. */
  readonly memberNames: ReadonlySet<string>;
  /** Whether a row reads any member of a value that its type alone tells. */
  readonly readsAnyMember: boolean;
  /** For rows by shape: what the types look like that they speak of. */
  readonly shape: Shape | undefined;
}

export interface ParsedRow {
  readonly versions: string | undefined;
  /** From the module's exports on: an exported type `T` is `Member[T].Instance`. */
  readonly steps: readonly AccessStep[];
  readonly attach: (rows: RowsHere) => void;
  /** For an alias: the other place. */
  readonly same?: { readonly module: string; readonly steps: readonly AccessStep[] };
}

/**
 * Parses all rows, by module.
 * @throws ModelError that names the row at fault.
 */
export function parseModels(models: Models): ReadonlyMap<string, ModuleRows> {
  const modules = groupModels(models);
  return new Map([...modules].map(([name, module]) => [name, { ...module }]));
}

/** The rows by module. Those of a module are parsed when they are asked for: most programs use few of them. */
export function groupModels(models: Models): ReadonlyMap<string, ModuleRows> {
  const rows: readonly RowOfModule[] = [
    ...models.sources.map((row) =>
      rowOfModule(row, () => parseRow(row, row.path, ({ sources }) => sources.push(row))),
    ),
    ...models.sinks.map((row) =>
      rowOfModule(row, () => parseRow(row, row.path, ({ sinks }) => sinks.push(row))),
    ),
    ...models.propagators.map((row) => rowOfModule(row, () => parsePropagator(row))),
    ...models.sanitizers.map((row) => rowOfModule(row, () => parseSanitizer(row))),
    ...models.guards.map((row) => rowOfModule(row, () => parseGuard(row))),
    ...(models.aliases ?? []).map((row) => rowOfModule(row, () => parseAlias(row))),
  ];
  const groups = groupBy(rows, ({ module }) => module);
  return new Map([...groups].map(([module, own]) => [module, moduleRows(module, own)]));
}

/**
 * The trie of a module's rows; those that `holds` refuses are left out. Linear in the rows. `rootOf` gives the tries of
 * other modules, and is not asked before a value is followed into them.
 */
export function compileModule(
  module: ModuleRows,
  holds: (row: ParsedRow) => boolean,
  rootOf: (module: string) => PathState | undefined,
): PathState {
  const root = createState(module.module);
  for (const row of module.rows) {
    if (!holds(row)) continue;
    const { same } = row;
    for (const { rows, same: others } of statesAt(root, row.steps)) {
      row.attach(rows);
      if (same === undefined) continue;
      if (same.module === module.module)
        others.push(...statesAt(root, same.steps).map((state) => () => state));
      else others.push(() => findState(rootOf(same.module), same.steps));
    }
  }
  return root;
}

function statesAt(root: PathState, steps: readonly AccessStep[]): readonly PathState[] {
  return steps.reduce<readonly PathState[]>(
    (states, step) => states.flatMap((state) => advance(state, step)),
    [root],
  );
}

/** A row that has been assigned to its module, and is not read any further yet. */
interface RowOfModule {
  readonly module: string;
  readonly shape: Shape | undefined;
  readonly parse: () => ParsedRow;
}

function rowOfModule(row: Row, parse: () => ParsedRow): RowOfModule {
  const { module, names } = parseType(row);
  const shape = readShape(row, names);
  return { module: shape?.module ?? module, shape, parse };
}

function parseRow(row: Row, path: string, attach: (rows: RowsHere) => void): ParsedRow {
  return parsedRow(row, parsePath(path, row), attach);
}

function parsedRow(row: Row, path: readonly AccessStep[], attach: (rows: RowsHere) => void): ParsedRow {
  if (row.versions !== undefined && validRange(row.versions) === null) {
    throw rowError(
      row,
      `versions '${row.versions}' is no range; allowed is what package.json allows, such as '>=3 <5'`,
    );
  }
  const { names } = parseType(row);
  const own = { versions: row.versions, attach };
  const instance: AccessStep = { step: 'Instance' };
  if (row.by === 'shape') return { ...own, steps: [instance, ...path] };
  const toType: AccessStep[] = names.map((name) => ({ step: 'Member', names: [name] }));
  if (names.length > 0) toType.push(instance);
  return { ...own, steps: [...toType, ...path] };
}

function parseAlias(row: Alias): ParsedRow {
  const [module = '', path = ''] = row.is.split(' ');
  return { ...parseRow(row, row.path, () => undefined), same: { module, steps: parsePath(path, row) } };
}

function parsePropagator(row: Propagator): ParsedRow {
  const calls = parseCall(row, row.input, row.output);
  return parseRow(row, row.path, ({ propagators }) => propagators.push(...calls));
}

function parseSanitizer(row: Sanitizer): ParsedRow {
  if (row.input === undefined && row.output === undefined) {
    return parseRow(row, row.path, ({ clean }) => clean.push(row));
  }
  if (row.input === undefined || row.output === undefined) {
    throw rowError(row, 'a sanitizer has both input and output, or neither');
  }
  const calls = parseCall(row, row.input, row.output);
  return parseRow(row, row.path, ({ sanitizers }) => sanitizers.push(...calls));
}

function parseCall<R extends Row>(row: R, inputs: string, outputs: string): RowsOfCall<R> {
  const parsedOutputs = parseCallPaths(outputs, row);
  return parseCallPaths(inputs, row).flatMap((input) =>
    parsedOutputs.map((output) => ({ row, input, output })),
  );
}

type RowsOfCall<R> = readonly {
  readonly row: R;
  readonly input: ReturnType<typeof parseCallPaths>[number];
  readonly output: ReturnType<typeof parseCallPaths>[number];
}[];

/** Results of a guard's call on the branch that is cleared. */
const ACCEPTING: readonly string[] = ['true', 'false', 'null', 'not-null', 'no-exception'];

/** The row stands at the callee: the last step says which argument the call clears. */
function parseGuard(row: Guard): ParsedRow {
  if (!ACCEPTING.includes(row.accepting)) {
    throw rowError(row, `accepting is '${row.accepting}'; allowed are ${ACCEPTING.join(', ')}`);
  }
  const path = parsePath(row.path, row);
  const last = path.at(-1);
  const cleared = last?.step === 'Argument' ? last.places.flatMap(indexesOf) : [];
  if (cleared.length === 0 || cleared.includes(undefined)) {
    throw rowError(
      row,
      `a guard's path must end with the arguments that it clears: Argument[0], Argument[0,1], Argument[this]`,
    );
  }
  const guards = cleared.filter((argument) => argument !== undefined).map((argument) => ({ row, argument }));
  return parsedRow(row, path.slice(0, -1), (rows) => rows.guards.push(...guards));
}

function indexesOf(place: Place): readonly (number | 'this' | undefined)[] {
  if (place === 'this') return [place];
  const { from, to } = place;
  if (to === undefined || from.fromEnd || to.fromEnd) return [undefined];
  return Array.from({ length: to.index - from.index + 1 }, (_, offset) => from.index + offset);
}

function moduleRows(module: string, rows: readonly RowOfModule[]): ModuleRows {
  let parsed: readonly ParsedRow[] | undefined;
  const all = (): readonly ParsedRow[] => (parsed ??= rows.map(({ parse }) => parse()));
  return {
    module,
    shape: rows[0]?.shape,
    get rows() {
      return all();
    },
    get memberNames() {
      return memberNamesOf(all());
    },
    get readsAnyMember() {
      return all().some(({ steps, same }) => same === undefined && readsAny(steps));
    },
  };
}

/** Only what no call's argument leads to can be told by a type or a symbol. */
function memberNamesOf(rows: readonly ParsedRow[]): ReadonlySet<string> {
  // Where types tell, an alias says nothing that they do not.
  const told = rows.filter(({ same }) => same === undefined);
  const reads = told.flatMap(({ steps }) => {
    const first = steps.findIndex(({ step }) => step === 'Argument' || step === 'Parameter');
    return first < 0 ? steps : steps.slice(0, first);
  });
  return new Set(reads.flatMap((step) => (step.step === 'Member' ? step.names : [])));
}

/** Behind a member that has a name, values carry with them what rows say. */
function readsAny(steps: readonly AccessStep[]): boolean {
  const place = steps.findIndex(({ step }) => step === 'AnyMember' || step === 'Fuzzy');
  return place >= 0 && steps[place - 1]?.step !== 'Member';
}
