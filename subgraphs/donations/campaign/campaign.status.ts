import type { Transitions } from '#shared/transition.js';
import { CampaignStatus as S } from './campaign.entity.js';

/**
 * Where a campaign may go. A targeted campaign is not filed, and one that answers an emergency is filed after its start (R-FND-03),
 * so a draft may open directly. What was given cannot be called off: only a campaign that received nothing is CANCELLED.
 */
export const campaignTransitions: Transitions<S> = {
  [S.DRAFT]: [S.FILED, S.OPEN, S.CANCELLED],
  [S.FILED]: [S.OPEN, S.CANCELLED],
  [S.OPEN]: [S.CLOSED, S.CANCELLED],
  [S.CLOSED]: [],
  [S.CANCELLED]: [],
};
