/** The expression that an access path leads to in a program: what a sink is called on or written to. */
import ts from 'typescript';
import type { AccessStep } from '../../engine/models/parse-path.ts';
import { parseType } from '../../engine/models/parse-type.ts';
import type { Row } from '../../engine/models/rows.ts';
import type { Declarations } from '../../cli/models/declarations.ts';
import { signaturesOf } from '../../cli/models/standing.ts';
import { walk } from '../../cli/models/row-faults.ts';
import { writtenType } from './written.ts';

/** Where a line starts, and the expression that its path stands at. */
export interface Receiver {
  /** What must stand before the function. */
  readonly declaration: string;
  readonly expression: string;
}

/** Writes the receiver of a path whose steps lead to no argument. `name` is free in the file; it may be written to. */
export function writeReceiver(
  declarations: Declarations,
  row: Row,
  steps: readonly AccessStep[],
  name: string,
  isWritten = false,
): Receiver {
  const start = writeStart(declarations, row, steps, name, isWritten);
  let { expression } = start;
  for (const [index, step] of steps.entries()) {
    if (index < start.taken) continue;
    if (step.step === 'Member') expression += memberText(step.names[0] ?? '');
    else if (step.step === 'AnyMember') expression += `['note']!`;
    else if (step.step === 'ReturnValue')
      expression = writeCall(declarations, row, steps.slice(0, index), expression, []);
    else if (step.step === 'Awaited') expression = `(await ${expression})`;
    else if (step.step === 'ArrayElement') expression += '[0]!';
    else if (step.step === 'Instance') expression = `(null! as InstanceType<typeof ${plain(expression)}>)`;
  }
  return { declaration: start.declaration, expression };
}

/** A call of what steps lead to, with enough arguments. */
export function writeCall(
  declarations: Declarations,
  row: Row,
  steps: readonly AccessStep[],
  callee: string,
  given: readonly string[],
  extra = 0,
): string {
  const { isNew, arity } = calleeShape(declarations, row, steps, given.length);
  const count = Math.max(0, arity - given.length) + extra;
  const filled = [...given, ...Array.from({ length: count }, () => 'null!')];
  return `${isNew ? `new (${plain(callee)})` : callee}(${filled.join(', ')})`;
}

/** `a.b!` cannot be constructed, or asked for its type. */
const plain = (expression: string): string => expression.replace(/!$/, '');

/** Reads a member, which may be optional. */
export const memberText = (name: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}!` : `[${JSON.stringify(name)}]!`;

interface CalleeShape {
  readonly isNew: boolean;
  readonly arity: number;
}

/** Whether a callee can only be constructed, and how many arguments its shortest fitting signature asks for. */
function calleeShape(
  declarations: Declarations,
  row: Row,
  steps: readonly AccessStep[],
  given: number,
): CalleeShape {
  const start = declarations.start(row);
  const at = typeof start === 'string' ? start : walk(declarations, start, steps);
  if (typeof at === 'string') return { isNew: false, arity: 0 };
  const isCalled = at.values.some((value) => value.getCallSignatures().length > 0);
  const isBuilt = at.values.some((value) => value.getConstructSignatures().length > 0);
  const isNew = steps.some(({ step }) => step === 'NewCall') || (!isCalled && isBuilt);
  const fitting = signaturesOf(declarations.checker, at).filter(
    ({ parameters }) => parameters.length >= given,
  );
  const arities = fitting.map(requiredCount);
  return { isNew, arity: arities.length === 0 ? 0 : Math.min(...arities) };
}

function requiredCount(signature: ts.Signature): number {
  const parameters = signature.declaration?.parameters ?? [];
  const last = parameters.findLastIndex(
    (each) =>
      !('isBracketed' in each) &&
      each.questionToken === undefined &&
      each.dotDotDotToken === undefined &&
      each.initializer === undefined,
  );
  const first = parameters[0];
  const hasThis = first !== undefined && ts.isIdentifier(first.name) && first.name.text === 'this';
  return last + 1 - (hasThis ? 1 : 0);
}

interface Start extends Receiver {
  /** How many steps the expression stands for. */
  readonly taken: number;
}

function writeStart(
  declarations: Declarations,
  row: Row,
  steps: readonly AccessStep[],
  name: string,
  isWritten: boolean,
): Start {
  const { module, names } = parseType(row);
  const written = writtenType(row.type);
  if (written !== undefined)
    return { declaration: `declare const ${name}: ${written};`, expression: name, taken: 0 };
  const instance = instanceStart(declarations, module, names, steps);
  if (instance !== undefined) {
    return {
      declaration: `declare const ${name}: ${instance.type};`,
      expression: name,
      taken: instance.taken,
    };
  }
  const [first] = steps;
  if (module === 'global') {
    return { declaration: '', expression: first?.step === 'Member' ? (first.names[0] ?? '') : '', taken: 1 };
  }
  // What is written to a module is written to its default export: a namespace is read only.
  const isDefault = isWritten && steps.length === 1;
  const clause = first?.step === 'Member' && !isDefault ? `* as ${name}` : name;
  return { declaration: `import ${clause} from '${module}';`, expression: name, taken: 0 };
}

/** A value of a type: the row's own, or the one whose instances a path speaks of. */
function instanceStart(
  declarations: Declarations,
  module: string,
  names: readonly string[],
  steps: readonly AccessStep[],
): { readonly type: string; readonly taken: number } | undefined {
  const place = steps.findIndex(({ step }) => step === 'Instance');
  const before = steps.slice(0, Math.max(0, place));
  const inner = before.flatMap((step) => (step.step === 'Member' ? [step.names[0] ?? ''] : []));
  if (place > 0 && inner.length === place) {
    const all = [...names, ...inner];
    const symbol = declarations.symbolAt(module, all);
    return symbol && { type: typeText(declarations, module, all), taken: place + 1 };
  }
  if (place === 0 && names.length === 0)
    return { type: `InstanceType<typeof import('${module}')>`, taken: 1 };
  return names.length === 0 ? undefined : { type: typeText(declarations, module, names), taken: 0 };
}

function typeText(declarations: Declarations, module: string, names: readonly string[]): string {
  const path = names.join('.');
  const type = module === 'global' ? path : `import('${module}').${path}`;
  return type + typeArguments(declarations.symbolAt(module, names));
}

function typeArguments(symbol: ts.Symbol | undefined): string {
  const counts = (symbol?.declarations ?? []).map((node) =>
    isGeneric(node) ? (node.typeParameters ?? []).length : 0,
  );
  const count = Math.max(0, ...counts);
  return count === 0 ? '' : `<${Array.from({ length: count }, () => 'any').join()}>`;
}

function isGeneric(
  node: ts.Node,
): node is ts.ClassDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  return ts.isClassLike(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node);
}
