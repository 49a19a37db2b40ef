import type { RequestContext } from '#shared/subgraph.js';
import { campaignLoaders } from './campaign/campaign.loader.js';
import { concentrationLoaders } from './concentration/concentration.loader.js';
import { donationLoaders } from './donation/donation.loader.js';
import { fundLoaders } from './fund/fund.loader.js';
import { grantLoaders } from './grant/grant.loader.js';
import type { Action } from './policy.js';

export type DonationsContext = ReturnType<typeof createContext>;

/** Builds what one request of this subgraph needs: its own loaders. */
export function createContext(request: RequestContext<Action>) {
  const { em, fields } = request;
  return {
    ...request,
    ...campaignLoaders(em),
    ...donationLoaders(em),
    ...fundLoaders(em, fields),
    ...grantLoaders(em),
    ...concentrationLoaders(em),
  };
}
