/** Where a sink sends what it is given: the host of a constant address, at the call or at what made its client. */
import ts from 'typescript';
import type { Destination, Sink } from '../models/rows.ts';
import { type Address, addressOf, hostAddress } from './address.ts';
import { type Call, callsBehind } from './calls-behind.ts';
import { type Found, constantOf, isPlatformAddress, memberAt } from './constant-values.ts';
import { knownText } from './known-text.ts';

/** What a page's own relative address leads to. */
export const OWN_ORIGIN = 'self';

const known = new WeakMap<ts.TypeChecker, Map<ts.Node, Map<Sink, string | undefined>>>();

/** The origin that a sink sends to, `self` for the page's own; undefined where it is not known before the program runs. */
export function destinationOf(checker: ts.TypeChecker, row: Sink, node: ts.Node): string | undefined {
  if (row.to === undefined || !(ts.isCallExpression(node) || ts.isNewExpression(node))) return undefined;
  const nodes = known.get(checker) ?? new Map<ts.Node, Map<Sink, string | undefined>>();
  const rows = nodes.get(node) ?? new Map<Sink, string | undefined>();
  known.set(checker, nodes.set(node, rows));
  if (!rows.has(row)) rows.set(row, originOf(checker, row.to, node));
  return rows.get(row);
}

/** Each place speaks where those before it are silent or relative. */
function originOf(checker: ts.TypeChecker, to: readonly Destination[], call: Call): string | undefined {
  let isRelative = false;
  for (const place of to) {
    for (const given of givenAt(checker, place, call)) {
      const address = addressAt(checker, given, place);
      if (address === 'unknown') return undefined;
      if (address !== 'relative') return address.origin;
      isRelative = true;
    }
  }
  return isRelative && to.every(({ of }) => of === undefined) ? OWN_ORIGIN : undefined;
}

function addressAt(checker: ts.TypeChecker, given: Found, place: Destination): Address {
  if (given === 'absent' || given === 'unknown') return 'unknown';
  return place.is === 'host' ? hostAddress(knownText(checker, given)) : addressOfUrl(checker, given);
}

/** A text, or an object that the platform makes of one and its base: `new URL(path, base)`, `new Request(url)`. */
function addressOfUrl(checker: ts.TypeChecker, given: ts.Expression): Address {
  const value = constantOf(checker, given);
  if (ts.isPropertyAccessExpression(value) && value.name.text === 'href')
    return addressOfUrl(checker, value.expression);
  if (ts.isCallExpression(value) && ts.isPropertyAccessExpression(value.expression))
    return isPlatformAddress(checker, value.expression.expression) &&
      value.expression.name.text === 'toString'
      ? addressOfUrl(checker, value.expression.expression)
      : 'unknown';
  if (!ts.isNewExpression(value) || !isPlatformAddress(checker, value))
    return addressOf(knownText(checker, value));
  const [first, base] = value.arguments ?? [];
  const address = first === undefined ? 'unknown' : addressOfUrl(checker, first);
  return address === 'relative' && base !== undefined ? addressOfUrl(checker, base) : address;
}

/** What stands at a place, at the last call first; nothing where it is surely not given. */
function givenAt(checker: ts.TypeChecker, place: Destination, call: Call): readonly Found[] {
  const calls = place.of === undefined ? [call] : callsBehind(checker, call, place.of);
  return calls
    .map((one) => (one === 'unknown' ? one : argumentOf(checker, one, place)))
    .filter((found) => found !== 'absent');
}

function argumentOf(checker: ts.TypeChecker, call: Call, { argument, member }: Destination): Found {
  const given = call.arguments ?? [];
  if (given.slice(0, argument + 1).some(ts.isSpreadElement)) return 'unknown';
  const found = given[argument];
  if (found === undefined) return 'absent';
  if (member !== undefined) return memberAt(checker, found, member);
  // Options in the place of an address: other places tell of their members.
  return ts.isObjectLiteralExpression(constantOf(checker, found)) ? 'absent' : found;
}
