import type { EntityManager } from '@mikro-orm/postgresql';
import { areaRange } from '#shared/area-code.js';
import { entitiesByKey, publicRowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { eachInOrder, manyByKey, oneByKey } from '#shared/loader.js';
import { today } from '#shared/today.js';
import { Area } from './area.entity.js';

/** Batched reads by area. */
export function areaLoaders(em: EntityManager) {
  return {
    areaByCode: oneByKey<Area>(
      (codes) => entitiesByKey(em, 'everybody', Area, 'code', codes),
      ({ code }) => code,
    ),
    childrenByArea: manyByKey<Area>(
      (codes) => entitiesByKey(em, 'everybody', Area, 'parentCode', codes, 'row.code'),
      ({ parentCode }) => parentCode ?? '',
    ),
    communitiesByArea: eachInOrder<number>((codes) => countCommunities(em, codes)),
    organizationTotalsByArea: manyByKey<OrganizationTotal>(
      (codes) => sumOrganizations(em, codes),
      ({ areaCode }) => areaCode,
    ),
  };
}

/** Kept figures of one area, kind and level; closed organizations do not count. */
export interface OrganizationTotal {
  areaCode: string;
  kind: string;
  serviceLevel: string;
  organizations: number;
  certifiedSocialWorkers: number;
  volunteers: number;
}

function sumOrganizations(em: EntityManager, codes: readonly string[]): Promise<OrganizationTotal[]> {
  return publicRowsOf(
    em,
    sql`select area_code as "areaCode", kind, service_level as "serviceLevel", sum(organizations)::int as organizations,
      sum(certified_social_workers)::int as "certifiedSocialWorkers", sum(volunteers)::int as volunteers
    from organizations.organization_total
    where area_code = any(${codes}::text[]) and registration_status not in ('DEREGISTERED', 'REVOKED')
    group by area_code, kind, service_level having sum(organizations) <> 0`,
  );
}

/** Counts the villages and communities of areas that are valid today, in the order of the codes. */
async function countCommunities(em: EntityManager, codes: readonly string[]): Promise<number[]> {
  const ranges = codes.map((code) => areaRange(code));
  const rows = await publicRowsOf<{ code: string; count: number }>(
    em,
    sql`select area.code, count(*)::int as count
      from unnest(${codes}::text[], ${ranges.map(({ from }) => from)}::text[], ${ranges.map(({ to }) => to)}::text[]) as area(code, low, high)
      join organizations.area v on v.code >= area.low and v.code < area.high
      where v.level = 'VILLAGE' and coalesce(v.valid_to > ${today()}::date, true) group by 1`,
  );
  const counts = new Map(rows.map(({ code, count }) => [code, count]));
  return codes.map((code) => counts.get(code) ?? 0);
}
