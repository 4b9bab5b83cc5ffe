/** Members of objects that only their name is known of: the global object, and what a module takes from other packages. */
import ts from 'typescript';
import type { Activation, Engine } from '../activation.ts';
import { variableSymbol } from '../program/scopes.ts';
import { unwrap } from '../program/syntax.ts';
import { unitAround } from '../program/units.ts';
import type { Value } from '../values/value.ts';

/** Remembers `globalThis.last = body` and `app.locals.last = body`: nothing else of the analysis sees such a member. */
export function keepForeignMember(
  activation: Activation,
  base: Value,
  name: string,
  value: Value,
  node: ts.Node,
): void {
  if (base.objects.size > 0 || value.atoms.size + value.objects.size === 0) return;
  const holder = holderOf(activation.engine, node);
  if (holder !== undefined) activation.keep(`global:${holder}`, name, value);
}

/** The module-level or global name that a chain of accesses starts from. */
function holderOf(engine: Engine, node: ts.Node): string | undefined {
  let first: ts.Node = node;
  let member: ts.Node = node;
  while (ts.isPropertyAccessExpression(first) || ts.isElementAccessExpression(first)) {
    member = first;
    first = unwrap(first.expression);
  }
  if (!ts.isIdentifier(first) || first === node) return undefined;
  if (GLOBAL_OBJECT.has(first.text)) return isOwnGlobal(engine, first, member) ? first.text : undefined;
  return isModuleLevel(engine, first) ? first.text : undefined;
}

const GLOBAL_OBJECT: ReadonlySet<string> = new Set(['globalThis', 'global', 'window', 'self']);

/** What the platform declares on its global object has rows of its own. */
function isOwnGlobal(engine: Engine, identifier: ts.Identifier, member: ts.Node): boolean {
  const { checker } = engine;
  const declared = variableSymbol(checker, identifier)?.valueDeclaration;
  if (declared !== undefined && !declared.getSourceFile().isDeclarationFile) return false;
  const name = ts.isPropertyAccessExpression(member) ? checker.getSymbolAtLocation(member.name) : undefined;
  return !(name?.declarations ?? []).some((one) => isOfPlatform(engine, one));
}

function isModuleLevel(engine: Engine, identifier: ts.Identifier): boolean {
  const { checker } = engine;
  const symbol = variableSymbol(checker, identifier);
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined || declaration.getSourceFile().isDeclarationFile)
    return false;
  if ((symbol.flags & ts.SymbolFlags.Alias) === 0) return ts.isSourceFile(unitAround(declaration));
  const target = checker.getAliasedSymbol(symbol);
  return !(target.declarations ?? []).some((one) => isOfPlatform(engine, one));
}

function isOfPlatform({ program }: Engine, declaration: ts.Node): boolean {
  const file = declaration.getSourceFile();
  return program.isSourceFileDefaultLibrary(file) || /\/@types\/node\//.test(file.fileName);
}
