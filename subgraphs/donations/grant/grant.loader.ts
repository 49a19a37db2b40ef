import type { EntityManager } from '@mikro-orm/postgresql';
import { pagesByParent } from '#shared/database/nested-page.js';
import { entitiesByKey, publicRowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { byArguments, manyByKey, oneByKey } from '#shared/loader.js';
import type { PageRequest } from '#shared/page.js';
import { FundingPool } from '../pool/funding-pool.entity.js';
import { GrantEvent } from './grant-event.entity.js';
import { Grant } from './grant.entity.js';

/** What the ledger says of a grant's award. */
interface Award {
  grantId: string;
  awardedOn: string;
}

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
    awardByGrant: oneByKey<Award>(
      (ids) =>
        publicRowsOf<Award>(
          em,
          sql`select grant_id as "grantId", occurred_on::text as "awardedOn" from donations.entry
            where kind = 'AWARD' and grant_id = any(${ids}::uuid[])`,
        ),
      ({ grantId }) => grantId,
    ),
    grantsByPool: byArguments((page: PageRequest) =>
      pagesByParent(em, Grant, { reader: 'everybody', parent: 'pool_id', page }),
    ),
  };
}
