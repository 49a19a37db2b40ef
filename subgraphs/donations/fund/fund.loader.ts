import type { EntityManager } from '@mikro-orm/postgresql';
import { byArguments, eachInOrder, manyByKey, type Read } from '#shared/loader.js';
import type { Days } from '#shared/period.js';
import type { FieldsAsked } from '#shared/fields-asked.js';
import { allSums, countDonors, type FundSums, type OwnerKey, sumFunds, sumMonths } from './fund.queries.js';
import { FundSummary } from './fund.result.js';

/** Batched reads of sums: all owners of a request, of whatever kind, share one statement per period. */
export function fundLoaders(em: EntityManager, fields: FieldsAsked) {
  return { fundsByOwner: byArguments((days: Days | null) => summaryLoader(em, fields, days)) };
}

/** What fields of a summary are made of; one that is not named here may be made of anything. */
const needs: Readonly<Record<string, readonly (keyof FundSums)[]>> = {
  raised: ['cashFen', 'inKindFen', 'refundedFen'],
  raisedCash: ['cashFen'],
  raisedInKind: ['inKindFen'],
  pledged: ['pledgedFen'],
  refunded: ['refundedFen'],
  granted: ['grantedFen'],
  disbursed: ['disbursedFen'],
  donationCount: ['donations'],
  donorCount: ['donors'],
  byMonth: [],
  byYear: [],
  __typename: [],
};

function sumsShown(fields: FieldsAsked): readonly (keyof FundSums)[] {
  const asked = [...fields.of('FundSummary')];
  if (asked.some((field) => needs[field] === undefined)) return allSums;
  const needed = new Set(asked.flatMap((field) => needs[field] ?? []));
  return allSums.filter((name) => needed.has(name));
}

function summaryLoader(em: EntityManager, fields: FieldsAsked, days: Days | null) {
  const names = sumsShown(fields);
  // A sum that no field is made of is not there, and no field looks for it.
  const sums = eachInOrder(
    (keys) => sumFunds(em, keys as readonly OwnerKey[], days, names) as Promise<FundSums[]>,
  );
  const months = manyByKey(
    (keys) => sumMonths(em, keys as readonly OwnerKey[], days),
    ({ key }) => key,
  );
  return {
    load: (key: OwnerKey): Read<FundSummary> =>
      sums.load(key).as(
        (kept) =>
          new FundSummary(kept, {
            months: () => months.load(key),
            donors: async () => (days === null ? kept.donors : countDonors(em, key, days)),
          }),
      ),
  };
}
