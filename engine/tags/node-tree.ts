/** The label tree of an expression or a declared name: by its type there, and by the declarations that it goes through. */
import ts from 'typescript';
import { AWAITED } from '../keys.ts';
import type { DeclaredTags } from './declared-tags.ts';
import { joinTrees } from './join-trees.ts';
import { callName, namingOf, type Naming } from './names.ts';
import type { Reach } from './reach.ts';
import { subjectOf, type Subject } from './subject.ts';
import { symbolAt } from './symbols.ts';
import type { LabelTree, Tag } from './tree.ts';
import type { TypeTrees } from './type-tree.ts';

export interface NodeTrees {
  at(node: ts.Node): LabelTree | undefined;
}

export interface NodeTreeParts {
  readonly program: ts.Program;
  readonly trees: TypeTrees;
  readonly reach: Reach;
  readonly declared: DeclaredTags;
  /** Without tags that only declarations carry, types tell all and symbols need not be asked for. */
  readonly hasDeclaredTags: boolean;
  isBrandType(type: ts.Symbol): boolean;
}

export function createNodeTrees(parts: NodeTreeParts): NodeTrees {
  const { program, trees, reach, declared } = parts;
  const checker = program.getTypeChecker();
  const known = new WeakMap<ts.Node, { readonly tree: LabelTree | undefined }>();

  const at = (node: ts.Node): LabelTree | undefined => {
    const subject = subjectOf(node);
    if (subject === undefined) return undefined;
    const answer = known.get(subject);
    if (answer !== undefined) return answer.tree;
    const tree = compute(subject);
    known.set(subject, { tree });
    return tree;
  };

  const compute = (node: Subject): LabelTree | undefined => {
    if (ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node)) return patternTree(node);
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node))
      return joinTrees([nameTree(node), boundTree(node.parent)]);
    if (ts.isPropertyAccessExpression(node)) return memberTree(node, memberOf(node.name));
    if (ts.isElementAccessExpression(node)) return memberTree(node, elementsOf(node));
    if (ts.isCallLikeExpression(node)) return callTree(node);
    if (ts.isAwaitExpression(node)) {
      return joinTrees([typeTree(node, operandNaming(node)), at(node.expression)?.child(AWAITED)]);
    }
    return typeTree(node, operandNaming(node));
  };

  const typeTree = (
    node: ts.Node,
    naming: Naming | undefined,
    tags: readonly Tag[] = [],
  ): LabelTree | undefined => trees.of(checker.getTypeAtLocation(node), naming, tags);

  const nameTree = (node: ts.Identifier | ts.PrivateIdentifier): LabelTree | undefined => {
    const type = checker.getTypeAtLocation(node);
    if (!parts.hasDeclaredTags && !reach.hasTag(type)) return undefined;
    const symbol = symbolAt(checker, node);
    if (symbol === undefined) return trees.of(type);
    return trees.of(type, declaredNaming(symbol), declared.ofValue(symbol));
  };

  /** A name that a pattern binds is a member of what the pattern takes apart. */
  const boundTree = (element: ts.Node): LabelTree | undefined => {
    if (!ts.isBindingElement(element)) return undefined;
    const key = boundKey(element);
    return key === undefined ? undefined : patternTree(element.parent)?.child(key);
  };

  const patternTree = (pattern: ts.BindingPattern): LabelTree | undefined => {
    const holder = pattern.parent;
    const taken =
      ts.isVariableDeclaration(holder) && holder.initializer !== undefined
        ? at(holder.initializer)
        : undefined;
    return joinTrees([typeTree(pattern, undefined), taken, boundTree(holder)]);
  };

  /** A member that is read from a tagged object has the object's tags too. */
  const memberTree = (
    node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
    members: readonly ts.Symbol[],
  ): LabelTree | undefined => {
    const [member] = members;
    const inherited = members.some(isOwnBusiness) ? [] : (at(node.expression)?.own ?? []);
    const tags = parts.hasDeclaredTags ? members.flatMap((symbol) => declared.ofValue(symbol)) : [];
    return typeTree(
      node,
      member === undefined ? undefined : namingOf(member),
      distinct([...inherited, ...tags]),
    );
  };

  /** Methods are code; what the library's own members (`length`, `size`) tell of a value is for the models to say. */
  const isOwnBusiness = (member: ts.Symbol): boolean =>
    (member.flags & ts.SymbolFlags.Method) !== 0 ||
    (member.declarations ?? []).some((node) => program.isSourceFileDefaultLibrary(node.getSourceFile()));

  const memberOf = (name: ts.Node): readonly ts.Symbol[] => {
    const symbol = symbolAt(checker, name);
    return symbol === undefined ? [] : [symbol];
  };

  /** Every member that a key of a literal type may mean. */
  const elementsOf = ({
    expression,
    argumentExpression,
  }: ts.ElementAccessExpression): readonly ts.Symbol[] => {
    const key = checker.getTypeAtLocation(argumentExpression);
    const literals = (key.isUnion() ? key.types : [key]).filter(
      (part) => part.isStringLiteral() || part.isNumberLiteral(),
    );
    const object = checker.getTypeAtLocation(expression);
    return literals.flatMap((literal) => checker.getPropertyOfType(object, String(literal.value)) ?? []);
  };

  const callTree = (node: ts.CallLikeExpression): LabelTree | undefined => {
    const name = ts.isCallExpression(node) ? callName(node.expression) : undefined;
    const declaration = parts.hasDeclaredTags ? checker.getResolvedSignature(node)?.declaration : undefined;
    const naming = name === undefined ? undefined : { name, declaration };
    return typeTree(node, naming, declaration === undefined ? [] : declared.ofResult(declaration, naming));
  };

  /** A parameter or variable whose annotation names a type is called as that type is. */
  const declaredNaming = (symbol: ts.Symbol): Naming => {
    const annotation = annotationOf(symbol);
    return (annotation === undefined ? undefined : typeNaming(annotation)) ?? namingOf(symbol);
  };

  const typeNaming = (annotation: ts.TypeNode): Naming | undefined => {
    if (!ts.isTypeReferenceNode(annotation)) return undefined;
    const type = symbolAt(checker, annotation.typeName);
    const isAlias = type !== undefined && (type.flags & ts.SymbolFlags.TypeAlias) !== 0;
    return isAlias && annotation.typeArguments === undefined && !parts.isBrandType(type)
      ? namingOf(type)
      : undefined;
  };

  const operandNaming = (node: ts.Node): Naming | undefined => {
    if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isTypeAssertionExpression(node)) {
      return typeNaming(node.type) ?? operandNaming(node.expression);
    }
    if (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node))
      return operandNaming(node.expression);
    if (ts.isIdentifier(node)) return memberOf(node).map(declaredNaming)[0];
    const name = ts.isCallExpression(node) ? callName(node.expression) : undefined;
    return name === undefined ? undefined : { name, declaration: undefined };
  };

  return { at };
}

function boundKey(element: ts.BindingElement): string | undefined {
  if (element.dotDotDotToken !== undefined) return undefined;
  if (ts.isArrayBindingPattern(element.parent)) return String(element.parent.elements.indexOf(element));
  const name = element.propertyName ?? element.name;
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)
    ? name.text
    : undefined;
}

function annotationOf(symbol: ts.Symbol): ts.TypeNode | undefined {
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined) return undefined;
  return ts.isVariableDeclaration(declaration) || ts.isParameter(declaration) ? declaration.type : undefined;
}

function distinct(tags: readonly Tag[]): readonly Tag[] {
  return tags.length < 2 ? tags : [...new Set(tags)];
}
