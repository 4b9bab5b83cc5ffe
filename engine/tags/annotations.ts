/**
 * The tags that only an annotation tells. A tagged alias of a primitive (`type Prompt = string`) is gone from the
 * checker's types, so the written type is read for it.
 */
import ts from 'typescript';
import { AWAITED, ELEMENT, isIndex, MAP_KEY, MAP_VALUE } from '../keys.ts';
import type { DeclaredTags } from './declared-tags.ts';
import { joinTrees, leafTree, mappedTree } from './join-trees.ts';
import { symbolAt } from './symbols.ts';
import type { LabelTree } from './tree.ts';
import type { WrittenBrand } from './written-brands.ts';

export interface Annotations {
  /** What the annotation of a variable, parameter, property or accessor tells. */
  ofValue(symbol: ts.Symbol): LabelTree | undefined;
  /** What a written type tells. */
  ofType(node: ts.TypeNode | undefined): LabelTree | undefined;
  /** What the written return type of a function tells. */
  ofResult(declaration: ts.Node): LabelTree | undefined;
}

/** What the type parameters of a generic type stand for where it is used. */
type Environment = ReadonlyMap<ts.Symbol, LabelTree | undefined>;

const EMPTY: Environment = new Map();

/** Aliases inside aliases that are followed at most. */
const MAX_ALIASES = 20;

export function createAnnotations(
  program: ts.Program,
  declared: DeclaredTags,
  findBrand: (node: ts.TypeReferenceNode) => WrittenBrand | undefined,
): Annotations {
  const checker = program.getTypeChecker();
  const known = new WeakMap<ts.Symbol, { readonly tree: LabelTree | undefined }>();

  const ofValue = (symbol: ts.Symbol): LabelTree | undefined => {
    const answer = known.get(symbol);
    if (answer !== undefined) return answer.tree;
    known.set(symbol, { tree: undefined });
    const tree = joinTrees((symbol.declarations ?? []).map((node) => read(writtenType(node), EMPTY, 0)));
    known.set(symbol, { tree });
    return tree;
  };

  const read = (node: ts.TypeNode | undefined, env: Environment, depth: number): LabelTree | undefined => {
    if (node === undefined || depth > MAX_ALIASES) return undefined;
    if (ts.isTypeReferenceNode(node)) return readReference(node, env, depth);
    if (ts.isArrayTypeNode(node)) return elementsTree(read(node.elementType, env, depth));
    if (ts.isTupleTypeNode(node)) return tupleTree(node.elements.map((part) => read(part, env, depth)));
    if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node)) return readAll(node.types, env, depth);
    if (ts.isConditionalTypeNode(node)) return readAll([node.trueType, node.falseType], env, depth);
    if (ts.isTemplateLiteralTypeNode(node))
      return readAll(
        node.templateSpans.map((span) => span.type),
        env,
        depth,
      );
    if (ts.isTypeLiteralNode(node)) return membersTree(node.members, env, depth);
    if (ts.isIndexedAccessTypeNode(node)) return readMember(node);
    if (ts.isTypeQueryNode(node)) return readName(node.exprName);
    return isWrapper(node) ? read(node.type, env, depth) : undefined;
  };

  const readAll = (nodes: readonly ts.TypeNode[], env: Environment, depth: number): LabelTree | undefined =>
    joinTrees(nodes.map((node) => read(node, env, depth)));

  const readReference = (
    node: ts.TypeReferenceNode,
    env: Environment,
    depth: number,
  ): LabelTree | undefined => {
    const brand = findBrand(node);
    if (brand !== undefined) return leafTree(brand.labels.map((label) => declared.tag(label, brand.naming)));
    const symbol = symbolAt(checker, node.typeName);
    if (symbol === undefined) return undefined;
    if ((symbol.flags & ts.SymbolFlags.TypeParameter) !== 0) return env.get(symbol);
    const given = (node.typeArguments ?? []).map((argument) => read(argument, env, depth));
    if (isOfLibrary(symbol)) return libraryTree(symbol.name, given);
    const isAlias = (symbol.flags & ts.SymbolFlags.TypeAlias) !== 0;
    const own = isAlias ? declared.ofType(symbol) : [];
    if (own.length > 0) return leafTree(own);
    // Members of a named type are found by their own declarations, unless type arguments decide.
    if (!isAlias && given.every((tree) => tree === undefined)) return undefined;
    return joinTrees((symbol.declarations ?? []).map((target) => readGeneric(target, given, depth + 1)));
  };

  const readGeneric = (
    target: ts.Declaration,
    given: readonly (LabelTree | undefined)[],
    depth: number,
  ): LabelTree | undefined => {
    if (!ts.isTypeAliasDeclaration(target) && !ts.isInterfaceDeclaration(target) && !ts.isClassLike(target)) {
      return undefined;
    }
    const env = new Map(
      (target.typeParameters ?? []).flatMap((parameter, index) => {
        const symbol = checker.getSymbolAtLocation(parameter.name);
        return symbol === undefined ? [] : [[symbol, given[index] ?? read(parameter.default, EMPTY, depth)]];
      }),
    );
    return ts.isTypeAliasDeclaration(target)
      ? read(target.type, env, depth)
      : membersTree(target.members, env, depth);
  };

  const membersTree = (
    members: readonly (ts.TypeElement | ts.ClassElement)[],
    env: Environment,
    depth: number,
  ): LabelTree | undefined => {
    if ([...env.values()].every((tree) => tree === undefined)) return undefined;
    const trees = members.flatMap((member) => {
      const isData =
        ts.isPropertySignature(member) || ts.isPropertyDeclaration(member) || ts.isAccessor(member);
      if (!isData || !ts.isIdentifier(member.name)) return [];
      return [[member.name.text, read(member.type, env, depth + 1)]] as const;
    });
    return mappedTree([], Object.fromEntries(trees));
  };

  /** `Message['body']` is what the member's own declaration tells. */
  const readMember = (node: ts.IndexedAccessTypeNode): LabelTree | undefined => {
    const index = ts.isLiteralTypeNode(node.indexType) ? node.indexType.literal : undefined;
    if (index === undefined || !ts.isStringLiteral(index)) return undefined;
    const member = checker.getPropertyOfType(checker.getTypeAtLocation(node.objectType), index.text);
    return member === undefined ? undefined : valueTree(member);
  };

  const readName = (name: ts.EntityName): LabelTree | undefined => {
    const symbol = symbolAt(checker, name);
    return symbol === undefined ? undefined : valueTree(symbol);
  };

  const valueTree = (symbol: ts.Symbol): LabelTree | undefined => {
    const tags = declared.ofValue(symbol);
    return joinTrees([tags.length === 0 ? undefined : leafTree(tags), ofValue(symbol)]);
  };

  const isOfLibrary = (symbol: ts.Symbol): boolean =>
    (symbol.declarations ?? []).some((node) => program.isSourceFileDefaultLibrary(node.getSourceFile()));

  return {
    ofValue,
    ofType: (node) => read(node, EMPTY, 0),
    ofResult: (declaration) => read(writtenType(declaration), EMPTY, 0),
  };
}

/** The type that stands at a declaration, in JavaScript the one in its comment. */
function writtenType(node: ts.Node): ts.TypeNode | undefined {
  if (ts.isVariableDeclaration(node) || ts.isParameter(node)) return node.type ?? ts.getJSDocType(node);
  if (ts.isPropertyDeclaration(node) || ts.isPropertySignature(node))
    return node.type ?? ts.getJSDocType(node);
  return ts.isFunctionLike(node) ? (node.type ?? ts.getJSDocReturnType(node)) : undefined;
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

/** The library's types, by what their type arguments are the parts of. */
function libraryTree(
  name: string,
  [first, second]: readonly (LabelTree | undefined)[],
): LabelTree | undefined {
  if (/Map$/.test(name)) return mappedTree([], { [MAP_KEY]: first, [MAP_VALUE]: second });
  if (name === 'Promise' || name === 'PromiseLike') return mappedTree([], { [AWAITED]: first });
  if (name === 'Awaited') return first?.child(AWAITED) ?? first;
  if (name === 'Record') return everyMember(second);
  return TRANSPARENT.has(name) ? first : elementsTree(first);
}

const TRANSPARENT: ReadonlySet<string> = new Set(
  'Partial Required Readonly Pick Omit NonNullable Exclude Extract NoInfer Uppercase Lowercase Capitalize Uncapitalize'.split(
    ' ',
  ),
);

function elementsTree(element: LabelTree | undefined): LabelTree | undefined {
  if (element === undefined) return undefined;
  const tree = mappedTree([], { [ELEMENT]: element });
  return tree && { ...tree, child: (key) => (key === ELEMENT || isIndex(key) ? element : undefined) };
}

function everyMember(member: LabelTree | undefined): LabelTree | undefined {
  const tree = elementsTree(member);
  return tree && { ...tree, child: () => member };
}

function tupleTree(elements: readonly (LabelTree | undefined)[]): LabelTree | undefined {
  const children = Object.fromEntries(elements.map((element, index) => [String(index), element]));
  return mappedTree([], { ...children, [ELEMENT]: joinTrees(elements) });
}
