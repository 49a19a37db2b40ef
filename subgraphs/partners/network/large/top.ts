import type { EntityManager } from '@mikro-orm/postgresql';
import { publicRowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { filterValue, type TieFilter } from './filter.js';
import type { LargeNodeKind } from './reach.js';

export interface TopNode {
  id: string;
  kind: LargeNodeKind;
  /** Number of different neighbours in the whole network. */
  degree: number;
}

/** All ties of one kind between two nodes. */
export interface TopEdge {
  partner: string;
  /** An organization or a project. */
  other: string;
  kind: string;
  /** Number of ties. */
  weight: number;
  /** The earliest day; null when a tie has none. */
  validFrom: string | null;
  /** The latest day; null when a tie is open. */
  validTo: string | null;
}

export interface NetworkCounts {
  nodeCount: number;
  /** Pairs of nodes that are tied. */
  pairCount: number;
  /** Pairs of nodes, once for each kind of their ties. */
  edgeCount: number;
  /** Share of all pairs of nodes that are tied; 0 for fewer than two nodes. */
  density: number;
  /** Those with most neighbours first, then by id. */
  nodes: TopNode[];
}

export interface LargeNetworkTop extends NetworkCounts {
  /** The edges among `nodes`. */
  edges: TopEdge[];
}

interface Counted {
  nodes: number;
  pairs: number;
  edges: number;
  top: string[];
  kinds: LargeNodeKind[];
  degrees: number[];
}

/** Counts a network, and yields the nodes with most neighbours, at most so many, and how they are tied. */
export async function largeNetworkTop(
  em: EntityManager,
  { filter, maxNodes }: { filter: TieFilter; maxNodes: number },
): Promise<LargeNetworkTop> {
  const counts = await countNetwork(em, filter, maxNodes);
  return { ...counts, edges: await edgesAmong(em, counts.nodes, filter) };
}

/** Counts a network, and yields the nodes with most neighbours, at most so many. Reads every tie. */
export async function countNetwork(
  em: EntityManager,
  filter: TieFilter,
  maxNodes: number,
): Promise<NetworkCounts> {
  const [counted] = await publicRowsOf<Counted>(
    em,
    sql`select nodes, pairs, edges, top::text[] as top, kinds, degrees from partners.network_top(${filterValue(filter)}, ${maxNodes}::integer)`,
  );
  const { nodes, pairs, edges, top, kinds, degrees } = counted as Counted;
  const found = top.map((id, place): TopNode => ({
    id,
    kind: kinds[place] as LargeNodeKind,
    degree: degrees[place] as number,
  }));
  return {
    nodeCount: nodes,
    pairCount: pairs,
    edgeCount: edges,
    density: nodes < 2 ? 0 : (2 * pairs) / (nodes * (nodes - 1)),
    nodes: found,
  };
}

/** Yields how nodes are tied with each other. */
export function edgesAmong(
  em: EntityManager,
  nodes: readonly Pick<TopNode, 'id' | 'kind'>[],
  filter: TieFilter,
): Promise<TopEdge[]> {
  const ids = (areOf: (kind: LargeNodeKind) => boolean) =>
    nodes.filter(({ kind }) => areOf(kind)).map(({ id }) => id);
  return publicRowsOf<TopEdge>(
    em,
    sql`select partner, other, kind, weight, valid_from::text as "validFrom", valid_to::text as "validTo"
      from partners.network_ties_among(${ids((kind) => kind === 'PARTNER')}::uuid[], ${ids((kind) => kind !== 'PARTNER')}::uuid[],
        ${filterValue(filter)})`,
  );
}
