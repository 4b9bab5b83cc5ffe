/** Types of other people that a program's own code adds tagged members to: `declare global`, `declare module`. */
import ts from 'typescript';

/** The files that declare such types, where `hasTag` tells of a member that own code adds. */
export function augmentedFiles(
  program: ts.Program,
  isTagged: (member: ts.Symbol) => boolean,
): readonly ts.SourceFile[] {
  const checker = program.getTypeChecker();
  const own = program.getSourceFiles().filter((file) => !file.fileName.includes('/node_modules/'));
  const added = own
    .filter((file) => !program.isSourceFileDefaultLibrary(file))
    .flatMap((file) => addedInterfaces(file))
    .filter((node) => node.members.some((member) => isTaggedMember(checker, member, isTagged)));
  return added.flatMap((node) =>
    (checker.getSymbolAtLocation(node.name)?.declarations ?? []).map((other) => other.getSourceFile()),
  );
}

/** Interfaces that may be merged with others: in blocks that augment, and among the globals of a declaration file. */
function addedInterfaces(file: ts.SourceFile): readonly ts.InterfaceDeclaration[] {
  const isGlobal = file.isDeclarationFile && !ts.isExternalModule(file);
  return file.statements.flatMap((statement) => {
    if (ts.isInterfaceDeclaration(statement)) return isGlobal ? [statement] : [];
    if (!ts.isModuleDeclaration(statement)) return [];
    const augments = isGlobal || ts.isStringLiteral(statement.name) || statement.name.text === 'global';
    return augments ? interfacesIn(statement) : [];
  });
}

function interfacesIn(module: ts.ModuleDeclaration): readonly ts.InterfaceDeclaration[] {
  const { body } = module;
  if (body === undefined) return [];
  if (ts.isModuleDeclaration(body)) return interfacesIn(body);
  if (!ts.isModuleBlock(body)) return [];
  return body.statements.flatMap((statement) => {
    if (ts.isInterfaceDeclaration(statement)) return [statement];
    return ts.isModuleDeclaration(statement) ? interfacesIn(statement) : [];
  });
}

function isTaggedMember(
  checker: ts.TypeChecker,
  member: ts.TypeElement,
  isTagged: (member: ts.Symbol) => boolean,
): boolean {
  const symbol = member.name === undefined ? undefined : checker.getSymbolAtLocation(member.name);
  return symbol !== undefined && isTagged(symbol);
}
