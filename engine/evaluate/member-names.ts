/** Names of members that parameters give: `record[key]` is what the caller calls it, and any member where nobody says. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { ANY_MEMBER, memberNamedBy, otherThan } from '../keys.ts';
import { isBuiltIn } from './built-in-names.ts';
import { nameText, wellKnownSymbol } from '../program/program-index.ts';
import { variableSymbol } from '../program/scopes.ts';
import { unwrap } from '../program/syntax.ts';
import { isFunctionNode } from '../program/units.ts';

/** The key of a member that a parameter, of this unit or of one around it, gives the name of. */
export function keyByParameter(
  activation: Activation,
  index: ts.Expression,
  options: readonly string[] = [],
): string | undefined {
  const { engine, numbers } = activation;
  const named = declarationOf(activation, unwrap(index));
  if (named === undefined) return undefined;
  const list = listOf(named);
  const parameter = list === undefined ? named : declarationOf(activation, unwrap(list));
  if (parameter === undefined || !isConstant(engine.scopes, parameter)) return undefined;
  const isRest = parameter.dotDotDotToken !== undefined;
  if (list === undefined && isRest) return undefined;
  return memberNamedBy(numbers.of(parameter), list !== undefined, options);
}

/** The key of a member whose name is not known: what a parameter names, and what it surely is not. */
export function unknownName(activation: Activation, index: ts.Expression): string {
  return otherThan(otherNames(activation, index), keyByParameter(activation, index));
}

function otherNames({ engine, state }: Activation, index: ts.Expression): readonly string[] {
  const name = state.otherNames.size > 0 ? unwrap(index) : index;
  if (state.otherNames.size === 0 || !ts.isIdentifier(name)) return [];
  const symbol = variableSymbol(engine.checker, name);
  return (symbol && state.otherNames.get(symbol)) ?? [];
}

/** What declares a name. `String(name)` is the name. */
function declarationOf(activation: Activation, node: ts.Expression): ts.Declaration | undefined {
  const [only, ...others] = ts.isCallExpression(node) ? node.arguments : [];
  if (ts.isCallExpression(node) && only !== undefined && others.length === 0)
    return isBuiltIn(activation, node.expression, 'String')
      ? declarationOf(activation, unwrap(only))
      : undefined;
  return ts.isIdentifier(node)
    ? activation.engine.checker.getSymbolAtLocation(node)?.valueDeclaration
    : undefined;
}

/** The list that a name goes through: of a `for of`, or of a method that is given the function whose first parameter it is. */
function listOf(declaration: ts.Declaration): ts.Expression | undefined {
  if (ts.isVariableDeclaration(declaration)) {
    const loop = declaration.parent.parent;
    return ts.isForOfStatement(loop) ? loop.expression : undefined;
  }
  if (!ts.isParameter(declaration) || !isFunctionNode(declaration.parent)) return undefined;
  const call = declaration.parent.parent;
  const isGiven = ts.isCallExpression(call) && call.arguments[0] === declaration.parent;
  if (!isGiven || declaration.parent.parameters[0] !== declaration) return undefined;
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.expression : undefined;
}

/** A parameter that nothing else is ever assigned to. */
function isConstant(
  scopes: Activation['engine']['scopes'],
  declaration: ts.Declaration,
): declaration is ts.ParameterDeclaration {
  return (
    ts.isParameter(declaration) &&
    declaration.initializer === undefined &&
    ts.isIdentifier(declaration.name) &&
    isFunctionNode(declaration.parent) &&
    !scopes.isRebound(declaration.parent, declaration.name.text)
  );
}

/** The names that an argument can be, or that its elements can be: by its type, or by the caller's own parameter. */
export function namesGiven(
  activation: Activation,
  node: ts.Expression,
  byElements: boolean,
): readonly string[] | undefined {
  const keys = byElements ? elementNames(activation, node) : keysOfExpression(activation, node);
  if (keys !== undefined) return keys;
  const own = keyByParameter(activation, node);
  return own === undefined || byElements ? undefined : [own];
}

function elementNames({ engine }: Activation, node: ts.Expression): readonly string[] | undefined {
  const element = engine.checker.getTypeAtLocation(node).getNumberIndexType();
  if (element === undefined) return undefined;
  const parts = element.isUnion() ? element.types : [element];
  const names = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
  return names.length === parts.length ? names : undefined;
}

/** The keys that an index expression can be, by its syntax or its literal type, or undefined where any may be. */
export function keysOfExpression(activation: Activation, node: ts.Expression): readonly string[] | undefined {
  const inner = unwrap(node);
  if (ts.isStringLiteralLike(inner) || ts.isNumericLiteral(inner)) return [inner.text];
  const symbol = wellKnownSymbol(inner);
  if (symbol !== undefined) return [symbol];
  const type = activation.engine.checker.getTypeAtLocation(inner);
  const parts = type.isUnion() ? type.types : [type];
  const keys = parts.flatMap((part) => literalKey(part) ?? []);
  if (keys.length !== parts.length || keys.length > MAX_KEYS) return undefined;
  const named = keys.length > 1 ? keyByParameter(activation, inner, keys) : undefined;
  return named === undefined ? keys : [named];
}

/** The key of a member that a class declares: one that is computed may be any, unless a constant names it. */
export function declaredKey(activation: Activation, name: ts.PropertyName): string {
  const text = nameText(name);
  if (text !== '' || !ts.isComputedPropertyName(name)) return text;
  const keys = keysOfExpression(activation, name.expression);
  return keys?.length === 1 ? (keys[0] ?? ANY_MEMBER) : ANY_MEMBER;
}

function literalKey(type: ts.Type): string | undefined {
  if (type.isStringLiteral() || type.isNumberLiteral()) return String(type.value);
  return isUniqueSymbol(type) ? String(type.escapedName) : undefined;
}

/** A symbol that a constant holds is a name like any other. */
const isUniqueSymbol = (type: ts.Type): type is ts.UniqueESSymbolType =>
  (type.flags & ts.TypeFlags.UniqueESSymbol) !== 0;

/** A wider union of names is as good as any name. */
const MAX_KEYS = 12;
