import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesWhere } from '#shared/database/rows.js';
import { always, sql } from '#shared/database/sql.js';
import { FundingPool } from './funding-pool.entity.js';

/** A city has a handful of pools; the bound only keeps a mistake from filling the answer. */
const poolMax = 1_000;

/** Lists the pools, oldest record first. */
export function listFundingPools(em: EntityManager): Promise<FundingPool[]> {
  const inOrder = sql`order by row.created_at, row.id limit ${poolMax}`;
  return entitiesWhere(em, 'everybody', FundingPool, always, inOrder);
}
