import type { Subgraph } from '#shared/subgraph.js';
import { books } from './books.js';
import { CooperationAgreement } from './agreement/agreement.entity.js';
import { CooperationAgreementResolver } from './agreement/agreement.resolver.js';
import { AreaResolver } from './area/area.resolver.js';
import { AreaStub } from './area/area.stub.js';
import { CoverageResolver } from './coverage-matrix/coverage-matrix.resolver.js';
import { createContext, type PartnersContext } from './context.js';
import { loadDemo } from './demo/load.js';
import { imports } from './imports.js';
import { LinkEvent, ResourceLink } from './link/resource-link.entity.js';
import { ResourceLinkResolver } from './link/resource-link.resolver.js';
import { Partners20261124 } from './migrations/2026-11-24-partners.js';
import { Partners20261125 } from './migrations/2026-11-25-partners-writing.js';
import { Partners20261126Imports } from './migrations/2026-11-26-partners-imports.js';
import { Partners20261126LargeNetwork } from './migrations/2026-11-26-partners-large-network.js';
import { Partners20261126Network } from './migrations/2026-11-26-partners-network.js';
import { Partners20261126Versions } from './migrations/2026-11-26-partners-versions.js';
import { NetworkAnalysis } from './network/analysis.js';
import { NetworkResolver } from './network/network.resolver.js';
import { NetworkNodeResolver } from './network/node.resolver.js';
import { NetworkStructureResolver } from './network/structure.resolver.js';
import { Partners20261126Analyses } from './migrations/2026-11-26-partners-analyses.js';
import { OrganizationResolver } from './organization/organization.resolver.js';
import { OrganizationStub } from './organization/organization.stub.js';
import { Partner } from './partner/partner.entity.js';
import { PartnerResolver } from './partner/partner.resolver.js';
import { ProjectResolver } from './project/project.resolver.js';
import { ProjectStub } from './project/project.stub.js';
import { FundraisingQualification } from './qualification/qualification.entity.js';
import { QualificationResolver } from './qualification/qualification.resolver.js';
import { Resource } from './resource/resource.entity.js';
import { ResourceResolver } from './resource/resource.resolver.js';
import {
  OrganizationSuggestionsResolver,
  ResourceSuggestionResolver,
} from './suggestion/suggestion.resolver.js';
import { policy } from './policy.js';

/** Partners, their agreements and resources, and the links of resources to organizations. */
export const partners: Subgraph<PartnersContext> = {
  name: 'partners',
  entities: [Partner, CooperationAgreement, FundraisingQualification, Resource, ResourceLink, LinkEvent],
  migrations: [
    { name: '2026-11-24-partners', class: Partners20261124 },
    { name: '2026-11-25-partners-writing', class: Partners20261125 },
    { name: '2026-11-26-partners-versions', class: Partners20261126Versions },
    { name: '2026-11-26-partners-network', class: Partners20261126Network },
    { name: '2026-11-26-partners-large-network', class: Partners20261126LargeNetwork },
    { name: '2026-11-26-partners-analyses', class: Partners20261126Analyses },
    { name: '2026-11-26-partners-imports', class: Partners20261126Imports },
  ],
  resolvers: [
    PartnerResolver,
    CooperationAgreementResolver,
    QualificationResolver,
    ResourceResolver,
    ResourceLinkResolver,
    OrganizationResolver,
    OrganizationSuggestionsResolver,
    ResourceSuggestionResolver,
    ProjectResolver,
    AreaResolver,
    NetworkResolver,
    NetworkNodeResolver,
    NetworkStructureResolver,
    CoverageResolver,
  ],
  owns: ['Partner', 'Resource', 'ResourceLink'],
  stubs: [OrganizationStub, ProjectStub, AreaStub],
  references: {
    Partner: ({ id }: { id: string }, { partnerById }) => partnerById.load(id),
    Resource: ({ id }: { id: string }, { resourceById }) => resourceById.load(id),
    ResourceLink: ({ id }: { id: string }, { resourceLinkById }) => resourceLinkById.load(id),
    Organization: ({ id }: { id: string }) => Object.assign(new OrganizationStub(), { id }),
    Project: ({ id }: { id: string }) => Object.assign(new ProjectStub(), { id }),
    Area: ({ code }: { code: string }) => Object.assign(new AreaStub(), { code }),
  },
  policy,
  imports,
  books,
  openBackground: (place) => new NetworkAnalysis(place),
  createContext,
  loadDemo,
};
