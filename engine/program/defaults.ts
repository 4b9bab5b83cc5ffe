/** Defaults of parameters: the places that a call may leave out, and those that it surely does not. */
import ts from 'typescript';
import { type UnitNode, constructorOf, namedParameters } from './units.ts';

/** A default, and the argument or the member of an argument that makes it unused. */
export interface DefaultPlace {
  readonly initializer: ts.Expression;
  readonly index: number;
  readonly path: readonly string[];
}

/** More defaults of one function than this are not told apart. */
export const MAX_DEFAULTS = 5;

export function defaultsOf(unit: UnitNode): readonly DefaultPlace[] {
  const parameters = parametersOf(unit);
  if (!parameters.some(hasDefault)) return [];
  return namedParameters(parameters)
    .flatMap((parameter, index) => placesIn(parameter, index, []))
    .slice(0, MAX_DEFAULTS);
}

function parametersOf(unit: UnitNode): readonly ts.ParameterDeclaration[] {
  if (ts.isSourceFile(unit)) return [];
  return ts.isClassLike(unit) ? (constructorOf(unit)?.parameters ?? []) : unit.parameters;
}

const hasDefault = ({ initializer, name }: ts.ParameterDeclaration): boolean =>
  initializer !== undefined || ts.isObjectBindingPattern(name);

function placesIn(
  { name, initializer }: ts.ParameterDeclaration | ts.BindingElement,
  index: number,
  path: readonly string[],
): readonly DefaultPlace[] {
  const own = initializer === undefined ? [] : [{ initializer, index, path }];
  if (!ts.isObjectBindingPattern(name)) return own;
  const below = name.elements.flatMap((element) => {
    const key = element.propertyName ?? element.name;
    const isNamed = element.dotDotDotToken === undefined && ts.isIdentifier(key);
    return isNamed ? placesIn(element, index, [...path, key.text]) : [];
  });
  return [...own, ...below];
}

/** The initialisers of a choice of defaults, one bit each. */
export function initialisersIn(unit: UnitNode, given: number): ReadonlySet<ts.Expression> {
  if (given === 0) return NONE;
  const chosen = defaultsOf(unit).filter((_place, bit) => (given & (1 << bit)) !== 0);
  return new Set(chosen.map(({ initializer }) => initializer));
}

const NONE: ReadonlySet<ts.Expression> = new Set();

/** Whether a value of this type surely has something at a path that is not undefined. */
export function isGiven(checker: ts.TypeChecker, type: ts.Type, path: readonly string[]): boolean {
  const parts = type.isUnion() ? type.types : [type];
  if (parts.some(({ flags }) => (flags & MAYBE_NOTHING) !== 0)) return false;
  const [key, ...rest] = path;
  if (key === undefined) return true;
  return parts.every((part) => {
    const member = checker.getPropertyOfType(part, key);
    if (member === undefined || (member.flags & ts.SymbolFlags.Optional) !== 0) return false;
    return isGiven(checker, checker.getTypeOfSymbol(member), rest);
  });
}

const MAYBE_NOTHING =
  ts.TypeFlags.Any |
  ts.TypeFlags.Unknown |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Void |
  ts.TypeFlags.TypeParameter;
