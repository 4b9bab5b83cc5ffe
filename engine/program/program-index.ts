/** What syntax alone tells about a program, collected once: who implements a member, which members are assigned or computed. */
import { isCommonJsFile } from './commonjs-files.ts';
import { visitBelow } from './syntax.ts';
import ts from 'typescript';

export interface ProgramIndex {
  /** Source files whose code is analysed, in the order of their names. */
  readonly files: readonly ts.SourceFile[];
  /** Classes and object literals by the name of a member that they declare with code. */
  readonly classesByMember: ReadonlyMap<string, readonly ts.ClassLikeDeclaration[]>;
  /** Object literals by the name of a member that holds code. */
  readonly literalsByMember: ReadonlyMap<string, readonly ts.ObjectLiteralExpression[]>;
  /** Names of members that some code assigns or initialises: a read of another name cannot see a field. */
  readonly assignedMembers: ReadonlySet<string>;
  /** Whether a doc comment of the program releases something on purpose. */
  readonly hasDeclassifiers: boolean;
  /** Whether a doc comment of the program makes a sink of a function. */
  readonly hasDocumentedSinks: boolean;
  /** Whether any code gives objects members with setters by a call. */
  readonly definesMembers: boolean;
  /** Names of getters and setters. */
  readonly accessors: ReadonlySet<string>;
  /** Files that give their exports by writing to `exports` or `module.exports`. */
  readonly commonJs: ReadonlySet<ts.SourceFile>;
}

/** Hangs on the program, so that analyses under several policies share it. */
export function indexOf(program: ts.Program, cache: WeakMap<ts.Program, ProgramIndex>): ProgramIndex {
  const known = cache.get(program);
  if (known !== undefined) return known;
  const files = program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file))
    .sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
  const commonJs = new Set(files.filter(isCommonJsFile));
  const hasDeclassifiers = files.some(({ text }) => text.includes('@declassifies'));
  const hasDocumentedSinks = files.some(({ text }) => text.includes('@sink'));
  const definesMembers = files.some(({ text }) => /\.definePropert(?:y|ies)\(/.test(text));
  const facts = { commonJs, hasDeclassifiers, hasDocumentedSinks, definesMembers };
  const index = { files, ...facts, ...collect(files) };
  cache.set(program, index);
  return index;
}

type Collected = Pick<ProgramIndex, 'classesByMember' | 'literalsByMember' | 'assignedMembers' | 'accessors'>;

function collect(files: readonly ts.SourceFile[]): Collected {
  const classesByMember = new Map<string, ts.ClassLikeDeclaration[]>();
  const literalsByMember = new Map<string, ts.ObjectLiteralExpression[]>();
  const assignedMembers = new Set<string>();
  const accessors = new Set<string>();
  const visit = (node: ts.Node): boolean => {
    if (ts.isClassLike(node)) addMembers(node, node.members, classesByMember);
    if (ts.isObjectLiteralExpression(node))
      addMembers(node, node.properties.filter(holdsCode), literalsByMember);
    if (ts.isAccessor(node) || isAutoAccessor(node)) accessors.add(nameText(node.name));
    const assigned = assignedMember(node);
    if (assigned !== undefined) assignedMembers.add(assigned);
    return true;
  };
  for (const file of files) visitBelow(file, visit);
  return { classesByMember, literalsByMember, assignedMembers, accessors };
}

function isAutoAccessor(node: ts.Node): node is ts.PropertyDeclaration {
  return (
    ts.isPropertyDeclaration(node) && (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Accessor) !== 0
  );
}

function addMembers<Owner>(
  owner: Owner,
  members: readonly { readonly name?: ts.PropertyName | undefined }[],
  owners: Map<string, Owner[]>,
): void {
  for (const { name } of members) {
    if (name === undefined) continue;
    const key = declaredName(name);
    const known = owners.get(key);
    if (known === undefined) owners.set(key, [owner]);
    else known.push(owner);
  }
}

function holdsCode(property: ts.ObjectLiteralElementLike): boolean {
  if (ts.isMethodDeclaration(property)) return true;
  if (!ts.isPropertyAssignment(property)) return false;
  return ts.isArrowFunction(property.initializer) || ts.isFunctionExpression(property.initializer);
}

function assignedMember(node: ts.Node): string | undefined {
  if (ts.isPropertyDeclaration(node)) return nameText(node.name);
  if (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent))
    return node.name.getText();
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const { parent } = node;
  const isTarget =
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment;
  return isTarget ? node.name.text : undefined;
}

/** The key of a member's name, or of a computed name that is a literal. Others have none. */
export function nameText(name: ts.PropertyName | ts.BindingName): string {
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text;
  if (ts.isPrivateIdentifier(name)) return name.text;
  return ts.isComputedPropertyName(name) ? literalKey(name.expression) : '';
}

/** The key under which a declared member is found: a name that is computed elsewhere is told by its last word. */
export function declaredName(name: ts.PropertyName): string {
  const text = nameText(name);
  if (text !== '' || !ts.isComputedPropertyName(name)) return text;
  const { expression } = name;
  const last = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  return ts.isIdentifier(last) ? `[${last.text}]` : '';
}

function literalKey(node: ts.Expression): string {
  return ts.isStringLiteralLike(node) ? node.text : (wellKnownSymbol(node) ?? '');
}

/** The key of a member that a symbol which everybody knows names: `[Symbol.iterator]`, `[Symbol.for('app.view')]`. */
export function wellKnownSymbol(node: ts.Expression): string | undefined {
  if (ts.isCallExpression(node)) {
    const [key] = node.arguments;
    const isShared = wellKnownSymbol(node.expression) === '@@for';
    return isShared && key !== undefined && ts.isStringLiteralLike(key) ? `@@${key.text}` : undefined;
  }
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const holder = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
  if (!ts.isIdentifier(holder)) return undefined;
  if (holder.text === 'Symbol') return `@@${node.name.text}`;
  return holder.text === 'inspect' && node.name.text === 'custom' ? INSPECT : undefined;
}

/** What Node asks an object that it prints. */
const INSPECT = '@@nodejs.util.inspect.custom';
