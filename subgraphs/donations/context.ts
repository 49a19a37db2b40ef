import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '#shared/viewer.js';
import { campaignLoaders } from './campaign/campaign.loader.js';
import { fundLoaders } from './fund/fund.loader.js';
import { grantLoaders } from './grant/grant.loader.js';

export type DonationsContext = ReturnType<typeof createContext>;

/** Builds what one request of this subgraph needs: its own entity manager and loaders. */
export function createContext(em: EntityManager, viewer: Viewer) {
  return { em, viewer, ...campaignLoaders(em), ...fundLoaders(em), ...grantLoaders(em) };
}
