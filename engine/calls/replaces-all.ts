/** Redaction by a constant: `text.replace(/[^]/g, '*')` leaves nothing of the text but its length. Told from syntax. */
import ts from 'typescript';
import type { Activation } from '../activation.ts';
import { unwrap } from '../program/syntax.ts';

/** Whether a call of `replace` or `replaceAll` puts a constant in the place of every character. */
export function replacesAll(activation: Activation, node: ts.Node): boolean {
  if (!ts.isCallExpression(node)) return false;
  const [searched, replacement] = node.arguments;
  if (searched === undefined || replacement === undefined) return false;
  const pattern = patternOf(activation, unwrap(searched), 0);
  return pattern !== undefined && coversEverything(pattern) && isConstant(activation, unwrap(replacement));
}

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

const MAX_NAMES = 4;

/** The pattern of a literal, of `new RegExp` with literals, or of a constant that holds one. */
function patternOf(activation: Activation, node: ts.Expression, depth: number): Pattern | undefined {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/');
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
  }
  if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && isRegExp(node.expression)) {
    const [source, flags] = node.arguments ?? [];
    if (source === undefined || !ts.isStringLiteralLike(source)) return undefined;
    return {
      source: source.text,
      flags: flags !== undefined && ts.isStringLiteralLike(flags) ? flags.text : '',
    };
  }
  const initializer = depth < MAX_NAMES ? initializerOf(activation, node) : undefined;
  return initializer === undefined ? undefined : patternOf(activation, unwrap(initializer), depth + 1);
}

const isRegExp = (node: ts.Expression): boolean => ts.isIdentifier(node) && node.text === 'RegExp';

/** What a constant or a readonly member is initialised with. */
function initializerOf({ engine: { checker } }: Activation, node: ts.Expression): ts.Expression | undefined {
  const name = ts.isPropertyAccessExpression(node) ? node.name : node;
  if (!ts.isIdentifier(name) && !ts.isPrivateIdentifier(name)) return undefined;
  const symbol = checker.getSymbolAtLocation(name);
  const target =
    symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0
      ? checker.getAliasedSymbol(symbol)
      : symbol;
  const declaration = target?.valueDeclaration;
  if (declaration === undefined) return undefined;
  const isFixed =
    (ts.isVariableDeclaration(declaration) &&
      (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0) ||
    (ts.isPropertyDeclaration(declaration) &&
      (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) !== 0);
  return isFixed ? declaration.initializer : undefined;
}

/** One character of any kind, as patterns write it. A dot is one only under the flag `s`. */
const ANY = String.raw`(?:\[\^\]|\[\\s\\S\]|\[\\S\\s\]|\[\\d\\D\]|\[\\D\\d\]|\[\\w\\W\]|\[\\W\\w\]|\\p\{Any\})`;
const ANY_OR_DOT = `(?:${ANY}|\\.)`;

function coversEverything({ source, flags }: Pattern): boolean {
  const any = flags.includes('s') ? ANY_OR_DOT : ANY;
  // A group around it changes nothing.
  const bare = source.replace(/^\((?:\?:)?([^()]*)\)/, '$1');
  if (new RegExp(`^\\^?${any}[+*]\\$?$`).test(bare) && !flags.includes('m')) return true;
  return flags.includes('g') && new RegExp(`^${any}(?:[+*]\\??|\\{1,?\\d*\\})?$`).test(bare);
}

/** A text in which `$` brings nothing back, or a function that gives such a text and looks at nothing. */
function isConstant({ engine: { checker } }: Activation, node: ts.Expression): boolean {
  if (ts.isArrowFunction(node) && ts.isExpression(node.body)) {
    const { body } = node;
    return ts.isStringLiteralLike(body);
  }
  const type = checker.getTypeAtLocation(node);
  return type.isStringLiteral() && !/\$[&`'<\d]/.test(type.value);
}
