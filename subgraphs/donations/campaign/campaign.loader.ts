import type { EntityManager } from '@mikro-orm/postgresql';
import { oneByKey } from '#shared/loader.js';
import { Campaign } from './campaign.entity.js';

/** Batched reads of campaigns. */
export function campaignLoaders(em: EntityManager) {
  return {
    campaignById: oneByKey<Campaign>(
      (ids) => em.find(Campaign, { id: { $in: [...ids] } }),
      ({ id }) => id,
    ),
  };
}
