/** What a finding calls a source: the name of the declaration that carries the tag. */
import ts from 'typescript';
import { ELEMENT, privateKey, writtenMember } from '../keys.ts';

/** A name for a value, and where it comes from. */
export interface Naming {
  readonly name: string;
  readonly declaration: ts.Node | undefined;
}

/** `ChatMessage.body` for a member of a named type, the bare name for all else. */
export function namingOf(symbol: ts.Symbol): Naming {
  const declaration = symbol.declarations?.[0];
  const owner = declaration === undefined || !isMember(declaration) ? undefined : ownerName(declaration);
  const own = nameOf(declaration) ?? symbol.name;
  const written = writtenMember(own);
  return { name: owner === undefined ? written.replace(/^\./, '') : `${owner}${written}`, declaration };
}

/** What a call's result is called: `open()` for `open(...)` and `hpke.open(...)`. */
export function callName(callee: ts.Expression): string | undefined {
  if (ts.isIdentifier(callee)) return `${callee.text}()`;
  if (ts.isPropertyAccessExpression(callee)) return `${callee.name.text}()`;
  return ts.isParenthesizedExpression(callee) || ts.isNonNullExpression(callee)
    ? callName(callee.expression)
    : undefined;
}

/** What the result of a function is called where its call has no name. */
export function resultName(declaration: ts.Node): string {
  const isNameless = ts.isFunctionLike(declaration) && declaration.name === undefined;
  return `${nameOf(isNameless ? declaration.parent : declaration) ?? 'function'}()`;
}

/** The member that an element of a pattern takes: by name, by index, or not known. */
export function boundKey(element: ts.BindingElement): string | undefined {
  if (element.dotDotDotToken !== undefined) return undefined;
  if (ts.isArrayBindingPattern(element.parent)) return String(element.parent.elements.indexOf(element));
  const name = element.propertyName ?? element.name;
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)
    ? name.text
    : undefined;
}

/** The key of a member or element that is read: any element where the index is not written out. */
export function accessKey(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string {
  if (ts.isPropertyAccessExpression(node)) {
    return ts.isPrivateIdentifier(node.name) ? privateKey(node.name.text) : node.name.text;
  }
  const key = node.argumentExpression;
  return ts.isStringLiteralLike(key) || ts.isNumericLiteral(key) ? key.text : ELEMENT;
}

function isMember(declaration: ts.Node): boolean {
  if (ts.isParameter(declaration)) return ts.isParameterPropertyDeclaration(declaration, declaration.parent);
  return ts.isTypeElement(declaration) || ts.isClassElement(declaration) || ts.isEnumMember(declaration);
}

function ownerName(member: ts.Node): string | undefined {
  let owner: ts.Node = ts.isParameter(member) ? member.parent.parent : member.parent;
  while (ts.isTypeLiteralNode(owner) || isCombination(owner)) owner = owner.parent;
  return isNamedType(owner) ? owner.name?.text : undefined;
}

/** The members of `Base & { body: string }` are the alias's own. */
function isCombination(node: ts.Node): boolean {
  return ts.isIntersectionTypeNode(node) || ts.isUnionTypeNode(node) || ts.isParenthesizedTypeNode(node);
}

function isNamedType(
  node: ts.Node,
): node is ts.TypeAliasDeclaration | ts.InterfaceDeclaration | ts.ClassLikeDeclaration | ts.EnumDeclaration {
  return (
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isClassLike(node) ||
    ts.isEnumDeclaration(node)
  );
}

function nameOf(declaration: ts.Node | undefined): string | undefined {
  const name = declaration === undefined ? undefined : nameNode(declaration);
  if (name === undefined) return undefined;
  return ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteralLike(name)
    ? name.text
    : undefined;
}

/** The name that stands in a declaration, in JavaScript also that of an assigned member. */
function nameNode(declaration: ts.Node): ts.Node | undefined {
  if (ts.isBinaryExpression(declaration)) return nameNode(declaration.left);
  return isNamed(declaration) ? declaration.name : undefined;
}

function isNamed(node: ts.Node): node is ts.NamedDeclaration {
  return 'name' in node;
}
