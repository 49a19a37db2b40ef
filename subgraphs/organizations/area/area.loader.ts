import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey, publicRowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { manyByKey, oneByKey } from '#shared/loader.js';
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
