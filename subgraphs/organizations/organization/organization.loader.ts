import type { EntityManager } from '@mikro-orm/postgresql';
import { byArguments, manyByKey, oneByKey } from '#shared/loader.js';
import { pagesByParent } from '#shared/database/nested-page.js';
import type { PageRequest } from '#shared/page.js';
import { Organization } from './organization.entity.js';
import { RatingPeriod } from './rating.entity.js';

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
    ratingsByOrganization: byArguments((asOf: string) =>
      manyByKey<RatingPeriod>(
        (ids) =>
          em.find(RatingPeriod, {
            organizationId: { $in: [...ids] },
            validFrom: { $lte: asOf },
            validTo: { $gt: asOf },
          }),
        ({ organizationId }) => organizationId,
      ),
    ),
  };
}
