/** Places told in fewer words: members that lead to one place stand in one list, and a builder's as any member. */
import { groupBy } from '../../engine/group-by.ts';
import type { FoundPlace } from './find-places.ts';

/** A type whose calls mostly give the same is a builder: any of its calls does. */
const MANY = 8;

export function fewerPlaces(places: readonly FoundPlace[]): readonly FoundPlace[] {
  const groups = groupBy(places, ({ path, is }) => {
    const { before, after } = parted(path);
    return `${before}|${after}|${is}`;
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length === 1) return group;
    const { before, after } = parted(first.path);
    const names = group.map(({ path }) => parted(path).name);
    const member = names.length < MANY ? `Member[${names.join()}]` : 'AnyMember';
    return [{ path: [before, member, after].filter((part) => part !== '').join('.'), is: first.is }];
  });
}

/** At the last member that is called. */
function parted(path: string): { readonly before: string; readonly name: string; readonly after: string } {
  const [, before = '', name = '', after = ''] =
    /^(?:(.*)\.)?Member\[([\w$]+)\]\.((?:Argument|ReturnValue|Awaited|ArrayElement).*)$/.exec(path) ?? [];
  return name === '' ? { before: path, name: '', after: '' } : { before, name, after };
}
