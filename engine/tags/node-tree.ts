/** The label tree of an expression or a declared name: by its type there, and by the declarations that it goes through. */
import ts from 'typescript';
import { AWAITED } from '../keys.ts';
import { NOTHING, tellsSomething, type Declarations, type Told } from './declarations.ts';
import { isCast, type ExpressionNaming } from './expression-naming.ts';
import { joinTrees } from './join-trees.ts';
import { boundKey } from './names.ts';
import type { Reach } from './reach.ts';
import { subjectOf, type Subject } from './subject.ts';
import { symbolAt } from './symbols.ts';
import type { LabelTree, Tag } from './tree.ts';
import { replacesMembers } from './type-kinds.ts';
import type { TypeTrees } from './type-tree.ts';

export interface NodeTrees {
  at(node: ts.Node): LabelTree | undefined;
}

export interface NodeTreeParts {
  readonly program: ts.Program;
  readonly trees: TypeTrees;
  readonly reach: Reach;
  readonly declarations: Declarations;
  readonly naming: ExpressionNaming;
  /** Without tags that only declarations carry, types tell all and symbols need not be asked for. */
  readonly hasDeclaredTags: boolean;
}

type Access = ts.PropertyAccessExpression | ts.ElementAccessExpression;

export function createNodeTrees(parts: NodeTreeParts): NodeTrees {
  const { program, trees, reach, declarations, naming, hasDeclaredTags } = parts;
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
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) {
      return joinTrees([nameTree(node), boundTree(node.parent)]);
    }
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return memberTree(node);
    if (ts.isCallLikeExpression(node)) return typeTree(node, resultOf(node));
    if (isCast(node)) return typeTree(node, declarations.ofType(node.type));
    const awaited = ts.isAwaitExpression(node) ? at(node.expression)?.child(AWAITED) : undefined;
    return joinTrees([typeTree(node, NOTHING), awaited]);
  };

  const typeTree = (node: ts.Node, told: Told): LabelTree | undefined => {
    const type = checker.getTypeAtLocation(node);
    if (!tellsSomething(told) && !reach.hasTag(type)) return undefined;
    return trees.of(type, naming.ofExpression(node), told);
  };

  const nameTree = (node: ts.Identifier | ts.PrivateIdentifier): LabelTree | undefined => {
    const type = checker.getTypeAtLocation(node);
    if (!hasDeclaredTags && !reach.hasTag(type)) return undefined;
    const symbol = symbolAt(checker, node);
    return symbol === undefined
      ? trees.of(type)
      : trees.of(type, naming.ofSymbol(symbol), declarations.ofValue(symbol));
  };

  /** A name that a pattern binds is a member of what the pattern takes apart. */
  const boundTree = (element: ts.Node): LabelTree | undefined => {
    if (!ts.isBindingElement(element)) return undefined;
    const key = boundKey(element);
    return key === undefined ? undefined : at(element.parent)?.child(key);
  };

  const patternTree = (pattern: ts.BindingPattern): LabelTree | undefined => {
    const holder = pattern.parent;
    if (ts.isBindingElement(holder)) return joinTrees([typeTree(pattern, NOTHING), boundTree(holder)]);
    const taken = holder.initializer === undefined ? undefined : at(holder.initializer);
    return joinTrees([typeTree(pattern, declarations.ofPattern(holder)), taken]);
  };

  /** A member that is read from a tagged object has the object's tags too. */
  const memberTree = (node: Access): LabelTree | undefined => {
    const type = checker.getTypeAtLocation(node);
    const above = at(node.expression)?.own ?? [];
    if (above.length === 0 && !hasDeclaredTags && !reach.hasTag(type)) return undefined;
    const members = membersOf(node);
    const inherited = members.some((member) => isCode(member) || isMeasure(member, type)) ? [] : above;
    const [name] = members.map((member) => naming.ofSymbol(member));
    return trees.of(type, name, toldOf(node, members, inherited));
  };

  const toldOf = (node: Access, members: readonly ts.Symbol[], inherited: readonly Tag[]): Told => {
    const isOther = hasDeclaredTags && replacesMembers(checker.getTypeAtLocation(node.expression));
    const told = isOther ? [] : members.map((member) => declarations.ofValue(member));
    return {
      tags: [...inherited, ...told.flatMap((each) => each.tags)],
      noted: joinTrees(told.map((each) => each.noted)),
    };
  };

  /** The member that is named, or every one that a key of a literal type may mean. */
  const membersOf = (node: Access): readonly ts.Symbol[] => {
    if (ts.isPropertyAccessExpression(node))
      return [symbolAt(checker, node.name)].filter((symbol) => symbol !== undefined);
    const key = checker.getTypeAtLocation(node.argumentExpression);
    const keys = key.isUnion() ? key.types : [key];
    const literals = keys.filter((part) => part.isStringLiteral() || part.isNumberLiteral());
    const object = checker.getTypeAtLocation(node.expression);
    return literals.flatMap((literal) => checker.getPropertyOfType(object, String(literal.value)) ?? []);
  };

  /** What the library's own numbers (`length`, `size`) tell of a value is for the models to say. */
  const isMeasure = (member: ts.Symbol, type: ts.Type): boolean =>
    (type.flags & ts.TypeFlags.NumberLike) !== 0 &&
    (member.declarations ?? []).some((node) => program.isSourceFileDefaultLibrary(node.getSourceFile()));

  const resultOf = (node: ts.CallLikeExpression): Told => {
    const declaration = hasDeclaredTags ? checker.getResolvedSignature(node)?.declaration : undefined;
    return declaration === undefined
      ? NOTHING
      : declarations.ofResult(declaration, naming.ofExpression(node));
  };

  return { at };
}

function isCode(member: ts.Symbol): boolean {
  return (member.flags & ts.SymbolFlags.Method) !== 0;
}
