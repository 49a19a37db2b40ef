import type { EntityManager } from '@mikro-orm/postgresql';
import { publicRowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { filterValue, type TieFilter } from './filter.js';
import { networkTooLarge, reachedMax } from './too-large.js';

export type LargeNodeKind = 'ORGANIZATION' | 'PARTNER' | 'PROJECT';

export interface ReachedNode {
  id: string;
  kind: LargeNodeKind;
  /** Fewest steps from where the question began; 0 is that node itself. */
  distance: number;
}

export interface ReachQuestion {
  from: string;
  /** Most steps, 1 to 4. */
  depth: number;
  filter: TieFilter;
  /** How many nodes are yielded. */
  nodesMax?: number;
}

/**
 * Yields every node within a distance, the nearest first, then by id; none when the node has no tie.
 * Throws LIMIT_EXCEEDED when there are too many.
 */
export async function reachable(
  em: EntityManager,
  { from, depth, filter, nodesMax = reachedMax }: ReachQuestion,
): Promise<ReachedNode[]> {
  const rows = await publicRowsOf<{
    id: string | null;
    kind: LargeNodeKind;
    distance: number;
    visited: number;
  }>(
    em,
    sql`select node as id, kind, distance, visited
      from partners.network_reach(${from}::uuid, ${depth}::integer, ${filterValue(filter)}, ${nodesMax}::integer)`,
  );
  return rows.map(({ id, kind, distance, visited }) => {
    if (id === null) throw networkTooLarge(nodesMax, visited);
    return { id, kind, distance };
  });
}
