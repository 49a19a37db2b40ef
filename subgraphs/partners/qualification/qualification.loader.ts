import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey } from '#shared/database/rows.js';
import { manyByKey } from '#shared/loader.js';
import { FundraisingQualification } from './qualification.entity.js';

/** Batched reads of qualifications. */
export function qualificationLoaders(em: EntityManager) {
  return {
    qualificationsByPartner: manyByKey<FundraisingQualification>(
      (ids) =>
        entitiesByKey(em, 'everybody', FundraisingQualification, 'partnerId', ids, 'row.granted_on, row.id'),
      ({ partnerId }) => partnerId,
    ),
  };
}
