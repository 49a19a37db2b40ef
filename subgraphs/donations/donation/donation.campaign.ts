import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOf } from '#shared/database/rows.js';
import { sql } from '#shared/database/sql.js';
import { problem } from '#shared/problem.js';
import { today } from '#shared/today.js';
import { type Campaign, CampaignStatus } from '../campaign/campaign.entity.js';
import type { RecordDonationInput } from './donation.input.js';
import { CampaignNotOpen } from './donation.result.js';
import { givenOn } from './donation.rule.js';

/** What decides whether a campaign takes a gift. */
export type CampaignWindow = Pick<Campaign, 'id' | 'status' | 'startsOn' | 'endsOn'>;

/** Says that a campaign takes no gift of this day. */
export function closedCampaign(
  { status, startsOn, endsOn }: CampaignWindow,
  input: RecordDonationInput,
): CampaignNotOpen | null {
  const day = givenOn(input, today());
  const runs = startsOn <= day && (endsOn === null || day < endsOn);
  if (status === CampaignStatus.OPEN && runs) return null;
  const window = `from ${startsOn} ${endsOn === null ? 'on' : `to before ${endsOn}`}`;
  const message = `campaignId: the campaign is ${status} and runs ${window}; ${day} found.`;
  return problem(CampaignNotOpen, { code: 'CAMPAIGN_NOT_OPEN', message, status });
}

/** Holds campaigns so that they cannot close meanwhile; gifts do not wait for each other. */
export async function holdCampaigns(
  em: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CampaignWindow>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf<CampaignWindow>(
    em,
    sql`select id, status, starts_on::text as "startsOn", ends_on::text as "endsOn" from donations.campaign
      where id = any(${ids}::uuid[]) order by id for share`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
