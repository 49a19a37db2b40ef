import type { EntityManager } from '@mikro-orm/postgresql';
import { areaRange } from '#shared/area-code.js';
import { publicRowsOf } from '#shared/database/rows.js';
import { type Sql, sql } from '#shared/database/sql.js';
import { today } from '#shared/today.js';
import { ResourceStatus } from '../resource/resource.entity.js';
import { resourceCondition } from '../resource/resource.queries.js';
import type { Linked, Offered } from './coverage-matrix.rule.js';

/** Counts per area and category the organizations with an ACTIVE link, off an index of those links alone. */
export function countLinked(em: EntityManager, codes: readonly string[]): Promise<Linked[]> {
  return publicRowsOf(
    em,
    sql`select area.code as "areaCode", linked.category, count(distinct linked.organization_id)::int as organizations
      from ${rangesOf(codes)} cross join lateral (
        select distinct area_code, category, organization_id from partners.resource_link
        where coalesce(status = 'ACTIVE', false) and area_code >= area.low and area_code < area.high
      ) linked group by 1, 2`,
  );
}

/** Counts per area the villages and communities whose organizations have an ACTIVE link, from kept totals. */
export function countLinkedCommunities(
  em: EntityManager,
  codes: readonly string[],
): Promise<{ areaCode: string; communities: number }[]> {
  return publicRowsOf(
    em,
    sql`select area.code as "areaCode", count(*)::int as communities
      from ${rangesOf(codes)} join partners.link_party_total t on t.area_code >= area.low and t.area_code < area.high
      where length(t.area_code) = 12 and t.organizations > 0 group by 1`,
  );
}

/** Counts what could be given today, by category and by where it may be used. */
export function countOffered(em: EntityManager): Promise<Offered[]> {
  const available = resourceCondition({ status: [ResourceStatus.PUBLISHED], availableOn: today() });
  return publicRowsOf(
    em,
    sql`select row.category, row.area_codes as "areaCodes", count(*)::int as resources
      from partners.resource as row where ${available} and row.remaining > 0 group by 1, 2`,
  );
}

function rangesOf(codes: readonly string[]): Sql {
  const ranges = codes.map((code) => areaRange(code));
  return sql`unnest(${codes}::text[], ${ranges.map(({ from }) => from)}::text[], ${ranges.map(({ to }) => to)}::text[])
    as area(code, low, high)`;
}
