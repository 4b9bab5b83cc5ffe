/** What a schema lets through that it need not: unknown keys, and texts, lists and maps without an end. */
import ts from 'typescript';
import { unwrap } from '../program/syntax.ts';
import type { SchemaFault, SchemaVocabulary } from './vocabulary.ts';

/** Reads a schema as it is written, through names of the program's files. */
export function schemaFaults(
  checker: ts.TypeChecker,
  schema: ts.Node,
  libraries: readonly SchemaVocabulary[],
): readonly SchemaFault[] {
  const faults: SchemaFault[] = [];
  read({ checker, libraries, faults, seen: new Set() }, schema, [], new Set());
  return faults;
}

interface Reading {
  readonly checker: ts.TypeChecker;
  readonly libraries: readonly SchemaVocabulary[];
  readonly faults: SchemaFault[];
  readonly seen: Set<ts.Node>;
}

type Path = readonly string[];

/** `marks` are what is said of a schema from outside: by methods behind it, by actions beside it in a pipe. */
function read(reading: Reading, written: ts.Node, path: Path, marks: ReadonlySet<string>): void {
  const node = ts.isExpression(written) ? unwrap(written) : written;
  if (ts.isIdentifier(node)) readNamed(reading, node, path, marks);
  else if (ts.isCallExpression(node)) readCall(reading, node, path, marks);
  else if (ts.isObjectLiteralExpression(node))
    for (const member of node.properties) readMember(reading, member, path);
  else if (ts.isArrayLiteralExpression(node))
    for (const item of node.elements) read(reading, item, path, NO_MARKS);
  else if (ts.isArrowFunction(node)) read(reading, node.body, path, NO_MARKS);
}

const NO_MARKS: ReadonlySet<string> = new Set();

function readMember(reading: Reading, member: ts.ObjectLiteralElementLike, path: Path): void {
  if (ts.isPropertyAssignment(member))
    read(reading, member.initializer, [...path, member.name.getText()], NO_MARKS);
  else if (ts.isShorthandPropertyAssignment(member)) {
    const value = reading.checker.getShorthandAssignmentValueSymbol(member)?.valueDeclaration;
    readDeclared(reading, value, [...path, member.name.text], NO_MARKS);
  } else if (ts.isSpreadAssignment(member)) read(reading, member.expression, path, NO_MARKS);
}

function readNamed(reading: Reading, node: ts.Identifier, path: Path, marks: ReadonlySet<string>): void {
  readDeclared(reading, resolved(reading.checker, node)?.valueDeclaration, path, marks);
}

function readDeclared(
  reading: Reading,
  declaration: ts.Declaration | undefined,
  path: Path,
  marks: ReadonlySet<string>,
): void {
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return;
  const { initializer } = declaration;
  if (initializer === undefined || reading.seen.has(declaration)) return;
  reading.seen.add(declaration);
  read(reading, initializer, path, marks);
  reading.seen.delete(declaration);
}

/** A method of a schema adds a mark to it; a function of the library makes one. */
function readCall(reading: Reading, node: ts.CallExpression, path: Path, marks: ReadonlySet<string>): void {
  const made = functionOf(reading, node);
  if (made === undefined) {
    const callee = node.expression;
    if (ts.isPropertyAccessExpression(callee))
      read(reading, callee.expression, path, new Set([...marks, callee.name.text]));
    return;
  }
  const own = new Set([...marks, ...marksIn(reading, node)]);
  const [first, ...others] = node.arguments;
  if (made.name === 'pipe' && first !== undefined) {
    const actions = others.flatMap((one) => nameOfAction(reading, one));
    read(reading, first, path, new Set([...own, ...actions]));
    return;
  }
  judge(reading, made, own, path);
  for (const argument of node.arguments) read(reading, argument, path, passedOn(made, own));
}

/** What is said of an optional or a readonly schema is said of the one inside. */
function passedOn({ name, library }: Made, marks: ReadonlySet<string>): ReadonlySet<string> {
  const makers = [library.objects, library.strict, library.lists, library.maps];
  return makers.some((names) => names.includes(name)) ? NO_MARKS : marks;
}

interface Made {
  readonly library: SchemaVocabulary;
  readonly name: string;
}

function judge(reading: Reading, { library, name }: Made, marks: ReadonlySet<string>, path: Path): void {
  const isBounded = library.bounds.some((bound) => marks.has(bound));
  const isStrict = library.strictMarks.some((mark) => marks.has(mark));
  const add = (fault: SchemaFault['fault']): void => {
    reading.faults.push({ fault, path });
  };
  if (library.objects.includes(name) && !isStrict) add('loose');
  if (library.texts.includes(name) && !isBounded) add('text');
  if (library.lists.includes(name) && !isBounded) add('list');
  if (library.maps.includes(name) && !isBounded) add('map');
  if (library.open.includes(name)) add('anything');
}

/** Options that say something: `{ maxLength: 20 }`, `{ additionalProperties: false }`. */
function marksIn(_reading: Reading, node: ts.CallExpression): readonly string[] {
  const options =
    node.arguments.length > 1 || isOptions(node.arguments[0]) ? node.arguments.at(-1) : undefined;
  if (options === undefined || !ts.isObjectLiteralExpression(options)) return [];
  return options.properties.flatMap((member) => {
    if (!ts.isPropertyAssignment(member)) return [];
    const isLoose =
      member.name.getText() === 'additionalProperties' && member.initializer.getText() !== 'false';
    return isLoose ? [] : [member.name.getText()];
  });
}

/** The one argument of a text or a number is its options. */
const isOptions = (node: ts.Expression | undefined): boolean =>
  node !== undefined &&
  ts.isObjectLiteralExpression(node) &&
  node.properties.every((one) => ts.isPropertyAssignment(one) && ts.isLiteralExpression(one.initializer));

function nameOfAction(reading: Reading, node: ts.Expression): readonly string[] {
  const action = unwrap(node);
  if (!ts.isCallExpression(action)) return [];
  const name = functionOf(reading, action)?.name;
  return name === undefined ? [] : [name];
}

/** The library's function that a call calls, by the import that its name comes from. */
function functionOf({ checker, libraries }: Reading, { expression }: ts.CallExpression): Made | undefined {
  const callee = unwrap(expression);
  const root = ts.isPropertyAccessExpression(callee) ? callee.expression : callee;
  if (!ts.isIdentifier(root)) return undefined;
  const declaration = checker.getSymbolAtLocation(root)?.declarations?.[0];
  const statement = declaration && ts.findAncestor(declaration, ts.isImportDeclaration);
  const module =
    statement !== undefined && ts.isStringLiteral(statement.moduleSpecifier)
      ? statement.moduleSpecifier.text
      : '';
  const library = libraries.find((one) => one.module === module);
  if (library === undefined || declaration === undefined) return undefined;
  return { library, name: callee === root ? importedName(declaration) : calledName(callee) };
}

function importedName(declaration: ts.Declaration): string {
  if (!ts.isImportSpecifier(declaration)) return '';
  return (declaration.propertyName ?? declaration.name).text;
}

const calledName = (callee: ts.Expression): string =>
  ts.isPropertyAccessExpression(callee) ? callee.name.text : '';

function resolved(checker: ts.TypeChecker, node: ts.Identifier): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(node);
  if (symbol === undefined || (symbol.flags & ts.SymbolFlags.Alias) === 0) return symbol;
  return checker.getAliasedSymbol(symbol);
}
