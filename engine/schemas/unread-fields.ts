/** Fields that an input has and nobody reads: by name, in all code that the input can come to. */
import ts from 'typescript';
import { visitBelow } from '../program/syntax.ts';

const MAX_DEPTH = 3;

/**
 * The fields of a function's first parameter that are read nowhere in the files, as paths of names. A field whose owner
 * is handed as a whole to code without a body may be read there.
 */
export function unreadFields(
  checker: ts.TypeChecker,
  handler: ts.Node,
  files: Iterable<ts.SourceFile>,
): readonly string[] {
  const parameter = ts.isFunctionLike(handler) ? handler.parameters[0] : undefined;
  if (parameter === undefined) return [];
  const uses = usesIn(checker, files);
  const found: string[] = [];
  const visit = (type: ts.Type, path: readonly string[], owners: ReadonlySet<ts.Type>): void => {
    if (path.length > MAX_DEPTH || owners.has(type)) return;
    const inner = elementType(checker, type);
    if (uses.wholes.has(inner)) return;
    for (const field of fieldsOf(inner)) {
      const next = [...path, field.name];
      if (!uses.names.has(field.name)) found.push(next.join('.'));
      else visit(checker.getTypeOfSymbol(field), next, new Set([...owners, type]));
    }
  };
  visit(checker.getTypeAtLocation(parameter), [], new Set());
  return found;
}

interface Uses {
  readonly names: ReadonlySet<string>;
  /** Types of values that are handed to code without a body, spread, or read by names that are computed. */
  readonly wholes: ReadonlySet<ts.Type>;
}

function usesIn(checker: ts.TypeChecker, files: Iterable<ts.SourceFile>): Uses {
  const names = new Set<string>();
  const wholes = new Set<ts.Type>();
  for (const file of files)
    visitBelow(file, (node) => {
      addName(node, names);
      const whole = wholeOf(checker, node);
      if (whole !== undefined) wholes.add(elementType(checker, checker.getTypeAtLocation(whole)));
      return !ts.isTypeNode(node);
    });
  return { names, wholes };
}

function addName(node: ts.Node, names: Set<string>): void {
  if (ts.isPropertyAccessExpression(node)) names.add(node.name.text);
  else if (ts.isBindingElement(node) && !ts.isObjectBindingPattern(node.name))
    names.add((node.propertyName ?? node.name).getText());
  else if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    names.add(node.argumentExpression.text);
}

function wholeOf(checker: ts.TypeChecker, node: ts.Node): ts.Node | undefined {
  if (ts.isSpreadAssignment(node) || ts.isSpreadElement(node)) return node.expression;
  if (ts.isElementAccessExpression(node) && !ts.isLiteralExpression(node.argumentExpression))
    return node.expression;
  if (ts.isReturnStatement(node)) return node.expression;
  const call = node.parent;
  if (!ts.isExpression(node) || !ts.isCallExpression(call) || !call.arguments.includes(node))
    return undefined;
  const declaration = checker.getResolvedSignature(call)?.declaration;
  return declaration === undefined || declaration.getSourceFile().isDeclarationFile ? node : undefined;
}

function elementType(checker: ts.TypeChecker, type: ts.Type): ts.Type {
  return checker.getIndexTypeOfType(type, ts.IndexKind.Number) ?? type;
}

/** Data members that the program's own types declare. */
function fieldsOf(type: ts.Type): readonly ts.Symbol[] {
  const parts = type.isIntersection() ? type.types : [type];
  if (!parts.some(({ flags }) => (flags & ts.TypeFlags.Object) !== 0)) return [];
  return type.getProperties().filter(({ name, flags }) => {
    return !name.startsWith('__@') && (flags & ts.SymbolFlags.Method) === 0;
  });
}
