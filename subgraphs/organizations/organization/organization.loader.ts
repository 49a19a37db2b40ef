import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey, publicRowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
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
      (ids) => entitiesByKey(em, 'everybody', Organization, 'id', ids),
      ({ id }) => id,
    ),
    childrenByOrganization: byArguments((page: PageRequest) =>
      pagesByParent(em, Organization, { reader: 'everybody', parent: 'parent_id', page }),
    ),
    ratingsByOrganization: manyByKey<RatingPeriod>(
      (ids) => entitiesByKey(em, 'everybody', RatingPeriod, 'organizationId', ids, 'row.valid_from desc'),
      ({ organizationId }) => organizationId,
    ),
    registrationsByOrganization: manyByKey<RegistrationEvent>(
      (ids) => entitiesByKey(em, 'everybody', RegistrationEvent, 'organizationId', ids, 'row.position'),
      ({ organizationId }) => organizationId,
    ),
    countyCentersByArea: manyByKey<{ areaCode: string }>(
      (codes) => findCountyCenters(em, codes),
      ({ areaCode }) => areaCode,
    ),
  };
}

/** Finds the county centres that work in some areas (R-DIV-07). */
export function findCountyCenters(
  em: EntityManager,
  codes: readonly string[],
): Promise<{ areaCode: string }[]> {
  return publicRowsOf(
    em,
    sql`select area_code as "areaCode" from organizations.organization
      where service_level = 'COUNTY_CENTER' and area_code = any(${codes}::text[]) and registration_status <> all(${closedStatuses}::text[])`,
  );
}
