/** All uses of a function in a program, as the arguments that one of its parameters is given. */
import ts from 'typescript';

/**
 * What is given for a parameter, wherever the function is called. Undefined where it is not only called
 * (handed on, overridden or kept, nobody can say who calls it), and where the parameter has a default.
 */
export function findArguments(program: ts.Program, parameter: ts.Node): readonly ts.Expression[] | undefined {
  if (!ts.isParameter(parameter) || parameter.initializer !== undefined) return undefined;
  const { name } = named(parameter.parent);
  if (name === undefined || !ts.isIdentifier(name)) return undefined;
  const checker = program.getTypeChecker();
  const symbol = checker.getSymbolAtLocation(name);
  const uses = program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && file.text.includes(name.text))
    .flatMap((file) => identifiersOf(file, name.text))
    .filter((one) => one !== name && isOf(checker, one, symbol) && !isPassedOn(one));
  const index = parameter.parent.parameters.indexOf(parameter);
  const given = uses.map((use) => callOf(use)?.arguments[index]);
  return given.every((one) => one !== undefined) ? given : undefined;
}

/** A method may be that of an interface or a subclass: its callers need not name it. */
function named(declaration: ts.SignatureDeclaration): { readonly name?: ts.Node | undefined } {
  if (ts.isFunctionDeclaration(declaration)) return declaration;
  const { parent } = declaration;
  return (ts.isArrowFunction(declaration) || ts.isFunctionExpression(declaration)) &&
    ts.isVariableDeclaration(parent)
    ? parent
    : {};
}

function identifiersOf(file: ts.SourceFile, text: string): readonly ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === text) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isOf(checker: ts.TypeChecker, use: ts.Identifier, symbol: ts.Symbol | undefined): boolean {
  const own = checker.getSymbolAtLocation(use);
  const isAlias = own !== undefined && (own.flags & ts.SymbolFlags.Alias) !== 0;
  return (isAlias ? checker.getAliasedSymbol(own) : own) === symbol;
}

const isPassedOn = ({ parent }: ts.Identifier): boolean =>
  ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent);

function callOf(use: ts.Identifier): ts.CallExpression | undefined {
  const { parent } = use;
  const callee = ts.isPropertyAccessExpression(parent) && parent.name === use ? parent : use;
  return ts.isCallExpression(callee.parent) && callee.parent.expression === callee
    ? callee.parent
    : undefined;
}
