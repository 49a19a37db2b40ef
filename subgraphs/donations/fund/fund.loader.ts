import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { byArguments, manyByKey } from '#shared/loader.js';
import type { Days } from '#shared/period.js';
import { countDonors, type FundSums, type OwnerKey, sumFunds, sumMonths } from './fund.queries.js';
import { FundSummary } from './fund.result.js';

/** Batched reads of sums: all owners of a request, of whatever kind, share one statement per period. */
export function fundLoaders(em: EntityManager) {
  return { fundsByOwner: byArguments((days: Days | null) => summaryLoader(em, days)) };
}

function summaryLoader(em: EntityManager, days: Days | null) {
  const sums = new DataLoader<OwnerKey, FundSums>((keys) => sumFunds(em, keys, days));
  const months = manyByKey(
    (keys) => sumMonths(em, keys as readonly OwnerKey[], days),
    ({ key }) => key,
  );
  return {
    load: async (key: OwnerKey): Promise<FundSummary> => {
      const kept = await sums.load(key);
      return new FundSummary(kept, {
        months: () => months.load(key),
        donors: async () => (days === null ? kept.donors : countDonors(em, key, days)),
      });
    },
  };
}
