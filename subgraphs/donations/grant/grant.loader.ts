import type { EntityManager } from '@mikro-orm/postgresql';
import { pagesByParent } from '#shared/database/nested-page.js';
import { entitiesByKey } from '#shared/database/rows.js';
import { byArguments, manyByKey, oneByKey } from '#shared/loader.js';
import type { PageRequest } from '#shared/page.js';
import { FundingPool } from '../pool/funding-pool.entity.js';
import { GrantEvent } from './grant-event.entity.js';
import { Grant } from './grant.entity.js';

/** Batched reads of grants and their pools. */
export function grantLoaders(em: EntityManager) {
  return {
    fundingPoolById: oneByKey<FundingPool>(
      (ids) => entitiesByKey(em, 'everybody', FundingPool, 'id', ids),
      ({ id }) => id,
    ),
    eventsByGrant: manyByKey<GrantEvent>(
      (ids) => entitiesByKey(em, 'everybody', GrantEvent, 'grantId', ids, 'row.grant_id, row.position'),
      ({ grantId }) => grantId,
    ),
    grantsByPool: byArguments((page: PageRequest) =>
      pagesByParent(em, Grant, { reader: 'everybody', parent: 'pool_id', page }),
    ),
  };
}
