import type { EntityManager } from '@mikro-orm/postgresql';
import { byArguments, eachInOrder } from '#shared/loader.js';
import type { Days } from '#shared/period.js';
import { readShares } from './concentration.queries.js';
import type { Shares } from './concentration.rule.js';

/** Batched shares of funders: one statement for all organizations of a list and period. */
export function concentrationLoaders(em: EntityManager) {
  return {
    sharesByOrganization: byArguments((days: Days | null) =>
      eachInOrder<Shares | null>((ids) => readShares(em, ids, days)),
    ),
  };
}
