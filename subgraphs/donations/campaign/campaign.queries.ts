import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
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

/** Lists the internet platforms that are designated for public fundraising on a day (R-FND-06). */
export async function listDesignatedPlatforms(em: EntityManager, on: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from donations.fundraising_platform
    where designated_from <= ${on}::date and coalesce(designated_to > ${on}::date, true) order by id`.execute(
    em.getKysely(),
  );
  return rows.map(({ id }) => id);
}
