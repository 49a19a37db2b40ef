import { louvain } from './algorithms.js';
import type { NumberedGraph } from './graph.js';

export interface CommunitiesFound {
  /** Community of each node: 0 is the largest, of equal ones the one with the first node. */
  of: Uint32Array;
  /** Null where there is no edge. */
  modularity: number | null;
}

/** Always the same number: the same data has the same communities. */
const seed = () => 0.5;

/** Groups nodes that are tied with each other more than with others: Louvain, an edge counts by its ties. */
export function communities(graph: NumberedGraph): CommunitiesFound {
  if (graph.size === 0)
    return { of: Uint32Array.from({ length: graph.order }, (_, node) => node), modularity: null };
  const { communities: found, modularity } = louvain.detailed(graph, { rng: seed, getEdgeWeight: 'weight' });
  const groups = Map.groupBy(graph.nodes(), (node) => found[node]);
  const of = new Uint32Array(graph.order);
  // A sort keeps the order of equals, which is that of their first nodes.
  [...groups.values()]
    .sort((one, other) => other.length - one.length)
    .forEach((members, community) => {
      for (const node of members) of[Number(node)] = community;
    });
  return { of, modularity };
}
