/** The label tree of an expression or a declared name: by its type there, and by the declarations that it goes through. */
import ts from 'typescript';
import { AWAITED, isMeasure } from '../keys.ts';
import { NOTHING, tellsSomething, type Declarations, type Told } from './declarations.ts';
import { isCast, type ExpressionNaming } from './expression-naming.ts';
import { joinTrees } from './join-trees.ts';
import { accessKey, boundKey } from './names.ts';
import type { Reach } from './reach.ts';
import { subjectOf, type Subject } from './subject.ts';
import { symbolAt } from './symbols.ts';
import type { LabelTree } from './tree.ts';
import { replacesMembers } from './type-kinds.ts';
import type { TypeTrees } from './type-tree.ts';

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

/** Answers for the nodes of one program, for each node once. */
export class NodeTrees {
  readonly #parts: NodeTreeParts;
  readonly #checker: ts.TypeChecker;
  readonly #known = new WeakMap<ts.Node, { readonly tree: LabelTree | undefined }>();

  constructor(parts: NodeTreeParts) {
    this.#parts = parts;
    this.#checker = parts.program.getTypeChecker();
  }

  at(node: ts.Node): LabelTree | undefined {
    const subject = subjectOf(node);
    if (subject === undefined) return undefined;
    const answer = this.#known.get(subject);
    if (answer !== undefined) return answer.tree;
    const tree = this.#compute(subject);
    this.#known.set(subject, { tree });
    return tree;
  }

  #compute(node: Subject): LabelTree | undefined {
    if (ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node)) return this.#pattern(node);
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) {
      return joinTrees([this.#name(node), this.#bound(node.parent)]);
    }
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return this.#member(node);
    if (ts.isCallLikeExpression(node)) return this.#typed(node, this.#toldOfResult(node));
    if (isCast(node)) return this.#typed(node, this.#parts.declarations.ofType(node.type));
    const awaited = ts.isAwaitExpression(node) ? this.at(node.expression)?.child(AWAITED) : undefined;
    return joinTrees([this.#typed(node, NOTHING), awaited]);
  }

  #typed(node: ts.Node, told: Told): LabelTree | undefined {
    const type = this.#checker.getTypeAtLocation(node);
    if (!tellsSomething(told) && !this.#parts.reach.hasTag(type)) return undefined;
    return this.#parts.trees.of(type, this.#parts.naming.ofExpression(node), told);
  }

  #name(node: ts.Identifier | ts.PrivateIdentifier): LabelTree | undefined {
    const { trees, reach, declarations, naming, hasDeclaredTags } = this.#parts;
    const type = this.#checker.getTypeAtLocation(node);
    if (!hasDeclaredTags && !reach.hasTag(type)) return undefined;
    const symbol = symbolAt(this.#checker, node);
    if (symbol === undefined) return trees.of(type);
    return trees.of(type, naming.ofSymbol(symbol), declarations.ofValue(symbol));
  }

  /** A name that a pattern binds is a member of what the pattern takes apart. */
  #bound(element: ts.Node): LabelTree | undefined {
    if (!ts.isBindingElement(element)) return undefined;
    const key = boundKey(element);
    return key === undefined ? undefined : this.at(element.parent)?.child(key);
  }

  #pattern(pattern: ts.BindingPattern): LabelTree | undefined {
    const holder = pattern.parent;
    if (ts.isBindingElement(holder)) return joinTrees([this.#typed(pattern, NOTHING), this.#bound(holder)]);
    const taken = holder.initializer === undefined ? undefined : this.at(holder.initializer);
    return joinTrees([this.#typed(pattern, this.#parts.declarations.ofPattern(holder)), taken]);
  }

  /** A member that is read from a tagged object has the object's tags too. */
  #member(node: Access): LabelTree | undefined {
    const { trees, reach, naming, hasDeclaredTags } = this.#parts;
    const type = this.#checker.getTypeAtLocation(node);
    const object = this.at(node.expression);
    const above = object?.own ?? [];
    if (above.length === 0 && !hasDeclaredTags && !reach.hasTag(type)) return undefined;
    const members = this.#membersOf(node);
    if (members.some(isMethod)) return trees.of(type);
    const told = this.#toldOfMember(node, members);
    const isMeasure = this.#isMeasured(node, members, type);
    const tags = isMeasure ? told.tags : [...above, ...told.tags];
    const [name] = members.map((member) => naming.ofSymbol(member));
    // Type arguments that the checker's types have forgotten are known to the object's own tree.
    const noted = hasDeclaredTags && !isMeasure ? object?.child(accessKey(node)) : undefined;
    const tree = trees.of(type, name ?? naming.ofExpression(node.expression), { tags, noted: told.noted });
    return isNothing(type) ? tree : joinTrees([tree, noted]);
  }

  /** A number that the library declares, or where nothing is declared, what has the name of one. */
  #isMeasured(node: Access, members: readonly ts.Symbol[], type: ts.Type): boolean {
    if (members.length === 0) return isMeasure(accessKey(node));
    return members.some((member) => this.#isMeasure(member, type));
  }

  #toldOfMember(node: Access, members: readonly ts.Symbol[]): Told {
    const { declarations, hasDeclaredTags } = this.#parts;
    const isOther = hasDeclaredTags && replacesMembers(this.#checker.getTypeAtLocation(node.expression));
    const told = isOther ? [] : members.map((member) => declarations.ofValue(member));
    const noted = joinTrees(told.map((each) => each.noted));
    return { tags: told.flatMap((each) => each.tags), noted };
  }

  /** The member that is named, or every one that a key of a literal type may mean. */
  #membersOf(node: Access): readonly ts.Symbol[] {
    if (ts.isPropertyAccessExpression(node)) {
      const symbol = symbolAt(this.#checker, node.name);
      return symbol === undefined ? [] : [symbol];
    }
    const key = this.#checker.getTypeAtLocation(node.argumentExpression);
    const keys = key.isUnion() ? key.types : [key];
    const literals = keys.filter((part) => part.isStringLiteral() || part.isNumberLiteral());
    const object = this.#checker.getTypeAtLocation(node.expression);
    return literals.flatMap(
      (literal) => this.#checker.getPropertyOfType(object, String(literal.value)) ?? [],
    );
  }

  /** What the library's own numbers (`length`, `size`) tell of a value is for the models to say. */
  #isMeasure(member: ts.Symbol, type: ts.Type): boolean {
    // `notes?.length` may be undefined as well.
    if ((this.#checker.getNonNullableType(type).flags & ts.TypeFlags.NumberLike) === 0) return false;
    const declarations = member.declarations ?? [];
    return declarations.some((node) => this.#parts.program.isSourceFileDefaultLibrary(node.getSourceFile()));
  }

  #toldOfResult(node: ts.CallLikeExpression): Told {
    const { declarations, naming, hasDeclaredTags } = this.#parts;
    const declaration = hasDeclaredTags ? this.#checker.getResolvedSignature(node)?.declaration : undefined;
    return declaration === undefined
      ? NOTHING
      : declarations.ofResult(declaration, naming.ofExpression(node));
  }
}

function isMethod(member: ts.Symbol): boolean {
  return (member.flags & ts.SymbolFlags.Method) !== 0;
}

/** Narrowed to `null` or `undefined`, whatever the object holds there. */
function isNothing(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Never)) !== 0;
}
