import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesByKey } from '#shared/database/rows.js';
import { manyByKey, oneByKey } from '#shared/loader.js';
import { CampaignEvent } from './campaign-event.entity.js';
import { CampaignContact, CampaignPlan } from './campaign-plan.entity.js';
import { Campaign } from './campaign.entity.js';

/** Batched reads of campaigns and what belongs to them. */
export function campaignLoaders(em: EntityManager) {
  return {
    campaignById: oneByKey<Campaign>(
      (ids) => entitiesByKey(em, 'everybody', Campaign, 'id', ids),
      ({ id }) => id,
    ),
    eventsByCampaign: manyByKey<CampaignEvent>(
      (ids) =>
        entitiesByKey(em, 'everybody', CampaignEvent, 'campaignId', ids, 'row.campaign_id, row.position'),
      ({ campaignId }) => campaignId,
    ),
    planByCampaign: oneByKey<CampaignPlan>(
      (ids) => entitiesByKey(em, 'everybody', CampaignPlan, 'campaignId', ids),
      ({ campaignId }) => campaignId,
    ),
    contactByCampaign: oneByKey<CampaignContact>(
      (ids) => entitiesByKey(em, 'viewer', CampaignContact, 'campaignId', ids),
      ({ campaignId }) => campaignId,
    ),
  };
}
