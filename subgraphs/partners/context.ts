import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '#shared/viewer.js';
import { agreementLoaders } from './agreement/agreement.loader.js';
import { resourceLinkLoaders } from './link/resource-link.loader.js';
import { partnerLoaders } from './partner/partner.loader.js';
import { resourceLoaders } from './resource/resource.loader.js';

export type PartnersContext = ReturnType<typeof createContext>;

/** Builds what one request of this subgraph needs: its own entity manager and loaders. */
export function createContext(em: EntityManager, viewer: Viewer) {
  return {
    em,
    viewer,
    ...partnerLoaders(em),
    ...agreementLoaders(em),
    ...resourceLoaders(em),
    ...resourceLinkLoaders(em),
  };
}
