import type { EntityManager } from '@mikro-orm/postgresql';
import { publicRowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { filterValue, type TieFilter } from './filter.js';

/** How many of each kind are connected with a node, the node itself among them. */
export interface ComponentSize {
  organizations: number;
  partners: number;
  projects: number;
}

/** So many nodes are walked through before a component is told by way of all components. */
const walkedDefault = 20_000;

/** Counts what is connected with a node at all; nothing when the node has no tie. */
export async function componentOf(
  em: EntityManager,
  { of, filter, walkedMax = walkedDefault }: { of: string; filter: TieFilter; walkedMax?: number },
): Promise<ComponentSize> {
  const rows = await publicRowsOf<ComponentSize>(
    em,
    sql`select organizations, partners, projects from partners.network_component(${of}::uuid, ${filterValue(filter)},
      ${walkedMax}::integer)`,
  );
  return rows[0] as ComponentSize;
}

/** Counts the parts of the network that nothing ties to each other. */
export async function countComponents(em: EntityManager, filter: TieFilter): Promise<number> {
  const rows = await publicRowsOf<{ count: number }>(
    em,
    sql`select count(distinct component)::integer as count from partners.network_components(${filterValue(filter)})`,
  );
  return rows[0]?.count ?? 0;
}
