import type { EntityManager } from '@mikro-orm/postgresql';
import { manyByKey } from '#shared/loader.js';
import { FundraisingQualification } from './qualification.entity.js';

/** Batched reads of qualifications. */
export function qualificationLoaders(em: EntityManager) {
  return {
    qualificationsByPartner: manyByKey<FundraisingQualification>(
      (ids) =>
        em.find(
          FundraisingQualification,
          { partnerId: { $in: [...ids] } },
          { orderBy: { grantedOn: 'asc', id: 'asc' } },
        ),
      ({ partnerId }) => partnerId,
    ),
  };
}
