import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import { type Page, pageOf, placeByCreation } from '#shared/connection.js';
import { behindPlace } from '#shared/database/keyset.js';
import type { PageRequest } from '#shared/page.js';
import { Campaign, type CampaignStatus } from './campaign.entity.js';

/** Finds campaigns in any of the states (all when none is given), oldest record first. */
export async function searchCampaigns(
  em: EntityManager,
  page: PageRequest,
  states: readonly CampaignStatus[] | null,
): Promise<Page<Campaign>> {
  const filter: FilterQuery<Campaign> = states === null ? {} : { status: { $in: [...states] } };
  const found = await em.find(
    Campaign,
    { $and: [filter, behindPlace('createdAt', page.after)] },
    { orderBy: { createdAt: 'asc', id: 'asc' }, limit: page.first + 1 },
  );
  return pageOf(found, page, {
    order: 'CREATED_AT',
    placeOf: placeByCreation,
    total: () => em.count(Campaign, filter),
  });
}
