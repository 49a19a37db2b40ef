import type { EntityManager } from '@mikro-orm/postgresql';
import type { Directory } from '#shared/directory.js';
import type { Viewer } from '#shared/viewer.js';
import { areaLoaders } from './area/area.loader.js';
import { awardLoaders } from './award/award.loader.js';
import { incubationLoaders } from './incubation/incubation.loader.js';
import { organizationLoaders } from './organization/organization.loader.js';
import { projectLoaders } from './project/project.loader.js';

export type OrganizationsContext = ReturnType<typeof createContext>;

/** Builds what one request of this subgraph needs: its own entity manager and loaders. */
export function createContext(em: EntityManager, viewer: Viewer, directory: Directory) {
  return {
    em,
    viewer,
    ...areaLoaders(em),
    ...organizationLoaders(em),
    ...incubationLoaders(em),
    ...projectLoaders(em),
    ...awardLoaders(em),
    /** Asks the partners subgraph which organizations have an ACTIVE link with a partner of this kind. */
    linkedOrganizationIds: async (partnerKind: string, area: string | null): Promise<string[]> => {
      const query =
        'query Linked($partnerKind: PartnerKind!, $area: AreaCode) { linkedOrganizationIds(partnerKind: $partnerKind, area: $area) }';
      const answer = await directory.ask<{ linkedOrganizationIds: string[] }>('partners', {
        query,
        variables: { partnerKind, area },
        viewer,
      });
      return answer.linkedOrganizationIds;
    },
  };
}
