import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { entityOf, rowsOf } from '#shared/database/rows.js';
import { manyByKey } from '#shared/loader.js';
import { ComplianceRecord } from './compliance.entity.js';

/** Reads what the viewer may see of the findings about some organizations, latest first. */
export async function findCompliance(
  em: EntityManager,
  organizationIds: readonly string[],
): Promise<ComplianceRecord[]> {
  const rows = await rowsOf<object>(
    em,
    sql`select * from organizations.compliance_record where organization_id = any(${organizationIds}::uuid[])
      order by coalesce(starts_on, make_date(year, 12, 31)) desc, created_at desc, id`,
  );
  return rows.map((row) => entityOf(em, ComplianceRecord, row));
}

/** Batched reads of findings. */
export function complianceLoaders(em: EntityManager) {
  return {
    complianceByOrganization: manyByKey<ComplianceRecord>(
      (ids) => findCompliance(em, ids),
      ({ organizationId }) => organizationId,
    ),
  };
}
