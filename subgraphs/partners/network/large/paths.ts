import type { EntityManager } from '@mikro-orm/postgresql';
import { publicRowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { filterValue, type TieFilter } from './filter.js';
import { networkTooLarge, searchedMax } from './too-large.js';

export interface PathQuestion {
  /** Ids of nodes; from a node to itself leads the node alone. */
  from: string;
  to: string;
  filter: TieFilter;
  /** How many paths are yielded. */
  most?: number;
  /** How many nodes are looked at. */
  nodesMax?: number;
}

/**
 * Yields the shortest paths between two nodes, each as its nodes' ids: those with the least sum of 1/confidence first, then by ids.
 * None when nothing leads there or a node has no tie. Throws LIMIT_EXCEEDED when too many nodes would have to be looked at.
 */
export async function shortestPaths(
  em: EntityManager,
  { from, to, filter, most = 20, nodesMax = searchedMax }: PathQuestion,
): Promise<string[][]> {
  const rows = await publicRowsOf<{ nodes: string[] | null; visited: number }>(
    em,
    sql`select nodes::text[] as nodes, visited
      from partners.network_shortest_paths(${from}::uuid, ${to}::uuid, ${filterValue(filter)}, ${most}::integer, ${nodesMax}::integer)`,
  );
  return rows.map(({ nodes, visited }) => {
    if (nodes === null) throw networkTooLarge(nodesMax, visited);
    return nodes;
  });
}
