/** Whether a tag lies at or below a type: what lets everything untagged be passed by at once. */
import type ts from 'typescript';
import type { Edge, Edges } from './edges.ts';
import type { IsForeign } from './foreign-files.ts';
import { isUntaggable, isWhole, typeArgumentsOf } from './type-kinds.ts';
import type { TypeTags } from './type-tags.ts';

export interface Reach {
  hasTag(type: ts.Type): boolean;
}

/** Instances of one generic type inside one another: beyond this only type arguments are looked at. */
const MAX_NESTED_INSTANCES = 6;

interface Search {
  readonly nested: Map<ts.Symbol, number>;
  readonly visited: Set<ts.Type>;
}

export function createReach(
  program: ts.Program,
  tags: TypeTags,
  edges: Edges,
  isTaggedMember: (member: ts.Symbol) => boolean,
  isForeign: IsForeign,
): Reach {
  const checker = program.getTypeChecker();
  const known = new WeakMap<ts.Type, boolean>();

  const hasTag = (type: ts.Type): boolean => {
    if (isUntaggable(type)) return false;
    const answer = known.get(type);
    if (answer !== undefined) return answer;
    const search: Search = { nested: new Map(), visited: new Set() };
    const found = visit(type, search);
    // A search that found nothing has seen all that any type on its way can reach.
    if (!found) for (const passed of search.visited) known.set(passed, false);
    return found;
  };

  const visit = (type: ts.Type, search: Search): boolean => {
    if (isUntaggable(type) || search.visited.has(type)) return false;
    const answer = known.get(type);
    if (answer !== undefined) return answer;
    search.visited.add(type);
    const found = tags.own(type).length > 0 || below(type, search);
    if (found) known.set(type, true);
    return found;
  };

  const below = (type: ts.Type, search: Search): boolean => {
    const parts = typeArgumentsOf(checker, type);
    if (isWhole(type, isForeign)) return parts.some((part) => visit(part, search));
    const symbol = type.aliasSymbol ?? type.symbol;
    const depth = search.nested.get(symbol) ?? 0;
    if (depth >= MAX_NESTED_INSTANCES) {
      return [...parts, ...(type.aliasTypeArguments ?? [])].some((part) => visit(part, search));
    }
    search.nested.set(symbol, depth + 1);
    const found = edges.of(type).some((edge) => isTagged(edge) || visit(edge.type, search));
    search.nested.set(symbol, depth);
    return found;
  };

  const isTagged = (edge: Edge): boolean => edge.member !== undefined && isTaggedMember(edge.member);

  return { hasTag };
}
