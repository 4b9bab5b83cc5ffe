/** What a value is taken as: the type and the declared name that a place of the code puts it under. */
import ts from 'typescript';
import { isAssignment } from '../program/scopes.ts';
import { isFunctionNode } from '../program/units.ts';

export type ErasureForm = 'argument' | 'assignment' | 'return' | 'assertion' | 'parameter';

/** A value, and what it is taken as. */
export interface Taking {
  readonly form: ErasureForm;
  /** What is taken: where an erasure is reported. */
  readonly node: ts.Node;
  /** The expression or the type that says what the value was before. */
  readonly value: ts.Expression | ts.Type;
  readonly type: ts.Type;
  /** A declaration, member or variable that may carry a tag of its own. */
  readonly name: ts.Node | undefined;
}

/** How a node is taken as something by whoever is written around it. Undefined where nobody wrote a type for it. */
export function takingOf(checker: ts.TypeChecker, node: ts.Node): Taking | undefined {
  if (ts.isAssertionExpression(node)) return assertion(checker, node);
  if (ts.isParameter(node)) return callbackParameter(checker, node);
  if (!ts.isExpression(node)) return undefined;
  return initializer(checker, node) ?? argument(checker, node) ?? returned(checker, node);
}

function assertion(checker: ts.TypeChecker, node: ts.AssertionExpression): Taking | undefined {
  if (ts.isConstTypeReference(node.type)) return undefined;
  const type = checker.getTypeFromTypeNode(node.type);
  return { form: 'assertion', node, value: node.expression, type, name: node };
}

/** `const text: string = value`, `text = value`, and a field that is initialised. */
function initializer(checker: ts.TypeChecker, node: ts.Expression): Taking | undefined {
  const { parent } = node;
  const isDeclared =
    (ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)) &&
    parent.initializer === node &&
    parent.type !== undefined;
  if (isDeclared) return asWritten(checker, 'assignment', node, parent.name);
  const isAssigned =
    ts.isBinaryExpression(parent) && parent.right === node && PLAIN.has(parent.operatorToken.kind);
  return isAssigned && isAssignment(parent.operatorToken.kind)
    ? asWritten(checker, 'assignment', node, parent.left)
    : undefined;
}

/** Operators that put the very value in its place. */
const PLAIN: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

/** An argument of a function that the program has the body of: a library's parameters are not the author's to type. */
function argument(checker: ts.TypeChecker, node: ts.Expression): Taking | undefined {
  const { parent } = node;
  if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) return undefined;
  const index = parent.arguments?.indexOf(node) ?? -1;
  if (index < 0) return undefined;
  const declaration = checker.getResolvedSignature(parent)?.declaration;
  if (declaration === undefined || declaration.getSourceFile().isDeclarationFile) return undefined;
  return asWritten(checker, 'argument', node, parameterAt(declaration, index)?.name);
}

function parameterAt(
  { parameters }: ts.SignatureDeclaration | ts.JSDocSignature,
  index: number,
): ts.ParameterDeclaration | undefined {
  const named = parameters.filter((one): one is ts.ParameterDeclaration => {
    return ts.isParameter(one) && !(ts.isIdentifier(one.name) && one.name.text === 'this');
  });
  return named[index] ?? named.findLast(({ dotDotDotToken }) => dotDotDotToken !== undefined);
}

/** What a function gives back under a result type that its author wrote. */
function returned(checker: ts.TypeChecker, node: ts.Expression): Taking | undefined {
  const { parent } = node;
  const isBody = ts.isArrowFunction(parent) && parent.body === node;
  if (!isBody && !ts.isReturnStatement(parent)) return undefined;
  const owner = isBody ? parent : ts.findAncestor(parent, isFunctionNode);
  return owner?.type === undefined ? undefined : asWritten(checker, 'return', node, undefined);
}

function asWritten(
  checker: ts.TypeChecker,
  form: ErasureForm,
  node: ts.Expression,
  name: ts.Node | undefined,
): Taking | undefined {
  const type = checker.getContextualType(node);
  return type === undefined ? undefined : { form, node, value: node, type, name };
}

/** `(text: string) => ...`, where the one who calls it hands over something else. */
function callbackParameter(checker: ts.TypeChecker, node: ts.ParameterDeclaration): Taking | undefined {
  const { parent, type } = node;
  if (type === undefined || !(ts.isArrowFunction(parent) || ts.isFunctionExpression(parent)))
    return undefined;
  const given = checker.getContextualType(parent)?.getCallSignatures()[0]?.getParameters()[
    parent.parameters.indexOf(node)
  ];
  if (given === undefined) return undefined;
  const value = checker.getTypeOfSymbolAtLocation(given, parent);
  return { form: 'parameter', node, value, type: checker.getTypeFromTypeNode(type), name: node.name };
}
