import type { EntityManager } from '@mikro-orm/postgresql';
import { pagesByParent } from '#shared/database/nested-page.js';
import { byArguments, manyByKey, oneByKey } from '#shared/loader.js';
import type { PageRequest } from '#shared/page.js';
import { FundingPool } from '../pool/funding-pool.entity.js';
import { GrantEvent } from './grant-event.entity.js';
import { Grant } from './grant.entity.js';

/** Batched reads of grants and their pools. */
export function grantLoaders(em: EntityManager) {
  return {
    fundingPoolById: oneByKey<FundingPool>(
      (ids) => em.find(FundingPool, { id: { $in: [...ids] } }),
      ({ id }) => id,
    ),
    eventsByGrant: manyByKey<GrantEvent>(
      (ids) =>
        em.find(GrantEvent, { grantId: { $in: [...ids] } }, { orderBy: { grantId: 'asc', position: 'asc' } }),
      ({ grantId }) => grantId,
    ),
    grantsByPool: byArguments((page: PageRequest) =>
      pagesByParent(em, Grant, { from: 'donations.pool_grant', parent: 'pool_id', page }),
    ),
  };
}
