import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { entityOf, rowsOf } from '#shared/database/rows.js';
import { manyByKey, oneByKey } from '#shared/loader.js';
import { CampaignEvent } from './campaign-event.entity.js';
import { CampaignContact, CampaignPlan } from './campaign-plan.entity.js';
import { Campaign } from './campaign.entity.js';

/** Batched reads of campaigns and what belongs to them. */
export function campaignLoaders(em: EntityManager) {
  return {
    campaignById: oneByKey<Campaign>(
      (ids) => em.find(Campaign, { id: { $in: [...ids] } }),
      ({ id }) => id,
    ),
    eventsByCampaign: manyByKey<CampaignEvent>(
      (ids) =>
        em.find(
          CampaignEvent,
          { campaignId: { $in: [...ids] } },
          { orderBy: { campaignId: 'asc', position: 'asc' } },
        ),
      ({ campaignId }) => campaignId,
    ),
    planByCampaign: oneByKey<CampaignPlan>(
      (ids) => em.find(CampaignPlan, { campaignId: { $in: [...ids] } }),
      ({ campaignId }) => campaignId,
    ),
    contactByCampaign: oneByKey<CampaignContact>(
      async (ids) => {
        const found = sql<object>`select * from donations.campaign_contact where campaign_id = any(${[...ids]}::uuid[])`;
        return (await rowsOf(em, found)).map((row) => entityOf(em, CampaignContact, row));
      },
      ({ campaignId }) => campaignId,
    ),
  };
}
