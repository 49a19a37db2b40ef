import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey } from '#shared/database/rows.js';
import { manyByKey } from '#shared/loader.js';
import { CooperationAgreement } from './agreement.entity.js';

/** Batched reads of agreements. */
export function agreementLoaders(em: EntityManager) {
  return {
    agreementsByPartner: manyByKey<CooperationAgreement>(
      (ids) =>
        entitiesByKey(em, 'everybody', CooperationAgreement, 'partnerId', ids, 'row.created_at, row.id'),
      ({ partnerId }) => partnerId,
    ),
  };
}
