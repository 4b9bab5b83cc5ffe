/** The tags that a type carries as a whole: brands, tagged aliases, interfaces, classes and enums, and what extends them. */
import ts from 'typescript';
import type { Brands } from './brands.ts';
import type { DeclaredTags } from './declared-tags.ts';
import { DEFAULT_LABEL } from './doc-comment.ts';
import { namingOf, type Naming } from './names.ts';
import type { Tag } from './tree.ts';
import { constraintOf, isDeclarationObject, isNamedObject, isUntaggable } from './type-kinds.ts';

/** A tag of a type. A brand has no name of its own: the declaration that has the type gives it one. */
export interface TypeTag {
  readonly label: string;
  readonly naming: Naming;
  /** The name is that of the brand: what has the type names it better. */
  readonly isBare: boolean;
}

export interface TypeTags {
  /** Tags of every value of the type. */
  own(type: ts.Type): readonly TypeTag[];
}

const NONE: readonly TypeTag[] = [];

export function createTypeTags(program: ts.Program, brands: Brands, declared: DeclaredTags): TypeTags {
  const checker = program.getTypeChecker();
  const known = new WeakMap<ts.Type, readonly TypeTag[]>();
  const own = (type: ts.Type): readonly TypeTag[] => {
    if (isUntaggable(type)) return NONE;
    const tags = known.get(type);
    if (tags !== undefined) return tags;
    // A type that is asked for while its own tags are being found adds nothing new to them.
    known.set(type, NONE);
    const found = distinct([...aliasTags(type), ...structureTags(type)]);
    known.set(type, found);
    return found;
  };

  const aliasTags = (type: ts.Type): readonly TypeTag[] => {
    const alias = type.aliasSymbol;
    return alias === undefined ? NONE : declared.ofType(alias).map(typeTag);
  };

  const structureTags = (type: ts.Type): readonly TypeTag[] => {
    if (type.isUnionOrIntersection()) return [...symbolTags(type), ...type.types.flatMap(own)];
    if (isTemplate(type)) return type.types.flatMap(own);
    if (isStringMapping(type)) return own(type.type);
    if ((type.flags & ts.TypeFlags.Instantiable) !== 0) {
      const constraint = constraintOf(checker, type);
      return constraint === undefined ? NONE : own(constraint);
    }
    if ((type.flags & ts.TypeFlags.Object) === 0) return symbolTags(type);
    return [...brandTags(type), ...symbolTags(type), ...baseTags(type)];
  };

  /** The brand of a named type is that type's: `interface Prompt extends Plaintext<...>` is called `Prompt`. */
  const brandTags = (type: ts.Type): readonly TypeTag[] => {
    const property = checker.getPropertiesOfType(type).find((member) => brands.isBrand(member));
    if (property === undefined) return NONE;
    const isBare = !isNamedObject(type) || declaresItself(type.symbol, property);
    const naming = isBare ? brandNaming(property) : namingOf(type.symbol);
    return labelsOf(checker.getTypeOfSymbol(property)).map((label) => ({ label, naming, isBare }));
  };

  const symbolTags = (type: ts.Type): readonly TypeTag[] => {
    const symbol = type.getSymbol();
    if (symbol === undefined || isDeclarationObject(type)) return NONE;
    return [symbol, ...enumOf(checker, symbol)].flatMap((named) => declared.ofType(named)).map(typeTag);
  };

  // A brand is inherited as a property, and is named above.
  const baseTags = (type: ts.Type): readonly TypeTag[] =>
    isNamedObject(type)
      ? heritageOf(program, type.symbol)
          .flatMap(own)
          .filter((tag) => !tag.isBare)
      : NONE;

  return { own };
}

function typeTag({ label, name, declaration }: Tag): TypeTag {
  return { label, naming: { name, declaration }, isBare: false };
}

/** `interface Tagged { readonly [tag]: ... }` is a part of the brand, not a type that has it. */
function declaresItself(type: ts.Symbol, property: ts.Symbol): boolean {
  const own: readonly ts.Node[] = type.declarations ?? [];
  return (property.declarations ?? []).some((node) => own.includes(node.parent));
}

/** The alias that the brand is declared in. */
function brandNaming(property: ts.Symbol): Naming {
  const declaration = property.declarations?.[0];
  const alias = declaration === undefined ? undefined : ts.findAncestor(declaration, isNamedAlias);
  return { name: alias?.name.text ?? 'Plaintext', declaration: alias };
}

function isNamedAlias(node: ts.Node): node is ts.TypeAliasDeclaration | ts.InterfaceDeclaration {
  return ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node);
}

function distinct(tags: readonly TypeTag[]): readonly TypeTag[] {
  if (tags.length < 2) return tags;
  return [...new Map(tags.map((tag) => [`${tag.label}\0${tag.naming.name}`, tag])).values()];
}

function isTemplate(type: ts.Type): type is ts.TemplateLiteralType {
  return (type.flags & ts.TypeFlags.TemplateLiteral) !== 0;
}

function isStringMapping(type: ts.Type): type is ts.StringMappingType {
  return (type.flags & ts.TypeFlags.StringMapping) !== 0;
}

/** The label that the brand's property holds: one for each literal, the usual one when it is not a literal. */
function labelsOf(type: ts.Type): readonly string[] {
  const literals = (type.isUnion() ? type.types : [type]).filter((part) => part.isStringLiteral());
  return literals.length === 0 ? [DEFAULT_LABEL] : literals.map((literal) => literal.value);
}

function enumOf(checker: ts.TypeChecker, member: ts.Symbol): readonly ts.Symbol[] {
  const declaration = member.declarations?.find(ts.isEnumMember);
  return declaration === undefined ? [] : [checker.getSymbolAtLocation(declaration.parent.name) ?? member];
}

/** The types that a class or interface extends or implements. */
function heritageOf(program: ts.Program, symbol: ts.Symbol): readonly ts.Type[] {
  const checker = program.getTypeChecker();
  return (symbol.declarations ?? [])
    .filter((node) => ts.isClassLike(node) || ts.isInterfaceDeclaration(node))
    .filter((node) => !program.isSourceFileDefaultLibrary(node.getSourceFile()))
    .flatMap((node) => (node.heritageClauses ?? []).flatMap((clause) => clause.types))
    .map((base) => checker.getTypeAtLocation(base));
}
