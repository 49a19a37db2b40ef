import { createUnweightedIndexedBrandes } from 'graphology-shortest-path/indexed-brandes.js';
import type { Network } from './network.js';

interface Way {
  doubt: number;
  nodes: number[];
}

/**
 * Yields the shortest ways between two nodes, as their nodes' ids: those with the least doubt (sum of 1/confidence) first, then by
 * ids, at most so many. None when there is no way or a node is not in the network; from a node to itself the node alone.
 */
export function shortestPaths(network: Network, from: string, to: string, most: number): string[][] {
  if (!network.hasNode(from) || !network.hasNode(to)) return [];
  const ids = network.nodes();
  const [source, target] = [ids.indexOf(from), ids.indexOf(to)];
  const [, predecessors] = createUnweightedIndexedBrandes(network)(source);
  // The best ways to a node go on from the best ways to the nodes before it: all of them have the same length.
  const known = new Map<number, Way[]>([[source, [{ doubt: 0, nodes: [source] }]]]);
  const waysTo = (node: number): Way[] => {
    const kept = known.get(node);
    if (kept !== undefined) return kept;
    const ways = (predecessors[node] ?? [])
      .flatMap((before) => {
        const step = network.getEdgeAttribute(ids[before], ids[node] as string, 'doubt');
        return waysTo(before).map(({ doubt, nodes }) => ({ doubt: doubt + step, nodes: [...nodes, node] }));
      })
      .sort(byDoubt)
      .slice(0, most);
    known.set(node, ways);
    return ways;
  };
  return waysTo(target).map(({ nodes }) => nodes.map((node) => ids[node] as string));
}

/** Nodes are numbered in the order of their ids. */
function byDoubt(one: Way, other: Way): number {
  if (one.doubt !== other.doubt) return one.doubt - other.doubt;
  const place = one.nodes.findIndex((node, position) => node !== other.nodes[position]);
  return place === -1 ? 0 : (one.nodes[place] as number) - (other.nodes[place] as number);
}
