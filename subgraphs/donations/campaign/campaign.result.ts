import { connectionType } from '#shared/connection.js';
import { Campaign } from './campaign.entity.js';

export const CampaignConnection = connectionType('Campaign', () => Campaign);
