import type { RequestContext } from '#shared/subgraph.js';
import { agreementLoaders } from './agreement/agreement.loader.js';
import { resourceLinkLoaders } from './link/resource-link.loader.js';
import { partnerLoaders } from './partner/partner.loader.js';
import { qualificationLoaders } from './qualification/qualification.loader.js';
import { resourceLoaders } from './resource/resource.loader.js';
import { suggestionLoaders } from './suggestion/suggestion.loader.js';
import type { Action } from './policy.js';

export type PartnersContext = ReturnType<typeof createContext>;

/** Builds what one request of this subgraph needs: its own loaders. */
export function createContext(request: RequestContext<Action>) {
  const { em, fields } = request;
  return {
    ...request,
    ...partnerLoaders(em, fields),
    ...agreementLoaders(em),
    ...qualificationLoaders(em),
    ...resourceLoaders(em, fields),
    ...resourceLinkLoaders(em, fields),
    ...suggestionLoaders(em, request),
  };
}
