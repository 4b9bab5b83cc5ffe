/** The tags that declarations carry: doc comments, the rows of `policy.plaintext`, and property names where asked for. */
import ts from 'typescript';
import type { DecoratedLabels } from '../models/decorated.ts';
import type { Policy } from '../policy.ts';
import { namedTypes } from './declared-types.ts';
import { DEFAULT_LABEL, documentedLabels } from './doc-comment.ts';
import { createIsGuessed } from './guessed-names.ts';
import { namingOf, resultName, type Naming } from './names.ts';
import type { Tag } from './tree.ts';

export interface DeclaredTags {
  /** Tags of every value of a type: an alias, interface, class or enum. */
  ofType(symbol: ts.Symbol): readonly Tag[];
  /** Tags of the value that a name stands for: a variable, parameter, property, accessor or enum member. */
  ofValue(symbol: ts.Symbol): readonly Tag[];
  /** Tags of what a function, method or accessor gives back. */
  ofResult(
    declaration: ts.SignatureDeclaration | ts.JSDocSignature,
    naming: Naming | undefined,
  ): readonly Tag[];
  /** Tags of a parameter or variable that a pattern takes apart, so that it has no name. */
  ofPattern(holder: ts.Node): readonly Tag[];
  /** The one tag object of a label and a name at a declaration. */
  tag(label: string, naming: Naming): Tag;
}

export function createDeclaredTags(
  program: ts.Program,
  policy: Pick<Policy, 'plaintext' | 'nameHeuristics'>,
  decorated: DecoratedLabels = () => [],
): DeclaredTags {
  const checker = program.getTypeChecker();
  const tag = createTags();
  const named = namedTypes(program, policy.plaintext);
  const isGuessed = createIsGuessed(policy.nameHeuristics);
  const guessed = (symbol: ts.Symbol): readonly string[] =>
    isGuessed(symbol.name) && isGuessable(symbol) ? [DEFAULT_LABEL] : [];
  const written = (symbol: ts.Symbol): readonly string[] => [
    ...documented(symbol, isValueLike),
    ...(symbol.declarations ?? []).flatMap(decorated),
  ];
  const tagged = (symbol: ts.Symbol, labels: readonly string[]): readonly Tag[] =>
    labels.length === 0 ? [] : [...new Set(labels)].map((label) => tag(label, namingOf(symbol)));
  return {
    ofType: memoized((symbol) =>
      tagged(symbol, [...documented(symbol, isTypeLike), ...(named.get(symbol) ?? [])]),
    ),
    ofValue: memoized((symbol) => tagged(symbol, [...written(symbol), ...guessed(symbol)])),
    ofResult(declaration, naming) {
      const labels = new Set(overloadsOf(checker, declaration).flatMap(documentedLabels));
      return [...labels].map((label) => tag(label, naming ?? { name: resultName(declaration), declaration }));
    },
    ofPattern: (holder) =>
      [...new Set([...documentedLabels(holder), ...decorated(holder)])].map((label) =>
        tag(label, { name: 'parameter', declaration: holder }),
      ),
    tag,
  };
}

function createTags(): DeclaredTags['tag'] {
  const byDeclaration = new WeakMap<ts.Node, Map<string, Tag>>();
  const undeclared = new Map<string, Tag>();
  return (label, { name, declaration }) => {
    let tags = declaration === undefined ? undeclared : byDeclaration.get(declaration);
    if (tags === undefined) tags = new Map();
    if (declaration !== undefined) byDeclaration.set(declaration, tags);
    const key = `${label}\0${name}`;
    const known = tags.get(key);
    if (known !== undefined) return known;
    const tag: Tag = { label, name, declaration };
    tags.set(key, tag);
    return tag;
  };
}

function memoized(compute: (symbol: ts.Symbol) => readonly Tag[]): (symbol: ts.Symbol) => readonly Tag[] {
  const known = new WeakMap<ts.Symbol, readonly Tag[]>();
  return (symbol) => {
    let tags = known.get(symbol);
    if (tags === undefined) known.set(symbol, (tags = compute(symbol)));
    return tags;
  };
}

function documented(symbol: ts.Symbol, isCarrier: (node: ts.Node) => boolean): readonly string[] {
  return (symbol.declarations ?? []).filter(isCarrier).flatMap(documentedLabels);
}

/** The signature that a call chose, and the implementation, whose comment speaks for all of them. */
function overloadsOf(checker: ts.TypeChecker, declaration: ts.Node): readonly ts.Node[] {
  const isOverload = ts.isFunctionDeclaration(declaration) || ts.isMethodDeclaration(declaration);
  if (!isOverload || declaration.body !== undefined || declaration.name === undefined) return [declaration];
  const all = checker.getSymbolAtLocation(declaration.name)?.declarations ?? [];
  return [
    declaration,
    ...all.filter((node) => ts.isFunctionLike(node) && 'body' in node && node.body !== undefined),
  ];
}

function isTypeLike(node: ts.Node): boolean {
  return (
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isClassLike(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isTypeLiteralNode(node)
  );
}

/** Classes, enums and functions as values are code: their comment speaks of instances, members and results. */
function isValueLike(node: ts.Node): boolean {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isPropertySignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isAccessor(node) ||
    ts.isEnumMember(node) ||
    // `this.body = ...` and `exports.body = ...` declare members in plain JavaScript.
    ts.isPropertyAccessExpression(node) ||
    ts.isBinaryExpression(node)
  );
}

function isGuessable(symbol: ts.Symbol): boolean {
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined) return false;
  const isProperty = (symbol.flags & (ts.SymbolFlags.Property | ts.SymbolFlags.Accessor)) !== 0;
  return isProperty || ts.isParameter(declaration) || ts.isBindingElement(declaration);
}
