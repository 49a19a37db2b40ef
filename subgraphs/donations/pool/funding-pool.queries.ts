import type { EntityManager } from '@mikro-orm/postgresql';
import { FundingPool } from './funding-pool.entity.js';

/** A city has a handful of pools; the bound only keeps a mistake from filling the answer. */
const poolMax = 1_000;

/** Lists the pools, oldest record first. */
export function listFundingPools(em: EntityManager): Promise<FundingPool[]> {
  return em.find(FundingPool, {}, { orderBy: { createdAt: 'asc', id: 'asc' }, limit: poolMax });
}
