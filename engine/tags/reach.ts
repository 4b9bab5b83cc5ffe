/** Whether a tag lies at or below a type: what lets everything untagged be passed by at once. */
import type ts from 'typescript';
import type { Edges } from './edges.ts';
import type { IsForeign } from './foreign-files.ts';
import { isUntaggable, isWhole, typeArgumentsOf } from './type-kinds.ts';
import type { TypeTags } from './type-tags.ts';

export interface ReachParts {
  readonly checker: ts.TypeChecker;
  readonly tags: TypeTags;
  readonly edges: Edges;
  readonly isForeign: IsForeign;
  isTaggedMember(member: ts.Symbol): boolean;
}

/**
 * Instances of one generic type inside one another, and in one search: beyond these only type arguments are looked at.
 * Types that make ever new instances of each other would have no end.
 */
const MAX_NESTED_INSTANCES = 6;
const MAX_INSTANCES = 60;

/**
 * A depth-first search over types. Each type is visited once for all searches: a group of types that refer to each
 * other (a strongly connected component, after Tarjan) is untagged as a whole when the search leaves it.
 */
interface Search {
  readonly index: Map<ts.Type, number>;
  readonly open: ts.Type[];
  readonly nested: Map<ts.Symbol, number>;
  readonly instances: Map<ts.Symbol, number>;
}

interface Visit {
  readonly found: boolean;
  /** The lowest index of an open type that can be reached. */
  readonly low: number;
}

const NOTHING_BELOW: Visit = { found: false, low: Infinity };
const FOUND: Visit = { found: true, low: Infinity };

export class Reach {
  readonly #parts: ReachParts;
  readonly #known = new WeakMap<ts.Type, boolean>();

  constructor(parts: ReachParts) {
    this.#parts = parts;
  }

  hasTag(type: ts.Type): boolean {
    if (isUntaggable(type)) return false;
    const known = this.#known.get(type);
    if (known !== undefined) return known;
    const search: Search = { index: new Map(), open: [], nested: new Map(), instances: new Map() };
    const { found } = this.#visit(type, search);
    // What is still open when a tag is found leads back to a type on the way to it.
    for (const passed of search.open) this.#known.set(passed, found);
    return found;
  }

  #visit(type: ts.Type, search: Search): Visit {
    if (isUntaggable(type)) return NOTHING_BELOW;
    const known = this.#known.get(type);
    if (known !== undefined) return known ? FOUND : NOTHING_BELOW;
    const met = search.index.get(type);
    if (met !== undefined) return { found: false, low: met };
    const index = search.index.size;
    search.index.set(type, index);
    search.open.push(type);
    if (this.#parts.tags.own(type).length > 0) return FOUND;
    const { found, low } = this.#below(type, search);
    if (found) return FOUND;
    if (low >= index) this.#close(type, search);
    return { found, low };
  }

  #close(type: ts.Type, { open }: Search): void {
    for (const closed of open.splice(open.lastIndexOf(type))) this.#known.set(closed, false);
  }

  #below(type: ts.Type, search: Search): Visit {
    const parts = typeArgumentsOf(this.#parts.checker, type);
    if (isWhole(type, this.#parts.isForeign)) return this.#visitAll(parts, search);
    const symbol = symbolOf(type);
    if (symbol === undefined) return this.#visitEdges(type, search);
    const depth = search.nested.get(symbol) ?? 0;
    const count = search.instances.get(symbol) ?? 0;
    if (depth >= MAX_NESTED_INSTANCES || count >= MAX_INSTANCES) {
      return this.#visitAll([...parts, ...(type.aliasTypeArguments ?? [])], search);
    }
    search.nested.set(symbol, depth + 1);
    search.instances.set(symbol, count + 1);
    const below = this.#visitEdges(type, search);
    search.nested.set(symbol, depth);
    return below;
  }

  #visitEdges(type: ts.Type, search: Search): Visit {
    const edges = this.#parts.edges.of(type);
    const isTold = edges.some(({ member }) => member !== undefined && this.#parts.isTaggedMember(member));
    return isTold
      ? FOUND
      : this.#visitAll(
          edges.map((edge) => edge.type),
          search,
        );
  }

  #visitAll(types: readonly ts.Type[], search: Search): Visit {
    let low = Infinity;
    for (const type of types) {
      const visit = this.#visit(type, search);
      if (visit.found) return FOUND;
      low = Math.min(low, visit.low);
    }
    return { found: false, low };
  }
}

/** A union that nobody has named has no symbol: it is not a type of its own that could go round. */
function symbolOf(type: ts.Type): ts.Symbol | undefined {
  const { aliasSymbol } = type;
  return aliasSymbol ?? type.getSymbol();
}
