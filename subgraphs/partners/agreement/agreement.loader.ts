import type { EntityManager } from '@mikro-orm/postgresql';
import { manyByKey } from '#shared/loader.js';
import { CooperationAgreement } from './agreement.entity.js';

/** Batched reads of agreements. */
export function agreementLoaders(em: EntityManager) {
  return {
    agreementsByPartner: manyByKey<CooperationAgreement>(
      (ids) =>
        em.find(
          CooperationAgreement,
          { partnerId: { $in: [...ids] } },
          { orderBy: { createdAt: 'asc', id: 'asc' } },
        ),
      ({ partnerId }) => partnerId,
    ),
  };
}
