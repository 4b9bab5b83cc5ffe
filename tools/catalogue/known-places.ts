/** Where rows know a value: as the type of it tells, or the symbol. */
import { isBuiltin } from 'node:module';
import ts from 'typescript';
import type { ModelIndex } from '../../engine/models/index-face.ts';
import { PathNode } from '../../engine/models/path-node.ts';

export interface Known {
  /** The places that rows have for instances of a type. */
  ofType(type: ts.Type): readonly string[];
  /** Those that they have for an export. */
  ofSymbol(symbol: ts.Symbol): readonly string[];
  /** Whether a type is one of the language or of Node: they have rows of their own. */
  isForeign(type: ts.Type): boolean;
}

/** A place of a module: its name and a path. */
export const wholePath = (module: string, path: string): string =>
  path === '' ? module : `${module} ${path}`;

export const joined = (place: string, step: string): string => (place === '' ? step : `${place}.${step}`);

/** What the language only wraps. */
const HOLDERS: ReadonlySet<string> = new Set(['Promise', 'Array', 'ReadonlyArray', 'Set', 'ReadonlySet']);

const FOREIGN = /\/node_modules\/(?:typescript|@types\/node|undici-types|buffer)\//;

/** @param modules every module that rows speak of */
export function createKnown(index: ModelIndex, modules: readonly string[]): Known {
  const longestFirst = [...modules].sort((a, b) => b.length - a.length);
  const placesOf = (nodes: readonly unknown[]): readonly string[] => [
    ...new Set(
      nodes
        .flatMap((node) => (node instanceof PathNode ? node.states : []))
        .flatMap(({ at }) => placeOf(at, longestFirst) ?? []),
    ),
  ];
  return {
    ofType: (type) => (isMethod(type) ? [] : placesOf(index.instanceNodes(type))),
    ofSymbol: (symbol) => placesOf(index.symbolNodes(symbol)),
    isForeign(type) {
      const { declarations = [], name = '' } = type.getSymbol() ?? {};
      const isHolder = HOLDERS.has(name);
      return (
        !isHolder &&
        declarations.length > 0 &&
        declarations.every((one) => FOREIGN.test(one.getSourceFile().fileName))
      );
    },
  };
}

/** A method is known by what it is a member of. */
const isMethod = (type: ts.Type): boolean =>
  type.getSymbol()?.valueDeclaration?.kind === ts.SyntaxKind.MethodSignature ||
  type.getSymbol()?.valueDeclaration?.kind === ts.SyntaxKind.MethodDeclaration;

/** The module and the path of a state of the trie. The globals and Node's own modules are told by their names. */
function placeOf(at: string, modules: readonly string[]): string | undefined {
  const module = modules.find((name) => at === name || at.startsWith(`${name}.`));
  if (module === undefined || module === 'global' || module === 'undici-types' || isBuiltin(module))
    return undefined;
  return wholePath(module, at.slice(module.length + 1));
}
