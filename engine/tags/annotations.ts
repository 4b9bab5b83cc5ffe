/**
 * The tags that only an annotation tells. A tagged alias of a primitive (`type Prompt = string`) is gone from the
 * checker's types, so the written type is read for it.
 */
import ts from 'typescript';
import type { DeclaredTags } from './declared-tags.ts';
import { joinTrees, leafTree } from './join-trees.ts';
import { symbolAt } from './symbols.ts';
import type { LabelTree } from './tree.ts';
import { mentionsName } from './type-kinds.ts';
import type { WrittenBrand } from './written-brands.ts';
import { elementsTree, libraryTree, membersTree, tupleTree } from './written-shapes.ts';

/** Where a written type is read: what its type parameters stand for, and the aliases that it is read inside of. */
interface Scope {
  readonly given: ReadonlyMap<ts.Symbol, LabelTree>;
  readonly inside: readonly ts.Symbol[];
}

const OUTERMOST: Scope = { given: new Map(), inside: [] };

type FindBrand = (node: ts.TypeReferenceNode) => WrittenBrand | undefined;

/** Reads the written types of one program, each declaration's once. */
export class Annotations {
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  readonly #declared: DeclaredTags;
  readonly #findBrand: FindBrand;
  readonly #known = new WeakMap<ts.Symbol, { readonly tree: LabelTree | undefined }>();

  constructor(program: ts.Program, declared: DeclaredTags, findBrand: FindBrand) {
    this.#program = program;
    this.#checker = program.getTypeChecker();
    this.#declared = declared;
    this.#findBrand = findBrand;
  }

  /** What the annotation of a variable, parameter, property or accessor tells. */
  ofValue(symbol: ts.Symbol): LabelTree | undefined {
    const answer = this.#known.get(symbol);
    if (answer !== undefined) return answer.tree;
    this.#known.set(symbol, { tree: undefined });
    const tree = joinTrees((symbol.declarations ?? []).map((node) => this.ofType(writtenType(node))));
    this.#known.set(symbol, { tree });
    return tree;
  }

  /** What the written return type of a function tells. */
  ofResult(declaration: ts.Node): LabelTree | undefined {
    return this.ofType(writtenType(declaration));
  }

  /** What a written type tells. */
  ofType(node: ts.TypeNode | undefined): LabelTree | undefined {
    return node === undefined ? undefined : this.#read(node, OUTERMOST);
  }

  #read(node: ts.TypeNode, scope: Scope): LabelTree | undefined {
    if (ts.isTypeReferenceNode(node)) return this.#readReference(node, scope);
    if (ts.isArrayTypeNode(node)) return elementsTree(this.#read(node.elementType, scope));
    if (ts.isTupleTypeNode(node)) return tupleTree(node.elements.map((part) => this.#read(part, scope)));
    if (ts.isTypeLiteralNode(node)) return this.#readMembers(node.members, scope);
    if (ts.isIndexedAccessTypeNode(node)) return this.#readMember(node);
    if (ts.isTypeQueryNode(node)) return this.#readName(node.exprName);
    return joinTrees(partsOf(node).map((part) => this.#read(part, scope)));
  }

  #readReference(node: ts.TypeReferenceNode, scope: Scope): LabelTree | undefined {
    const brand = this.#findBrand(node);
    if (brand !== undefined)
      return leafTree(brand.labels.map((label) => this.#declared.tag(label, brand.naming)));
    const symbol = symbolAt(this.#checker, node.typeName);
    if (symbol === undefined) return undefined;
    if ((symbol.flags & ts.SymbolFlags.TypeParameter) !== 0) return scope.given.get(symbol);
    const given = (node.typeArguments ?? []).map((argument) => this.#read(argument, scope));
    if (this.#isOfLibrary(symbol)) return libraryTree(symbol.name, given);
    const isAlias = (symbol.flags & ts.SymbolFlags.TypeAlias) !== 0;
    const own = isAlias ? this.#declared.ofType(symbol) : [];
    if (own.length > 0) return leafTree(own);
    // Members of a named type are found by their own declarations, unless type arguments decide.
    if (scope.inside.includes(symbol) || (!isAlias && given.every((tree) => tree === undefined)))
      return undefined;
    const inside = [...scope.inside, symbol];
    return joinTrees((symbol.declarations ?? []).map((target) => this.#readGeneric(target, given, inside)));
  }

  #readGeneric(
    target: ts.Declaration,
    given: readonly (LabelTree | undefined)[],
    inside: readonly ts.Symbol[],
  ): LabelTree | undefined {
    if (!ts.isTypeAliasDeclaration(target) && !ts.isInterfaceDeclaration(target) && !ts.isClassLike(target)) {
      return undefined;
    }
    const trees = new Map<ts.Symbol, LabelTree>();
    for (const [index, parameter] of (target.typeParameters ?? []).entries()) {
      const symbol = this.#checker.getSymbolAtLocation(parameter.name);
      const tree = given[index] ?? this.ofType(parameter.default);
      if (symbol !== undefined && tree !== undefined) trees.set(symbol, tree);
    }
    const scope: Scope = { given: trees, inside };
    return ts.isTypeAliasDeclaration(target)
      ? this.#read(target.type, scope)
      : this.#readMembers(target.members, scope);
  }

  /** Only the members that a type argument reaches: all others have declarations that speak for themselves. */
  #readMembers(
    members: readonly (ts.TypeElement | ts.ClassElement)[],
    { given }: Scope,
  ): LabelTree | undefined {
    const names = [...given.keys()].map((symbol) => symbol.name);
    const reached = new Map<string, () => LabelTree | undefined>();
    for (const member of members) {
      const type = writtenType(member);
      if (type === undefined || member.name === undefined || !ts.isIdentifier(member.name)) continue;
      if (!names.some((name) => mentionsName(type, name)) || ts.isMethodSignature(member)) continue;
      reached.set(member.name.text, () => this.#read(type, { given, inside: [] }));
    }
    return membersTree(reached, [...given.values()]);
  }

  /** `Message['body']` is what the member's own declaration tells. */
  #readMember(node: ts.IndexedAccessTypeNode): LabelTree | undefined {
    const index = ts.isLiteralTypeNode(node.indexType) ? node.indexType.literal : undefined;
    if (index === undefined || !ts.isStringLiteral(index)) return undefined;
    const object = this.#checker.getTypeFromTypeNode(node.objectType);
    return this.#told(this.#checker.getPropertyOfType(object, index.text));
  }

  #readName(name: ts.EntityName): LabelTree | undefined {
    return this.#told(symbolAt(this.#checker, name));
  }

  #told(symbol: ts.Symbol | undefined): LabelTree | undefined {
    if (symbol === undefined) return undefined;
    const tags = this.#declared.ofValue(symbol);
    return joinTrees([tags.length === 0 ? undefined : leafTree(tags), this.ofValue(symbol)]);
  }

  #isOfLibrary(symbol: ts.Symbol): boolean {
    const declarations = symbol.declarations ?? [];
    return declarations.some((node) => this.#program.isSourceFileDefaultLibrary(node.getSourceFile()));
  }
}

/** The type that stands at a declaration, in JavaScript the one in its comment. */
function writtenType(node: ts.Node): ts.TypeNode | undefined {
  if (ts.isVariableDeclaration(node) || ts.isParameter(node)) return node.type ?? ts.getJSDocType(node);
  if (ts.isPropertyDeclaration(node) || ts.isPropertySignature(node))
    return node.type ?? ts.getJSDocType(node);
  return ts.isFunctionLike(node) ? (node.type ?? ts.getJSDocReturnType(node)) : undefined;
}

/** The types that a value of a written type may be, or that it is made of as a whole. */
function partsOf(node: ts.TypeNode): readonly ts.TypeNode[] {
  if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node)) return node.types;
  if (ts.isConditionalTypeNode(node)) return [node.trueType, node.falseType];
  if (ts.isTemplateLiteralTypeNode(node)) return node.templateSpans.map((span) => span.type);
  return isWrapper(node) ? [node.type] : [];
}

type Wrapper =
  | ts.ParenthesizedTypeNode
  | ts.TypeOperatorNode
  | ts.OptionalTypeNode
  | ts.NamedTupleMember
  | ts.RestTypeNode;

function isWrapper(node: ts.TypeNode): node is Wrapper {
  return (
    ts.isParenthesizedTypeNode(node) ||
    (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword) ||
    ts.isOptionalTypeNode(node) ||
    ts.isNamedTupleMember(node) ||
    ts.isRestTypeNode(node)
  );
}
