/** The declarations of the modules that rows name, opened once as one program. */
import ts from 'typescript';
import { groupBy } from '../../engine/group-by.ts';
import { parseType } from '../../engine/models/parse-type.ts';
import type { Row } from '../../engine/models/rows.ts';
import { namespaceOf, placeOf, type Standing } from './standing.ts';

export interface Declarations {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** Where a row's path starts, or what does not exist. */
  start(row: Row): Standing | string;
  /** What a global name stands for. */
  global(name: string): Standing | undefined;
  /** What the exports of a module, or the globals, are declared as, from the outermost name on. */
  symbolAt(module: string, names: readonly string[]): ts.Symbol | undefined;
}

/** Opens a text as a module beside the code that rows are about. */
export type OpenText = (text: string) => { readonly program: ts.Program; readonly source: ts.SourceFile };

/** The files that stand for a module which no import finds: a team's own package. */
export type FilesOfModule = (module: string) => readonly string[];

/** Opens the declarations of every module that the rows name, as a module that is opened so would see them. */
export function openDeclarations(
  rows: readonly Row[],
  openText: OpenText,
  filesOf: FilesOfModule = () => [],
): Declarations {
  const modules = [...new Set(rows.map((row) => parseType(row).module))].filter((name) => name !== 'global');
  const imports = modules.flatMap((name) => {
    const files = filesOf(name);
    return (files.length === 0 ? [name] : files).map((specifier) => ({ name, specifier }));
  });
  const text = imports
    .map(({ specifier }, index) => `export type M${index} = typeof import('${specifier}');`)
    .join('\n');
  const { program, source } = openText(text === '' ? 'export {};' : text);
  const checker = program.getTypeChecker();
  const found = groupBy(
    imports.flatMap(({ name }, index) => {
      const module = moduleAt(checker, source, index);
      return module === undefined ? [] : [{ ...module, name }];
    }),
    ({ name }) => name,
  );
  const globals = globalsOf(checker, source);
  return {
    program,
    checker,
    global: (name) => globalNamed(checker, globals, name),
    start: (row) => startOf(checker, found, globals, row),
    symbolAt: (module, names) => {
      const [first = '', ...rest] = names;
      const roots =
        module === 'global' ? globals.get(first) : exportsNamed(checker, found.get(module) ?? [], first);
      return descend(checker, roots ?? [], rest).find(isDeclaredType);
    },
  };
}

interface Module {
  readonly symbol: ts.Symbol;
  readonly value: ts.Type;
}

function moduleAt(checker: ts.TypeChecker, source: ts.SourceFile, index: number): Module | undefined {
  const alias = source.statements[index];
  if (alias === undefined || !ts.isTypeAliasDeclaration(alias) || !ts.isImportTypeNode(alias.type))
    return undefined;
  const { argument } = alias.type;
  const specifier = ts.isLiteralTypeNode(argument) ? argument.literal : undefined;
  const symbol = specifier && checker.getSymbolAtLocation(specifier);
  return symbol && { symbol, value: checker.getTypeAtLocation(alias.type) };
}

type Globals = ReadonlyMap<string, readonly ts.Symbol[]>;

function globalsOf(checker: ts.TypeChecker, source: ts.SourceFile): Globals {
  const flags = ts.SymbolFlags.Value | ts.SymbolFlags.Type | ts.SymbolFlags.Namespace;
  return groupBy(checker.getSymbolsInScope(source, flags), ({ name }) => name);
}

function startOf(
  checker: ts.TypeChecker,
  modules: ReadonlyMap<string, readonly Module[]>,
  globals: Globals,
  row: Row,
): Standing | string {
  const { module: name, names } = parseType(row);
  const [outer = '', ...inner] = names;
  if (name === 'global') {
    if (names.length === 0) return { values: [], instances: [] };
    return instanceOf(
      checker,
      descend(checker, globals.get(outer) ?? [], inner),
      `no global '${names.join('.')}'`,
    );
  }
  const found = modules.get(name) ?? [];
  if (found.length === 0) return `there is no module '${name}'`;
  if (names.length === 0) {
    const values = found.map(({ value }) => value);
    return { values, instances: values.flatMap((value) => constructedBy(checker, value)) };
  }
  const fault = `'${name}' exports no '${names.join('.')}'`;
  return instanceOf(checker, descend(checker, exportsNamed(checker, found, outer), inner), fault);
}

/** The row speaks of any instance of the type. */
function instanceOf(
  checker: ts.TypeChecker,
  symbols: readonly ts.Symbol[],
  fault: string,
): Standing | string {
  const instances = symbols.flatMap((symbol) => placeOf(checker, symbol).instances);
  return instances.length === 0 ? fault : { values: instances, instances };
}

function exportsNamed(
  checker: ts.TypeChecker,
  modules: readonly Module[],
  name: string,
): readonly ts.Symbol[] {
  return modules
    .flatMap((module) => checker.getExportsOfModule(module.symbol))
    .filter((symbol) => symbol.name === name);
}

function descend(
  checker: ts.TypeChecker,
  roots: readonly ts.Symbol[],
  names: readonly string[],
): readonly ts.Symbol[] {
  return names
    .reduce<readonly ts.Symbol[]>(
      (outer, name) =>
        outer.flatMap((symbol) => namespaceOf(checker, symbol).filter((each) => each.name === name)),
      roots.map((symbol) =>
        symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
      ),
    )
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));
}

const isDeclaredType = (symbol: ts.Symbol): boolean => (symbol.flags & ts.SymbolFlags.Type) !== 0;

function constructedBy(checker: ts.TypeChecker, value: ts.Type): readonly ts.Type[] {
  return value.getConstructSignatures().map((signature) => checker.getReturnTypeOfSignature(signature));
}

function globalNamed(checker: ts.TypeChecker, globals: Globals, name: string): Standing | undefined {
  const places = (globals.get(name) ?? []).map((symbol) => placeOf(checker, symbol));
  if (places.length === 0) return undefined;
  return {
    values: places.flatMap((place) => place.values),
    instances: places.flatMap((place) => place.instances),
  };
}
