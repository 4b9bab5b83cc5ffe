/** Access paths: `Member[putObject].Argument[0].Member[Body,Key]` as steps. The grammar is CodeQL's; `Thrown`, `Getter`, `Setter`, `Made`, `Shared`, `Near`, `Named` and `Unnamed` are ours. */
import type { RowName } from './model-error.ts';
import { rowError } from './model-error.ts';
import type { Place, Range } from './parse-places.ts';
import { parsePlaces } from './parse-places.ts';

/** Steps that take no operand. */
export const PLAIN_STEPS = [
  'AnyMember',
  'ReturnValue',
  'Awaited',
  'ArrayElement',
  'MapKey',
  'MapValue',
  'Instance',
  'Subclass',
  'NewCall',
  'Call',
  'Thrown',
  'Getter',
  'Setter',
  'Made',
  'Fuzzy',
  'DecoratedClass',
  'DecoratedMember',
  'DecoratedParameter',
  'GuardedRouteHandler',
] as const;

export type PlainStep = (typeof PLAIN_STEPS)[number];

export type AccessStep =
  | { readonly step: 'Member'; readonly names: readonly string[] }
  | { readonly step: 'Argument' | 'Parameter'; readonly places: readonly Place[] }
  | { readonly step: 'WithArity'; readonly counts: readonly Range[] }
  | { readonly step: 'WithStringArgument'; readonly index: number; readonly value: string }
  | { readonly step: 'Shared' | 'Near'; readonly name: string }
  | { readonly step: 'Named' | 'Unnamed'; readonly index: number }
  | { readonly step: PlainStep };

const ALLOWED = `allowed are Member[a,b], Argument[0], Argument[0..], Argument[N-1], Argument[this], Parameter[0], WithArity[1], WithStringArgument[0=x], Shared[name], Near[name], Named[0], Unnamed[0], ${PLAIN_STEPS.join(', ')}`;

/** One step with its operand and the dot after it. */
const STEP = /([A-Za-z]+)(?:\[([^[\]]*)\])?(\.|$)/y;

/**
 * The steps of an access path; the empty path has none.
 * @throws ModelError that names the row and the step.
 */
export function parsePath(path: string, row: RowName): readonly AccessStep[] {
  const steps: AccessStep[] = [];
  const matcher = new RegExp(STEP);
  while (matcher.lastIndex < path.length) {
    const rest = path.slice(matcher.lastIndex);
    const match = matcher.exec(path);
    if (match === null) throw rowError(row, `cannot read '${path}' from '${rest}' on; ${ALLOWED}`);
    const [text, name = '', operand, dot] = match;
    if (dot === '.' && matcher.lastIndex === path.length) throw rowError(row, `'${path}' ends with a dot`);
    steps.push(parseStep(name, operand) ?? unknownStep(row, text.replace(/\.$/, '')));
  }
  return steps;
}

function parseStep(name: string, operand: string | undefined): AccessStep | undefined {
  if (operand === undefined) return isPlainStep(name) ? { step: name } : undefined;
  switch (name) {
    case 'Member':
      return memberStep(operand);
    case 'Argument':
    case 'Parameter':
      return placesStep(name, operand);
    case 'WithArity':
      return arityStep(operand);
    case 'Named':
    case 'Unnamed':
      return /^\d+$/.test(operand) ? { step: name, index: Number(operand) } : undefined;
    case 'Shared':
    case 'Near':
      return operand === '' ? undefined : { step: name, name: operand };
    case 'WithStringArgument':
      return stringArgumentStep(operand);
    default:
      return undefined;
  }
}

function memberStep(operand: string): AccessStep | undefined {
  const names = operand.split(',').map((name) => name.trim());
  return names.includes('') ? undefined : { step: 'Member', names };
}

function placesStep(step: 'Argument' | 'Parameter', operand: string): AccessStep | undefined {
  const places = parsePlaces(operand);
  return places === undefined ? undefined : { step, places };
}

function arityStep(operand: string): AccessStep | undefined {
  const counts = parsePlaces(operand)?.filter((place) => place !== 'this');
  const isCounted = counts?.every(({ from, to }) => !from.fromEnd && to?.fromEnd !== true);
  return counts === undefined || counts.length === 0 || !isCounted
    ? undefined
    : { step: 'WithArity', counts };
}

function stringArgumentStep(operand: string): AccessStep | undefined {
  const [, index, value] = /^(\d+)=(.*)$/.exec(operand) ?? [];
  if (index === undefined || value === undefined) return undefined;
  return { step: 'WithStringArgument', index: Number(index), value };
}

function isPlainStep(name: string): name is PlainStep {
  return PLAIN_STEPS.some((step) => step === name);
}

function unknownStep(row: RowName, step: string): never {
  throw rowError(row, `unknown step '${step}'; ${ALLOWED}`);
}
