/** What would keep plaintext out of a call: an object without its field, an identifier in the place of a whole object. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { ASTUtils, AST_NODE_TYPES } from '@typescript-eslint/utils';
import type ts from 'typescript';
import {
  findReadable,
  isDispensable,
  isFitting,
  isSpreadReplaceable,
} from '../engine/edits/fitting-types.ts';
import type { Analysis, Flow, Place } from '../engine/index.ts';
import { locOf } from './loc.ts';
import type { TypedFile } from './typed-file.ts';

export interface FlowSuggestion {
  readonly messageId: 'dropField' | 'useId';
  /** The field, or the identifier. */
  readonly name: string;
  readonly fix: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix;
}

/** Where less says as much as whoever reads it needs. What is stored or sent is of use only as a whole. */
const READ_BY_PEOPLE: ReadonlySet<string> = new Set(['log', 'telemetry', 'error']);

interface Asked {
  readonly sourceCode: TSESLint.SourceCode;
  readonly file: TypedFile;
  readonly analysis: Analysis;
  readonly flow: Flow;
}

/** Edits of the call that is reported. */
export function suggestionsOf(asked: Asked): readonly FlowSuggestion[] {
  if (!READ_BY_PEOPLE.has(asked.flow.kind)) return [];
  const call = callAt(asked.sourceCode, asked.flow.sink.place);
  return call === undefined ? [] : call.arguments.flatMap((given) => inValue(asked, given));
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** The call that ends with the place, and begins there or holds it as the name of its callee. */
function callAt(sourceCode: TSESLint.SourceCode, place: Place): Call | undefined {
  const end = sourceCode.getIndexFromLoc(locOf(place).end);
  const start = sourceCode.getIndexFromLoc(locOf(place).start);
  let node = sourceCode.getNodeByRangeIndex(start) ?? undefined;
  while (node !== undefined && node.range[1] < end) node = node.parent;
  return node?.range[1] === end && isCall(node) ? node : undefined;
}

const isCall = ASTUtils.isNodeOfTypes([AST_NODE_TYPES.CallExpression, AST_NODE_TYPES.NewExpression]);

/** Down to the parts that a value is made of. */
function inValue(asked: Asked, node: TSESTree.Node): readonly FlowSuggestion[] {
  switch (node.type) {
    case AST_NODE_TYPES.ObjectExpression:
      return node.properties.flatMap((property) => inProperty(asked, property));
    case AST_NODE_TYPES.ArrayExpression:
      return node.elements.flatMap((element) => (element === null ? [] : inValue(asked, element)));
    case AST_NODE_TYPES.TemplateLiteral:
      return node.expressions.flatMap((part) => inValue(asked, part));
    case AST_NODE_TYPES.CallExpression:
      return node.arguments.flatMap((given) => inValue(asked, given));
    case AST_NODE_TYPES.Identifier:
    case AST_NODE_TYPES.MemberExpression:
      return identified(asked, node, fitsAt(asked, node), (id) => (fixer) => fixer.replaceText(node, id));
    default:
      return [];
  }
}

function inProperty(
  asked: Asked,
  property: TSESTree.Property | TSESTree.SpreadElement,
): readonly FlowSuggestion[] {
  if (property.type === AST_NODE_TYPES.SpreadElement) return inSpread(asked, property);
  const { value } = property;
  if (value.type === AST_NODE_TYPES.ObjectExpression) return inValue(asked, value);
  if (!isCarrier(asked, value)) return [];
  return [...(isDroppable(asked, property) ? [dropped(asked, property)] : []), ...inField(asked, property)];
}

function inSpread(asked: Asked, spread: TSESTree.SpreadElement): readonly FlowSuggestion[] {
  const object = nodeAround(asked, spread);
  const fits = (type: ts.Type): boolean => isSpreadReplaceable(checkerOf(asked), object, 'id', type);
  return identified(asked, spread.argument, fits, (id) => (fixer) => fixer.replaceText(spread, `id: ${id}`));
}

/** A field that names an object may name its `id` as well; one that names a text is of no use with another. */
function inField(asked: Asked, { shorthand, value }: TSESTree.Property): readonly FlowSuggestion[] {
  if (findCleanId(asked.file, asked.analysis, value) === undefined) return [];
  if (!shorthand) return inValue(asked, value);
  return identified(
    asked,
    value,
    fitsAt(asked, value),
    (id) => (fixer) => fixer.insertTextAfter(value, `: ${id}`),
  );
}

const checkerOf = ({ file }: Asked): ts.TypeChecker => file.program.getTypeChecker();

const nodeAround = ({ file }: Asked, { parent }: TSESTree.Property | TSESTree.SpreadElement): ts.Node =>
  file.nodes.get(parent);

function fitsAt(asked: Asked, node: TSESTree.Node): (type: ts.Type) => boolean {
  return (type) => isFitting(checkerOf(asked), asked.file.nodes.get(node), type);
}

function isDroppable(asked: Asked, property: TSESTree.Property): boolean {
  const { key, computed } = property;
  if (computed) return true;
  const name = key.type === AST_NODE_TYPES.Identifier ? key.name : String(ASTUtils.getStringIfConstant(key));
  return isDispensable(checkerOf(asked), nodeAround(asked, property), name);
}

function dropped({ sourceCode }: Asked, property: TSESTree.Property): FlowSuggestion {
  return {
    messageId: 'dropField',
    name: sourceCode.getText(property.key),
    fix: (fixer) => fixer.removeRange(rangeOfField(sourceCode, property)),
  };
}

/** With the comma that parts the field from the next one, or else from the one before. */
function rangeOfField(sourceCode: TSESLint.SourceCode, property: TSESTree.Property): TSESTree.Range {
  const { parent } = property;
  if (parent.type === AST_NODE_TYPES.ObjectExpression && parent.properties.length === 1)
    return [parent.range[0] + 1, parent.range[1] - 1];
  const after = sourceCode.getTokenAfter(property);
  const before = sourceCode.getTokenBefore(property);
  const [from, to] = property.range;
  const next = after?.value === ',' ? sourceCode.getTokenAfter(after) : null;
  if (next !== null && next.value !== '}') return [from, next.range[0]];
  return [before?.value === ',' ? before.range[0] : from, after?.value === ',' ? after.range[1] : to];
}

/** Whether the flow goes through an expression, or its type says that it is plaintext. */
function isCarrier({ file, analysis, flow }: Asked, node: TSESTree.Node): boolean {
  const original = file.nodes.get(node);
  if (analysis.declaredLabels(original).length > 0) return true;
  const places = [node, declarationOf(file, node)].filter((one) => one !== undefined);
  return flow.steps.some(
    ({ place }) => place.file === file.sourceFile.fileName && places.some((one) => isWithin(place, one)),
  );
}

function declarationOf(
  { program, nodes, originals }: TypedFile,
  node: TSESTree.Node,
): TSESTree.Node | undefined {
  if (node.type !== AST_NODE_TYPES.Identifier) return undefined;
  const checker = program.getTypeChecker();
  const own: ts.Node = nodes.get(node);
  const symbol =
    node.parent.type === AST_NODE_TYPES.Property && node.parent.shorthand
      ? checker.getShorthandAssignmentValueSymbol(own.parent)
      : checker.getSymbolAtLocation(own);
  const declaration = symbol?.valueDeclaration;
  return declaration === undefined ? undefined : originals.get(declaration);
}

function isWithin({ line, column }: Place, { loc: { start, end } }: TSESTree.Node): boolean {
  const isAfter = line > start.line || (line === start.line && column > start.column);
  return isAfter && (line < end.line || (line === end.line && column <= end.column));
}

/** The `id` of an object that holds plaintext, or that a member with plaintext is read from. */
function identified(
  { sourceCode, file, analysis }: Asked,
  node: TSESTree.Node,
  fits: (id: ts.Type) => boolean,
  fixWith: (id: string) => FlowSuggestion['fix'],
): readonly FlowSuggestion[] {
  if (analysis.declaredLabels(file.nodes.get(node)).length === 0) return [];
  const found = findHolder(file, analysis, node);
  if (found === undefined || !fits(found.id)) return [];
  const id = `${sourceCode.getText(found.holder)}.id`;
  return [{ messageId: 'useId', name: id, fix: fixWith(id) }];
}

interface Holder {
  readonly holder: TSESTree.Node;
  readonly id: ts.Type;
}

function findHolder(file: TypedFile, analysis: Analysis, node: TSESTree.Node): Holder | undefined {
  const own = findCleanId(file, analysis, node);
  if (own !== undefined) return { holder: node, id: own };
  if (node.type !== AST_NODE_TYPES.MemberExpression) return undefined;
  const id = findCleanId(file, analysis, node.object);
  return id === undefined ? undefined : { holder: node.object, id };
}

/** The type of an `id` that anyone may read, and that says nothing. */
function findCleanId(
  { program, nodes }: TypedFile,
  analysis: Analysis,
  node: TSESTree.Node,
): ts.Type | undefined {
  const type = findReadable(program.getTypeChecker(), nodes.get(node), 'id');
  return type !== undefined && analysis.declaredLabels(type).length === 0 ? type : undefined;
}
