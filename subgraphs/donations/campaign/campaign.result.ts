import { createUnionType } from 'type-graphql';
import { connectionType } from '#shared/connection.js';
import { InvalidInput, InvalidTransition, StaleVersion, UnknownReference } from '#shared/problem.js';
import { Campaign } from './campaign.entity.js';

export const CampaignConnection = connectionType('Campaign', () => Campaign);

export const OpenCampaignResult = createUnionType({
  name: 'OpenCampaignResult',
  types: () => [Campaign, InvalidInput, UnknownReference] as const,
});

export const CloseCampaignResult = createUnionType({
  name: 'CloseCampaignResult',
  types: () => [Campaign, InvalidInput, InvalidTransition, StaleVersion] as const,
});
