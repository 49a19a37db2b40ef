import type { EntityManager } from '@mikro-orm/postgresql';
import type { Page } from '#shared/connection.js';
import { pageByCreation } from '#shared/database/list-page.js';
import { publicRowsOf } from '#shared/database/rows.js';
import { allOf, always, sql } from '#shared/database/sql.js';
import { withinArea } from '#shared/database/within-area.js';
import type { PageRequest } from '#shared/page.js';
import { Campaign, type CampaignStatus } from './campaign.entity.js';

/** Finds campaigns in any of the states and in an area (all when none is given), oldest record first. */
export function searchCampaigns(
  em: EntityManager,
  page: PageRequest,
  states: readonly CampaignStatus[] | null,
  area: string | null,
): Promise<Page<Campaign>> {
  const inState = states === null ? always : sql`row.status = any(${states}::text[])`;
  return pageByCreation(em, 'everybody', Campaign, page, allOf([inState, withinArea(area)]));
}

/** Lists the internet platforms that are designated for public fundraising on a day (R-FND-06). */
export async function listDesignatedPlatforms(em: EntityManager, on: string): Promise<string[]> {
  const rows = await publicRowsOf<{ id: string }>(
    em,
    sql`select id from donations.fundraising_platform
      where designated_from <= ${on}::date and coalesce(designated_to > ${on}::date, true) order by id`,
  );
  return rows.map(({ id }) => id);
}
