import { campaignStatuses, grantStatuses } from '../kit/codes.js';
import { periodIn } from '../kit/period.js';
import { oneOf, type Search, someOf, textIn } from '../kit/search.js';

export type CampaignStatus = keyof typeof campaignStatuses;
export type GrantStatus = keyof typeof grantStatuses;
export const campaignStates = Object.keys(campaignStatuses) as CampaignStatus[];
export const grantStates = Object.keys(grantStatuses) as GrantStatus[];

/** What the address of this page holds. */
export interface FundsSearch {
  area?: string | undefined;
  period?: string | undefined;
  /** Months instead of years in the chart. */
  by?: 'month' | undefined;
  /** States of the campaigns and of the grants that are listed; all when left out. */
  campaign?: CampaignStatus[] | undefined;
  grant?: GrantStatus[] | undefined;
  /** Id of the organization whose concentration is shown. */
  organization?: string | undefined;
}

/** Reads it; what it does not know is left out. */
export const fundsSearch = (search: Search): FundsSearch => ({
  area: textIn(search['area']),
  period: periodIn(search['period']),
  by: oneOf(['month'], search['by']),
  campaign: someOf(campaignStates, search['campaign']),
  grant: someOf(grantStates, search['grant']),
  organization: textIn(search['organization']),
});
