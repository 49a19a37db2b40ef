import { createHash } from 'node:crypto';
import { subgraph } from 'graphology-operators';
import { bfsFromNode } from 'graphology-traversal';
import type { Network } from './network.js';
import { type Excerpt, type ExcerptEdge, type NetworkColumns, nodeKinds } from './protocol.js';

/** A network with its nodes' numbers and what names it at its version. */
export interface PlacedNetwork {
  network: Network;
  places: ReadonlyMap<string, number>;
  key: string;
}

/** Numbers the nodes in their order. */
export const placesOf = (network: Network): Map<string, number> =>
  new Map(network.nodes().map((id, place) => [id, place]));

/** Yields the nodes of greatest degree, at most so many; of equal ones the first by id. */
export function greatestNodes(network: Network, most: number): string[] {
  return network
    .nodes()
    .sort((one, other) => network.degree(other) - network.degree(one) || (one < other ? -1 : 1))
    .slice(0, most);
}

/** Yields a node and what is at most `depth` steps from it, the nearest first and of these the greatest. */
export function nodesAround(network: Network, id: string, depth: number): string[] {
  const distances = new Map<string, number>();
  bfsFromNode(network, id, (node, _attributes, distance) => {
    distances.set(node, distance);
    return distance >= depth;
  });
  const distance = (node: string) => distances.get(node) as number;
  return [...distances.keys()].sort(
    (one, other) =>
      distance(one) - distance(other) ||
      network.degree(other) - network.degree(one) ||
      (one < other ? -1 : 1),
  );
}

/** Yields nodes with the edges between them, one for each kind of tie; of the edges those with most ties, at most so many. */
export function excerptOf(
  { network, places, key }: PlacedNetwork,
  ids: readonly string[],
  maxEdges = Infinity,
): Excerpt {
  const chosen = new Set(ids);
  const edges: ExcerptEdge[] = [];
  network.forEachEdge((edge, _attributes, source, target) => {
    if (chosen.has(source) && chosen.has(target)) edges.push(...edgesOf(network, edge));
  });
  const within = ids.map((id) => places.get(id) as number);
  const shown = edges.sort(byTies).slice(0, maxEdges);
  return {
    key: excerptKey(key, within, shown.length),
    nodes: ids.map((id, position) => ({
      id,
      kind: network.getNodeAttribute(id, 'kind'),
      place: within[position] as number,
      degree: network.degree(id),
    })),
    edges: shown,
    picture: columnsOf(subgraph(network, chosen) as Network, new Map(ids.map((id, place) => [id, place]))),
  };
}

/** Names some nodes of a network and the edges that are shown of them. */
export const excerptKey = (key: string, nodes: readonly (number | string)[], edges: number): string =>
  `${key} ${createHash('sha256')
    .update(JSON.stringify([nodes, edges]))
    .digest('base64')}`;

/** Orders edges by their ties, the most first, then by their ends. */
export function byTies(one: ExcerptEdge, other: ExcerptEdge): number {
  const ends = ({ source, target, kind }: ExcerptEdge) => `${source} ${target} ${kind}`;
  return other.weight - one.weight || (ends(one) < ends(other) ? -1 : 1);
}

/** Yields an edge of the network as one for each kind of its ties. */
export function edgesOf(network: Network, edge: string): ExcerptEdge[] {
  const [source, target] = network.extremities(edge);
  return network.getEdgeAttribute(edge, 'parts').map(({ kind, ties, validFrom, validTo }) => ({
    source,
    target,
    kind,
    weight: ties,
    validFrom,
    validTo,
  }));
}

/** Yields a network as numbers. */
export function columnsOf(network: Network, places: ReadonlyMap<string, number>): NetworkColumns {
  const kinds = new Uint8Array(network.order);
  network.forEachNode((node, { kind }) => {
    kinds[places.get(node) as number] = nodeKinds.indexOf(kind);
  });
  const sources = new Uint32Array(network.size);
  const targets = new Uint32Array(network.size);
  const weights = new Float64Array(network.size);
  let position = 0;
  network.forEachEdge((_edge, { weight }, source, target) => {
    sources[position] = places.get(source) as number;
    targets[position] = places.get(target) as number;
    weights[position] = weight;
    position += 1;
  });
  return { order: network.order, kinds, sources, targets, weights };
}
