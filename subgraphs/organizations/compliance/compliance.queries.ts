import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey } from '#shared/database/rows.js';
import { manyByKey } from '#shared/loader.js';
import { ComplianceRecord } from './compliance.entity.js';

/** Reads what the viewer may see of the findings about some organizations, latest first. */
export function findCompliance(
  em: EntityManager,
  organizationIds: readonly string[],
): Promise<ComplianceRecord[]> {
  const latestFirst =
    'coalesce(row.starts_on, make_date(row.year, 12, 31)) desc, row.created_at desc, row.id';
  return entitiesByKey(em, 'viewer', ComplianceRecord, 'organizationId', organizationIds, latestFirst);
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
