import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { rowsOf } from '#shared/database/rows.js';
import { byArguments, manyByKey, oneByKey } from '#shared/loader.js';
import { pagesByParent } from '#shared/database/nested-page.js';
import type { PageRequest } from '#shared/page.js';
import { RegistrationEvent } from '../registration/registration.entity.js';
import { closedStatuses } from '../registration/registration.status.js';
import { Organization } from './organization.entity.js';
import { RatingPeriod } from '../rating/rating.entity.js';

/** Batched reads of organizations. */
export function organizationLoaders(em: EntityManager) {
  return {
    organizationById: oneByKey<Organization>(
      (ids) => em.find(Organization, { id: { $in: [...ids] } }),
      ({ id }) => id,
    ),
    childrenByOrganization: byArguments((page: PageRequest) =>
      pagesByParent(em, Organization, { from: 'organizations.organization', parent: 'parent_id', page }),
    ),
    ratingsByOrganization: manyByKey<RatingPeriod>(
      (ids) =>
        em.find(RatingPeriod, { organizationId: { $in: [...ids] } }, { orderBy: { validFrom: 'desc' } }),
      ({ organizationId }) => organizationId,
    ),
    registrationsByOrganization: manyByKey<RegistrationEvent>(
      (ids) =>
        em.find(RegistrationEvent, { organizationId: { $in: [...ids] } }, { orderBy: { position: 'asc' } }),
      ({ organizationId }) => organizationId,
    ),
    countyCentersByArea: manyByKey<{ areaCode: string }>(
      (codes) => findCountyCenters(em, codes),
      ({ areaCode }) => areaCode,
    ),
  };
}

/** Finds the county centres that work in some areas (R-DIV-07). */
async function findCountyCenters(
  em: EntityManager,
  codes: readonly string[],
): Promise<{ areaCode: string }[]> {
  return rowsOf(
    em,
    sql<{ areaCode: string }>`select area_code as "areaCode" from organizations.organization
      where service_level = 'COUNTY_CENTER' and area_code = any(${codes}) and registration_status <> all(${closedStatuses})`,
  );
}
