/** The brand: a property keyed by the unique symbol that the tag's own package declares. */
import ts from 'typescript';
import type { BrandDeclaration } from '../policy.ts';
import { packageOf } from './package-of.ts';
import { resolvedAlias } from './symbols.ts';

export interface Brands {
  /** Whether a property of a type is the brand of one of the policy's tags. */
  isBrand(property: ts.Symbol): boolean;
  /** Whether a type alias or interface is itself one of the policy's tags: its name says nothing of the value. */
  isBrandType(type: ts.Symbol): boolean;
}

export function createBrands(program: ts.Program, declarations: readonly BrandDeclaration[]): Brands {
  const keysByFile = new WeakMap<ts.SourceFile, ReadonlySet<ts.Node>>();
  const brandKeys = (file: ts.SourceFile): ReadonlySet<ts.Node> => {
    let keys = keysByFile.get(file);
    if (keys === undefined) keysByFile.set(file, (keys = brandKeysIn(program, file, declarations)));
    return keys;
  };
  return {
    isBrand: (property) =>
      // Only names that no identifier can spell are looked at: a computed key's name holds an `@`.
      property.name.includes('@') &&
      (property.declarations ?? []).some((node) => brandKeys(node.getSourceFile()).has(node)),
    isBrandType: (type) =>
      (type.declarations ?? []).some(
        (node) =>
          declarations.some((brand) => brand.name === type.name) && isBrandFile(program, node, declarations),
      ),
  };
}

function isBrandFile(program: ts.Program, node: ts.Node, brands: readonly BrandDeclaration[]): boolean {
  const name = packageOf(program, node.getSourceFile().fileName);
  return brands.some((brand) => brand.package === name);
}

/** The symbol-keyed members that a file's exported brands are made of, directly or through other types of the file. */
function brandKeysIn(
  program: ts.Program,
  file: ts.SourceFile,
  declarations: readonly BrandDeclaration[],
): ReadonlySet<ts.Node> {
  const owner = packageOf(program, file.fileName);
  const names = declarations.filter((brand) => brand.package === owner).map((brand) => brand.name);
  const checker = program.getTypeChecker();
  const module = names.length === 0 ? undefined : checker.getSymbolAtLocation(file);
  if (module === undefined) return new Set();
  const keys = new Set<ts.Node>();
  const seen = new Set<ts.Node>();
  for (const exported of checker.getExportsOfModule(module)) {
    if (names.includes(exported.name))
      collectKeys(checker, file, resolvedAlias(checker, exported), keys, seen);
  }
  return keys;
}

function collectKeys(
  checker: ts.TypeChecker,
  file: ts.SourceFile,
  symbol: ts.Symbol,
  keys: Set<ts.Node>,
  seen: Set<ts.Node>,
): void {
  const visit = (node: ts.Node): void => {
    if (isSymbolKeyed(node)) keys.add(node);
    if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
      const name = ts.isTypeReferenceNode(node) ? node.typeName : node.expression;
      const used = checker.getSymbolAtLocation(name);
      if (used !== undefined) collectKeys(checker, file, resolvedAlias(checker, used), keys, seen);
    }
    node.forEachChild(visit);
  };
  for (const declaration of symbol.declarations ?? []) {
    const isType = ts.isTypeAliasDeclaration(declaration) || ts.isInterfaceDeclaration(declaration);
    if (!isType || declaration.getSourceFile() !== file || seen.has(declaration)) continue;
    seen.add(declaration);
    visit(declaration);
  }
}

function isSymbolKeyed(node: ts.Node): boolean {
  return (
    ts.isPropertySignature(node) &&
    ts.isComputedPropertyName(node.name) &&
    ts.isIdentifier(node.name.expression)
  );
}
