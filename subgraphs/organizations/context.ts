import type { RequestContext } from '#shared/subgraph.js';
import { areaLoaders } from './area/area.loader.js';
import { awardLoaders } from './award/award.loader.js';
import { complianceLoaders } from './compliance/compliance.queries.js';
import { incubationLoaders } from './incubation/incubation.loader.js';
import { organizationLoaders } from './organization/organization.loader.js';
import { projectLoaders } from './project/project.loader.js';
import type { Action } from './policy.js';

export type OrganizationsContext = ReturnType<typeof createContext>;

/** Builds what one request of this subgraph needs: its own loaders. */
export function createContext(request: RequestContext<Action>) {
  const { em } = request;
  return {
    ...request,
    ...areaLoaders(em),
    ...organizationLoaders(em),
    ...incubationLoaders(em),
    ...projectLoaders(em),
    ...awardLoaders(em),
    ...complianceLoaders(em),
    /** Asks the partners subgraph which organizations, perhaps among some, have an edge valid today with a partner of this kind. */
    linkedOrganizationIds: async (
      partnerKind: string,
      area: string | null,
      among: readonly string[] | null = null,
    ): Promise<string[]> => {
      const query =
        'query Linked($partnerKind: PartnerKind!, $area: AreaCode, $among: [ID!]) { linkedOrganizationIds(partnerKind: $partnerKind, area: $area, among: $among) }';
      const answer = await request.directory.ask<{ linkedOrganizationIds: string[] }>('partners', {
        query,
        variables: { partnerKind, area, among },
        viewer: request.viewer,
      });
      return answer.linkedOrganizationIds;
    },
  };
}
