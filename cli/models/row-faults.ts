/** Finds the rows that name nothing: each alternative of each step is resolved on its own in the real declarations. */
import type ts from 'typescript';
import { groupBy } from '../../engine/group-by.ts';
import { parsePath, type AccessStep } from '../../engine/models/parse-path.ts';
import type { Range } from '../../engine/models/parse-places.ts';
import type { Models, Propagator, Row, Sanitizer } from '../../engine/models/rows.ts';
import { openDeclarations, type Declarations, type FilesOfModule, type OpenText } from './declarations.ts';
import {
  constituents,
  elementOf,
  isOpen,
  memberOf,
  parameterAt,
  signaturesOf,
  type Standing,
} from './standing.ts';

/** What is wrong with rows, one readable line each; empty when every row names something. */
export function findStaleRows(
  models: Models,
  openText: OpenText,
  filesOf?: FilesOfModule,
): readonly string[] {
  const calls = [...models.propagators, ...models.sanitizers];
  const places: readonly Row[] = [...models.sources, ...models.sinks, ...models.guards];
  const declarations = openDeclarations([...places, ...calls], openText, filesOf);
  return [
    ...new Set([
      ...places.flatMap((row) => faultsOfPlace(declarations, row)),
      ...calls.flatMap((row) => faultsOfCall(declarations, row)),
    ]),
  ];
}

/** What is wrong with a row whose path is a place. A row by shape names nothing that could be looked up. */
export function faultsOfPlace(declarations: Declarations, row: Row): readonly string[] {
  return row.by === 'shape' ? [] : walkAll(declarations, row, row.path);
}

/** What is wrong with a row whose path is a callee, with an input and an output. */
export function faultsOfCall(declarations: Declarations, row: Propagator | Sanitizer): readonly string[] {
  return [
    ...walkSome(declarations, row, row.path),
    ...[row.input, row.output].flatMap((path) => walkCall(declarations, row, path)),
  ];
}

/** Every alternative of a path from where the row starts. */
function walkAll(declarations: Declarations, row: Row, path: string): readonly string[] {
  const start = declarations.start(row);
  if (typeof start === 'string') return [`${row.type} · ${path}: ${start}`];
  return alternatives(parsePath(path, row)).flatMap((steps) => {
    const fault = walk(declarations, start, steps);
    return typeof fault === 'string' ? [`${row.type} · ${path}: ${fault}`] : [];
  });
}

/** The same where several homes share one line: it is enough that one of them has what the path ends at. */
function walkSome(declarations: Declarations, row: Row, path: string): readonly string[] {
  const start = declarations.start(row);
  if (typeof start === 'string') return [`${row.type} · ${path}: ${start}`];
  const byEnd = groupBy(alternatives(parsePath(path, row)), (steps) => JSON.stringify(steps.at(-1)));
  return [...byEnd.values()].flatMap((homes) => {
    const faults = homes
      .map((steps) => walk(declarations, start, steps))
      .filter((found) => typeof found === 'string');
    return faults.length === homes.length ? [`${row.type} · ${path}: ${faults[0] ?? ''}`] : [];
  });
}

/** The argument that an input or output starts from. What lies deeper are keys of values, not of types. */
function walkCall(declarations: Declarations, row: Row, path: string | undefined): readonly string[] {
  const argument = path === undefined ? undefined : /^Argument\[(?!this)[^\]]*\]/.exec(path)?.[0];
  // What a setter is given is the value that is assigned.
  if (argument === undefined || row.path.endsWith('.Setter')) return [];
  return walkSome(declarations, row, row.path === '' ? argument : `${row.path}.${argument}`);
}

/** Every path that a path with lists of names or places stands for. */
export function alternatives(steps: readonly AccessStep[]): readonly (readonly AccessStep[])[] {
  return steps.reduce<readonly (readonly AccessStep[])[]>(
    (paths, step) => paths.flatMap((path) => expanded(step).map((each) => [...path, each])),
    [[]],
  );
}

function expanded(step: AccessStep): readonly AccessStep[] {
  if (step.step === 'Member') return step.names.map((name) => ({ step: 'Member', names: [name] }));
  if (step.step === 'Argument' || step.step === 'Parameter') {
    return step.places.map((place) => ({ step: step.step, places: [place] }));
  }
  return [step];
}

/** Where one alternative leads, or the step where nothing was found. */
export function walk(
  declarations: Declarations,
  start: Standing,
  steps: readonly AccessStep[],
): Standing | string {
  let at: Standing = start;
  for (const [index, step] of steps.entries()) {
    // What lies anywhere below is no longer told by types.
    if (step.step === 'Fuzzy') return at;
    const isGlobalName = index === 0 && at.values.length === 0 && at.instances.length === 0;
    const next = isGlobalName ? globalStep(declarations, step) : take(declarations.checker, at, step);
    if (next === undefined) continue;
    if (next.values.length === 0 && next.instances.length === 0) return `nothing at ${describe(step)}`;
    at = next;
  }
  return at;
}

function globalStep(declarations: Declarations, step: AccessStep): Standing {
  const name = step.step === 'Member' ? step.names[0] : undefined;
  return (name === undefined ? undefined : declarations.global(name)) ?? { values: [], instances: [] };
}

/** Where a step leads. Undefined for a step that stays. */
function take(checker: ts.TypeChecker, at: Standing, step: AccessStep): Standing | undefined {
  switch (step.step) {
    case 'Member':
      return memberStep(checker, at, step.names[0] ?? '');
    case 'Instance':
      return { values: at.instances, instances: [] };
    case 'Argument':
    case 'Parameter':
      return argumentAt(checker, at, step.places[0] ?? 'this');
    case 'ReturnValue':
      return ofTypes(
        signaturesOf(checker, at).map((signature) => checker.getReturnTypeOfSignature(signature)),
      );
    case 'Awaited':
      return ofTypes(at.values.map((value) => checker.getAwaitedType(value)));
    case 'ArrayElement':
      return ofTypes(
        at.values.flatMap((value) => constituents(checker, value)).map((value) => elementOf(checker, value)),
      );
    case 'AnyMember':
      return ofTypes(at.values.flatMap((value) => memberTypes(checker, value)));
    default:
      return undefined;
  }
}

/** The types of all members that a value declares, by name or by an index signature. */
function memberTypes(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  return constituents(checker, type).flatMap((part) => {
    const index = part.getStringIndexType();
    const named = checker.getPropertiesOfType(part).map((symbol) => checker.getTypeOfSymbol(symbol));
    return index === undefined ? named : [index, ...named];
  });
}

/** Keys under which values keep what no declaration shows prove nothing, and are passed by. */
function memberStep(checker: ts.TypeChecker, at: Standing, name: string): Standing | undefined {
  return /^(?:[<&]|@@)/.test(name) ? undefined : memberOf(checker, at, name);
}

function argumentAt(checker: ts.TypeChecker, at: Standing, place: Range | 'this'): Standing | undefined {
  if (place === 'this') return undefined;
  const { index, fromEnd } = place.from;
  const types = signaturesOf(checker, at).flatMap((signature) => {
    const first = fromEnd ? signature.parameters.length - index : index;
    const last =
      place.to === undefined || place.to.fromEnd ? signature.parameters.length - 1 : place.to.index;
    const count = fromEnd ? 1 : Math.max(1, last - first + 1);
    return Array.from({ length: count }, (_, offset) => parameterAt(checker, signature, first + offset));
  });
  return ofTypes(types);
}

/** A value of an open type has been reached, and proves nothing of what would lie behind it. */
function ofTypes(types: readonly (ts.Type | undefined)[]): Standing {
  const known = types.filter((type) => type !== undefined);
  const closed = known.filter((type) => !isOpen(type));
  return { values: closed.length > 0 ? closed : known, instances: [] };
}

function describe(step: AccessStep): string {
  if (step.step === 'Member') return `Member[${step.names.join()}]`;
  return step.step;
}
