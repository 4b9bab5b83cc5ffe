/** The real declarations of the packages that rows name, opened once as one program. */
import ts from 'typescript';
import { parseType } from '../../engine/models/parse-type.ts';
import type { Row } from '../../engine/models/rows.ts';
import { namespaceOf, placeOf, type Standing } from './standing.ts';
import { openText } from './virtual-program.ts';

export interface Declarations {
  readonly checker: ts.TypeChecker;
  /** Where a row's path starts, or what does not exist. */
  start(row: Row): Standing | string;
  /** What a global name stands for. */
  global(name: string): Standing | undefined;
}

/** Opens the declarations of every module that the rows name, as a file in `folder` would see them. */
export function openDeclarations(rows: readonly Row[], folder: string): Declarations {
  const modules = [...new Set(rows.map((row) => parseType(row).module))].filter((name) => name !== 'global');
  const text = modules.map((name, index) => `export type M${index} = typeof import('${name}');`).join('\n');
  const { program, source } = openText(text, folder);
  const checker = program.getTypeChecker();
  const found = new Map(modules.map((name, index) => [name, moduleAt(checker, source, index)]));
  const global = (name: string): Standing | undefined => globalNamed(checker, source, name);
  return { checker, global, start: (row) => startOf(checker, found, row) };
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

function startOf(
  checker: ts.TypeChecker,
  modules: ReadonlyMap<string, Module | undefined>,
  row: Row,
): Standing | string {
  const { module: name, names } = parseType(row);
  if (name === 'global') return { values: [], instances: [] };
  const found = modules.get(name);
  if (found === undefined) return `there is no module '${name}'`;
  if (names.length === 0) return { values: [found.value], instances: constructedBy(checker, found.value) };
  let exported = checker.getExportsOfModule(found.symbol);
  for (const part of names.slice(0, -1)) {
    const outer = exported.find((symbol) => symbol.name === part);
    if (outer === undefined) return `'${name}' exports no '${part}'`;
    exported = namespaceOf(checker, outer);
  }
  const last = exported.find((symbol) => symbol.name === names.at(-1));
  if (last === undefined) return `'${name}' exports no '${names.join('.')}'`;
  const place = placeOf(checker, last);
  // The row speaks of any instance of the type.
  return { values: place.instances, instances: place.instances };
}

function constructedBy(checker: ts.TypeChecker, value: ts.Type): readonly ts.Type[] {
  return value.getConstructSignatures().map((signature) => checker.getReturnTypeOfSignature(signature));
}

function globalNamed(checker: ts.TypeChecker, source: ts.SourceFile, name: string): Standing | undefined {
  const found = checker
    .getSymbolsInScope(source, ts.SymbolFlags.Value | ts.SymbolFlags.Type | ts.SymbolFlags.Namespace)
    .filter((symbol) => symbol.name === name);
  const places = found.map((symbol) => placeOf(checker, symbol));
  if (places.length === 0) return undefined;
  return {
    values: places.flatMap((place) => place.values),
    instances: places.flatMap((place) => place.instances),
  };
}
