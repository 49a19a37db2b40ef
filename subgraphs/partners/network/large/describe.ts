import type { EntityManager } from '@mikro-orm/postgresql';
import { publicRowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { tieCondition, type TieSelection } from '../tie.js';
import type { TopNode } from './top.js';

/** Yields what nodes are, and how many different neighbours each has in the network of a selection; in their order. */
export async function describeNodes(
  em: EntityManager,
  ids: readonly string[],
  selection: TieSelection,
): Promise<TopNode[]> {
  const fulfilled = tieCondition(selection);
  const rows = await publicRowsOf<TopNode>(
    em,
    sql`with node as (
      select n.id, n.place, case when exists (select from partners.partner p where p.id = n.id) then 'PARTNER'
        when exists (select from partners.resource_link l where l.project_id = n.id) then 'PROJECT' else 'ORGANIZATION' end as kind
      from unnest(${ids}::uuid[]) with ordinality n(id, place))
    select n.id, n.kind, (case n.kind
      when 'PARTNER' then (select count(distinct o.id) from partners.network_tie t, lateral (values (t.organization_id), (t.project_id)) o(id)
        where t.partner_id = n.id and o.id is not null and ${fulfilled})
      when 'PROJECT' then (select count(distinct t.partner_id) from partners.network_tie t where t.project_id = n.id and ${fulfilled})
      else (select count(distinct t.partner_id) from partners.network_tie t where t.organization_id = n.id and ${fulfilled}) end)::integer as degree
    from node n order by n.place`,
  );
  return rows;
}
