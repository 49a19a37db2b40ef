import type { RequestContext } from '#shared/subgraph.js';
import { agreementLoaders } from './agreement/agreement.loader.js';
import { resourceLinkLoaders } from './link/resource-link.loader.js';
import type { NetworkAnalysis } from './network/analysis.js';
import { partnerLoaders } from './partner/partner.loader.js';
import { qualificationLoaders } from './qualification/qualification.loader.js';
import { resourceLoaders } from './resource/resource.loader.js';
import { suggestionLoaders } from './suggestion/suggestion.loader.js';
import type { Action } from './policy.js';

export type PartnersContext = ReturnType<typeof createContext>;

/** Builds what one request of this subgraph needs: its own loaders, and the network that all share. */
export function createContext(request: RequestContext<Action>, network: NetworkAnalysis) {
  const { em, fields, viewer } = request;
  // The first network is there sooner when its threads have begun with what an analyst asks before.
  if (viewer.roles.includes('analyst')) network.wake();
  return {
    ...request,
    network,
    ...partnerLoaders(em, fields),
    ...agreementLoaders(em),
    ...qualificationLoaders(em),
    ...resourceLoaders(em, fields),
    ...resourceLinkLoaders(em, fields),
    ...suggestionLoaders(em, request),
  };
}
