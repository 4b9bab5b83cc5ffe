/** A directed graph that is asked in both directions. */

export interface Graph<Node> {
  add(from: Node, to: Node): void;
  /** What can be reached from some nodes, themselves included. */
  reachedFrom(nodes: Iterable<Node>): Set<Node>;
  /** From where some nodes can be reached, themselves included. */
  reaching(nodes: Iterable<Node>): Set<Node>;
}

export function createGraph<Node>(): Graph<Node> {
  const forth = new Map<Node, Set<Node>>();
  const back = new Map<Node, Set<Node>>();
  return {
    add(from, to) {
      addTo(forth, from, to);
      addTo(back, to, from);
    },
    reachedFrom: (nodes) => walk(forth, nodes),
    reaching: (nodes) => walk(back, nodes),
  };
}

function addTo<Node>(edges: Map<Node, Set<Node>>, from: Node, to: Node): void {
  const known = edges.get(from);
  if (known === undefined) edges.set(from, new Set([to]));
  else known.add(to);
}

/** A set grows while it is walked. */
function walk<Node>(edges: ReadonlyMap<Node, ReadonlySet<Node>>, nodes: Iterable<Node>): Set<Node> {
  const seen = new Set(nodes);
  for (const node of seen) for (const next of edges.get(node) ?? []) seen.add(next);
  return seen;
}
