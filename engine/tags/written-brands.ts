/** Brands that the checker's types do not show: joined with `any`, or of a package that is not installed. */
import ts from 'typescript';
import type { BrandDeclaration } from '../policy.ts';
import type { Brands } from './brands.ts';
import { DEFAULT_LABEL } from './doc-comment.ts';
import { namingOf, type Naming } from './names.ts';
import { symbolAt } from './symbols.ts';

export interface WrittenBrand {
  readonly labels: readonly string[];
  readonly naming: Naming;
}

/** What a written type reference says when it names a brand and its type has turned into `any`. */
export function writtenBrand(
  checker: ts.TypeChecker,
  brands: Brands,
  policy: readonly BrandDeclaration[],
  node: ts.TypeReferenceNode,
): WrittenBrand | undefined {
  if ((checker.getTypeFromTypeNode(node).flags & ts.TypeFlags.Any) === 0) return undefined;
  const symbol = symbolAt(checker, node.typeName);
  const isBrand = symbol !== undefined && brands.isBrandType(symbol);
  if (!isBrand && !isImportedBrand(checker, policy, node.typeName)) return undefined;
  return { labels: labelsOf(node.typeArguments?.[1]), naming: holderNaming(checker, node) };
}

/** Without the package there is only the text of the import to go by. */
function isImportedBrand(
  checker: ts.TypeChecker,
  policy: readonly BrandDeclaration[],
  name: ts.EntityName,
): boolean {
  const first = ts.isIdentifier(name) ? name : name.left;
  const imported = checker.getSymbolAtLocation(first)?.declarations?.[0];
  if (imported === undefined) return false;
  const specifier = ts.findAncestor(imported, ts.isImportDeclaration)?.moduleSpecifier;
  if (specifier === undefined || !ts.isStringLiteral(specifier)) return false;
  const exported = ts.isImportSpecifier(imported)
    ? (imported.propertyName ?? imported.name).text
    : lastName(name);
  const { text } = specifier;
  return policy.some(
    (brand) => brand.name === exported && (text === brand.package || text.startsWith(`${brand.package}/`)),
  );
}

function lastName(name: ts.EntityName): string {
  return ts.isIdentifier(name) ? name.text : name.right.text;
}

function labelsOf(node: ts.TypeNode | undefined): readonly string[] {
  const parts = node === undefined ? [] : ts.isUnionTypeNode(node) ? node.types : [node];
  const labels = parts.flatMap((part) =>
    ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? [part.literal.text] : [],
  );
  return labels.length === 0 ? [DEFAULT_LABEL] : labels;
}

/** The declaration that the type is written at names the value. */
function holderNaming(checker: ts.TypeChecker, node: ts.TypeReferenceNode): Naming {
  const holder = ts.findAncestor(node, isHolder);
  const symbol = holder === undefined ? undefined : checker.getSymbolAtLocation(holder.name);
  return symbol === undefined ? { name: lastName(node.typeName), declaration: node } : namingOf(symbol);
}

type Holder =
  ts.VariableDeclaration | ts.ParameterDeclaration | ts.PropertyDeclaration | ts.PropertySignature;

function isHolder(node: ts.Node): node is Holder {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertySignature(node)
  );
}
