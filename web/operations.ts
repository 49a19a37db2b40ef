// Written by `npm run schema` from web/operations: what each operation takes and answers, and the id that it is asked by.
import { trusted } from './kit/client.js';
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ConcentrationBand =
  | 'LOW'
  | 'MODERATE'
  | 'HIGH';

export type Currency =
  | 'CNY';

export type DonationKind =
  | 'CASH'
  | 'IN_KIND';

export type DonationStatus =
  | 'PLEDGED'
  | 'RECEIVED'
  | 'PARTLY_REFUNDED'
  | 'REFUNDED'
  | 'REVERSED';

export type EdgeKind =
  | 'RESOURCE_LINK'
  | 'AGREEMENT';

export type IncubationStage =
  | 'APPLIED'
  | 'SCREENING'
  | 'REVIEWING'
  | 'PUBLICIZED'
  | 'ADMITTED'
  | 'INCUBATING'
  | 'MIDTERM_REVIEW'
  | 'RECTIFYING'
  | 'FINAL_REVIEW'
  | 'EXTENDED'
  | 'GRADUATED'
  | 'ALUMNI'
  | 'REJECTED'
  | 'WITHDRAWN'
  | 'EXITED';

export type NetworkFilter = {
  readonly area?: string | null | undefined;
  readonly edgeKinds?: ReadonlyArray<EdgeKind> | null | undefined;
  readonly partnerKind?: ReadonlyArray<PartnerKind> | null | undefined;
  readonly category?: ReadonlyArray<ResourceCategory> | null | undefined;
  readonly validOn?: string | null | undefined;
};

export type NodeKind =
  | 'ORGANIZATION'
  | 'PARTNER'
  | 'PROJECT';

export type OrganizationKind =
  | 'SOCIAL_ASSOCIATION'
  | 'SOCIAL_SERVICE_AGENCY'
  | 'FOUNDATION'
  | 'COMMUNITY_ORGANIZATION'
  | 'VOLUNTEER_TEAM'
  | 'SERVICE_PLATFORM'
  | 'INCUBATION_BASE'
  | 'MASTER_STUDIO'
  | 'PARTY_MASS_SERVICE_CENTER';

export type PartnerKind =
  | 'UNIVERSITY'
  | 'FOUNDATION'
  | 'CHARITY_PLATFORM'
  | 'CHARITY_ORGANIZATION'
  | 'ENTERPRISE'
  | 'GOVERNMENT_BODY'
  | 'PROCURATORATE';

export type Provenance =
  | 'PUBLISHED'
  | 'REGISTERED'
  | 'IMPORTED'
  | 'SYNTHETIC';

export type RegisterResourceInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly partnerId: string;
  readonly title: string;
  readonly description?: string | null | undefined;
  readonly category: ResourceCategory;
  readonly capacity: string;
  readonly unit: string;
  readonly areaCodes?: ReadonlyArray<string> | null | undefined;
  readonly availableFrom?: string | null | undefined;
  readonly availableTo?: string | null | undefined;
  readonly publish?: boolean | null | undefined;
};

export type RegistrationStatus =
  | 'REGISTERED'
  | 'FILED'
  | 'UNREGISTERED'
  | 'DEREGISTERED'
  | 'REVOKED';

export type ResourceCategory =
  | 'VENUE'
  | 'FUND'
  | 'GOODS'
  | 'EXPERT'
  | 'VOLUNTEER_TIME'
  | 'TRAINING'
  | 'PROJECT'
  | 'EQUIPMENT'
  | 'MEDIA';

export type ResourceLinkStatus =
  | 'PROPOSED'
  | 'ACCEPTED'
  | 'ACTIVE'
  | 'FULFILLED'
  | 'DECLINED'
  | 'CANCELLED';

export type ResourceStatus =
  | 'DRAFT'
  | 'PUBLISHED'
  | 'WITHDRAWN';

export type ExploreRobustnessQueryVariables = Exact<{
  filter?: NetworkFilter | null | undefined;
}>;


export type ExploreRobustnessQuery = { readonly linkRobustness: { readonly cutPointCount: number, readonly bridgeCount: number, readonly cutPoints: ReadonlyArray<{ readonly organizationsCutOff: number, readonly node: { readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly organization: { readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string } } | null, readonly partner: { readonly name: string, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string } | null } }> } };

export type ExploreCoverageQueryVariables = Exact<{
  area: string;
}>;


export type ExploreCoverageQuery = { readonly coverageMatrix: { readonly area: { readonly name: string }, readonly rows: ReadonlyArray<{ readonly organizations: number, readonly communitiesWithoutLink: number, readonly area: { readonly code: string, readonly name: string }, readonly cells: ReadonlyArray<{ readonly category: ResourceCategory, readonly need: number, readonly supply: number, readonly gap: number }> }> } };

export type ExploreAreasQueryVariables = Exact<{
  code: string;
}>;


export type ExploreAreasQuery = { readonly area: { readonly code: string, readonly name: string, readonly children: ReadonlyArray<{ readonly code: string, readonly name: string }> } | null };

export type CityDashboardQueryVariables = Exact<{
  area: string;
}>;


export type CityDashboardQuery = { readonly area: { readonly name: string, readonly organizationCounts: { readonly total: number, readonly certifiedSocialWorkers: number, readonly volunteers: number, readonly byKind: ReadonlyArray<{ readonly kind: OrganizationKind, readonly count: number }> }, readonly incubationFunnel: ReadonlyArray<{ readonly stage: IncubationStage, readonly reached: number, readonly current: number }>, readonly linkSummary: { readonly active: number, readonly organizationsLinked: number, readonly partnersLinked: number, readonly byCategory: ReadonlyArray<{ readonly category: ResourceCategory, readonly count: number }> }, readonly funds: { readonly donationCount: number, readonly raised: { readonly amount: string }, readonly raisedCash: { readonly amount: string }, readonly raisedInKind: { readonly amount: string }, readonly byYear: ReadonlyArray<{ readonly year: number, readonly raised: { readonly amount: string } }> } } | null, readonly organizations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: OrganizationKind, readonly incubationStatus: IncubationStage | null, readonly resourceLinks: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly status: ResourceLinkStatus, readonly quantity: string, readonly resource: { readonly title: string, readonly category: ResourceCategory, readonly partner: { readonly name: string, readonly kind: PartnerKind } } }> }, readonly funds: { readonly donationCount: number, readonly raised: { readonly amount: string } } }> } };

export type ExploreProjectQueryVariables = Exact<{
  id: string;
}>;


export type ExploreProjectQuery = { readonly project: { readonly id: string, readonly name: string, readonly beneficiaries: ReadonlyArray<string>, readonly startedOn: string | null, readonly endedOn: string | null, readonly provenance: Provenance, readonly organization: { readonly id: string, readonly name: string }, readonly resourceLinks: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ResourceLinkStatus, readonly startsOn: string | null, readonly endsOn: string | null, readonly resource: { readonly title: string, readonly category: ResourceCategory }, readonly partner: { readonly id: string, readonly name: string } }> } } | null };

export type ExploreNetworkQueryVariables = Exact<{
  filter?: NetworkFilter | null | undefined;
  maxNodes: number;
}>;


export type ExploreNetworkQuery = { readonly linkNetwork: { readonly nodeCount: number, readonly edgeCount: number, readonly density: number, readonly components: number, readonly modularity: number | null, readonly truncated: boolean, readonly dataVersion: string, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly betweenness: number, readonly betweennessPercentile: number, readonly community: number, readonly x: number, readonly y: number, readonly organization: { readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string } } | null, readonly partner: { readonly name: string, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string } | null }>, readonly edges: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }> } };

export type ExploreAroundUnmeasuredQueryVariables = Exact<{
  id: string;
  filter?: NetworkFilter | null | undefined;
  maxNodes: number;
}>;


export type ExploreAroundUnmeasuredQuery = { readonly egoNetwork: { readonly nodeCount: number, readonly edgeCount: number, readonly density: number, readonly components: number, readonly truncated: boolean, readonly dataVersion: string, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly x: number, readonly y: number, readonly organization: { readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string } } | null, readonly partner: { readonly name: string, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string } | null }>, readonly edges: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }> } | null };

export type RegisterResourceMutationVariables = Exact<{
  input: RegisterResourceInput;
}>;


export type RegisterResourceMutation = { readonly registerResource:
    | { readonly __typename: 'Resource', readonly id: string, readonly title: string, readonly status: ResourceStatus, readonly remaining: string, readonly version: number }
    | { readonly __typename: 'InvalidInput', readonly problems: ReadonlyArray<{ readonly field: string, readonly code: string, readonly message: string }> }
    | { readonly __typename: 'ResourceAlreadyRegistered', readonly message: string }
    | { readonly __typename: 'UnknownReference', readonly field: string, readonly message: string }
   };

export type ExploreSingleSourceQueryVariables = Exact<{
  area?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type ExploreSingleSourceQuery = { readonly singleSourceOrganizations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly name: string }, readonly fundingConcentration: { readonly topShare: number, readonly effectiveFunders: number } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ExploreCommunitiesQueryVariables = Exact<{
  filter?: NetworkFilter | null | undefined;
}>;


export type ExploreCommunitiesQuery = { readonly linkCommunities: { readonly communityCount: number, readonly modularity: number | null, readonly isWeak: boolean, readonly communities: ReadonlyArray<{ readonly community: number, readonly size: number, readonly organizations: number, readonly partners: number, readonly projects: number, readonly topPartnerKind: PartnerKind | null, readonly topAreaCode: string | null, readonly greatest: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly organization: { readonly name: string } | null, readonly partner: { readonly name: string } | null, readonly project: { readonly name: string } | null }> }> } };

export type ExploreChangesQueryVariables = Exact<{
  from: string;
  to: string;
  filter?: NetworkFilter | null | undefined;
}>;


export type ExploreChangesQuery = { readonly linkNetworkChanges: { readonly addedCount: number, readonly endedCount: number, readonly joined: ReadonlyArray<string>, readonly left: ReadonlyArray<string>, readonly dataVersion: string, readonly added: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }>, readonly ended: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }>, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly x: number, readonly y: number, readonly organization: { readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string } } | null, readonly partner: { readonly name: string, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string } | null }> } };

export type ExploreSearchQueryVariables = Exact<{
  text: string;
}>;


export type ExploreSearchQuery = { readonly organizations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly name: string } }> }, readonly partners: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly partnerKind: PartnerKind }> } };

export type ExploreProgressQueryVariables = Exact<{
  filter?: NetworkFilter | null | undefined;
  maxNodes: number;
}>;


export type ExploreProgressQuery = { readonly linkNetworkProgress: { readonly betweenness: number, readonly layout: number, readonly isReady: boolean } };

export type ExploreNetworkUnmeasuredQueryVariables = Exact<{
  filter?: NetworkFilter | null | undefined;
  maxNodes: number;
}>;


export type ExploreNetworkUnmeasuredQuery = { readonly linkNetwork: { readonly nodeCount: number, readonly edgeCount: number, readonly density: number, readonly components: number, readonly truncated: boolean, readonly dataVersion: string, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly x: number, readonly y: number, readonly organization: { readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string } } | null, readonly partner: { readonly name: string, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string } | null }>, readonly edges: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }> } };

export type ExploreOrganizationQueryVariables = Exact<{
  id: string;
}>;


export type ExploreOrganizationQuery = { readonly organization: { readonly id: string, readonly name: string, readonly uscc: string | null, readonly kind: OrganizationKind, readonly registrationStatus: RegistrationStatus, readonly provenance: Provenance, readonly incubationStatus: IncubationStage | null, readonly certifiedSocialWorkers: number, readonly volunteers: number, readonly area: { readonly name: string }, readonly fundingConcentration: { readonly topShare: number, readonly band: ConcentrationBand, readonly effectiveFunders: number } | null, readonly resourceLinks: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ResourceLinkStatus, readonly startsOn: string | null, readonly endsOn: string | null, readonly resource: { readonly title: string, readonly category: ResourceCategory }, readonly partner: { readonly id: string, readonly name: string } }> }, readonly suggestedResources: ReadonlyArray<{ readonly score: number, readonly reasons: ReadonlyArray<string>, readonly resource: { readonly id: string, readonly title: string, readonly category: ResourceCategory, readonly partner: { readonly id: string, readonly name: string } } }> } | null };

export type ExploreBrokersQueryVariables = Exact<{
  filter?: NetworkFilter | null | undefined;
  degreeMax?: number | null | undefined;
}>;


export type ExploreBrokersQuery = { readonly brokers: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly betweenness: number, readonly betweennessPercentile: number, readonly organization: { readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string } } | null, readonly partner: { readonly name: string, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string } | null }> };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly subject: string | null, readonly roles: ReadonlyArray<string>, readonly partnerId: string | null, readonly organizationId: string | null } };

export type DonationsQueryVariables = Exact<{
  campaign?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DonationsQuery = { readonly donations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: DonationKind, readonly status: DonationStatus, readonly receivedOn: string, readonly anonymous: boolean, readonly donorName: string | null, readonly receiptNumber: string | null, readonly amount: { readonly amount: string, readonly currency: Currency }, readonly refunded: { readonly amount: string, readonly currency: Currency } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ExploreIdleQueryVariables = Exact<{
  area?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type ExploreIdleQuery = { readonly idleResources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly category: ResourceCategory, readonly capacity: string, readonly remaining: string, readonly unit: string, readonly partner: { readonly id: string, readonly name: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ExploreWithoutLinkQueryVariables = Exact<{
  area?: string | null | undefined;
  partnerKind: PartnerKind;
  maxHops: number;
  after?: string | null | undefined;
}>;


export type ExploreWithoutLinkQuery = { readonly organizationsWithoutLink: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly name: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly linkCoverage: { readonly organizations: number, readonly direct: number, readonly throughBase: number, readonly without: number } };

export type ExplorePartnerQueryVariables = Exact<{
  id: string;
}>;


export type ExplorePartnerQuery = { readonly partner: { readonly id: string, readonly name: string, readonly uscc: string | null, readonly kind: PartnerKind, readonly areaCode: string | null, readonly provenance: Provenance, readonly agreements: ReadonlyArray<{ readonly id: string, readonly title: string, readonly validFrom: string | null, readonly validTo: string | null, readonly organization: { readonly id: string, readonly name: string } | null }>, readonly resourceLinks: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ResourceLinkStatus, readonly startsOn: string | null, readonly endsOn: string | null, readonly resource: { readonly title: string, readonly category: ResourceCategory }, readonly organization: { readonly id: string, readonly name: string } }> } } | null };

export type ExplorePathQueryVariables = Exact<{
  from: string;
  to: string;
  filter?: NetworkFilter | null | undefined;
}>;


export type ExplorePathQuery = { readonly linkPath: ReadonlyArray<{ readonly length: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly organization: { readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string } } | null, readonly partner: { readonly name: string, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string } | null }>, readonly edges: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }> }>, readonly fromReach: { readonly organizations: number, readonly partners: number, readonly projects: number } | null, readonly toReach: { readonly organizations: number, readonly partners: number, readonly projects: number } | null, readonly fromOrganization: { readonly name: string } | null, readonly toOrganization: { readonly name: string } | null, readonly fromPartner: { readonly name: string } | null, readonly toPartner: { readonly name: string } | null, readonly fromProject: { readonly name: string } | null, readonly toProject: { readonly name: string } | null };

export type ExploreAroundQueryVariables = Exact<{
  id: string;
  filter?: NetworkFilter | null | undefined;
  maxNodes: number;
}>;


export type ExploreAroundQuery = { readonly egoNetwork: { readonly nodeCount: number, readonly edgeCount: number, readonly density: number, readonly components: number, readonly modularity: number | null, readonly truncated: boolean, readonly dataVersion: string, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly betweenness: number, readonly betweennessPercentile: number, readonly community: number, readonly x: number, readonly y: number, readonly organization: { readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string } } | null, readonly partner: { readonly name: string, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string } | null }>, readonly edges: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }> } | null };

export const CityDashboard = /* @__PURE__ */ trusted<CityDashboardQuery, CityDashboardQueryVariables>('sha256:1ea375ee6a12f18ed2c33d350d0c6352bb89736e691a4fa2f5f96dbb1ca3d31e');
export const Donations = /* @__PURE__ */ trusted<DonationsQuery, DonationsQueryVariables>('sha256:ad598ec176c328a643b7487f515c354d559b6e8764ecb2aad6436c6ae6ffa81b');
export const ExploreAreas = /* @__PURE__ */ trusted<ExploreAreasQuery, ExploreAreasQueryVariables>('sha256:188a6ac870423c44296ec0295e46d385c00ba324c93d5da398515234c4e9283f');
export const ExploreAround = /* @__PURE__ */ trusted<ExploreAroundQuery, ExploreAroundQueryVariables>('sha256:fe7147dea067b12d3c299a31a87552d812b1ce681e4c0de1163579e445240dba');
export const ExploreAroundUnmeasured = /* @__PURE__ */ trusted<ExploreAroundUnmeasuredQuery, ExploreAroundUnmeasuredQueryVariables>('sha256:3287f30787966d2d4154ede743520f837dba1cdb9c484d7a71980f921914487b');
export const ExploreBrokers = /* @__PURE__ */ trusted<ExploreBrokersQuery, ExploreBrokersQueryVariables>('sha256:953877ba6f338d79d439108769616382e250010c80e4763c416b3d3270913199');
export const ExploreChanges = /* @__PURE__ */ trusted<ExploreChangesQuery, ExploreChangesQueryVariables>('sha256:5fdb492f80f9b74188c9801ef109f949f7e6de8c3460375b2b09b42ca5fe5225');
export const ExploreCommunities = /* @__PURE__ */ trusted<ExploreCommunitiesQuery, ExploreCommunitiesQueryVariables>('sha256:50a30c1a141a32effe4ad0e4703580f8acf5fec39d22bac03c41912b4cbf98d1');
export const ExploreCoverage = /* @__PURE__ */ trusted<ExploreCoverageQuery, ExploreCoverageQueryVariables>('sha256:04de1da2614ad016b428a643d062e2539073c06f0b7f387b550d200cddbe6da0');
export const ExploreIdle = /* @__PURE__ */ trusted<ExploreIdleQuery, ExploreIdleQueryVariables>('sha256:bf3e3cff1aa671403b373431e1db79b6f2b68e55f0cb750d0966bf03ccec297a');
export const ExploreNetwork = /* @__PURE__ */ trusted<ExploreNetworkQuery, ExploreNetworkQueryVariables>('sha256:2fa0586eec01ea5962140076d46fad64761448a65b9d60247d0fcce1da97893d');
export const ExploreNetworkUnmeasured = /* @__PURE__ */ trusted<ExploreNetworkUnmeasuredQuery, ExploreNetworkUnmeasuredQueryVariables>('sha256:8cf55d7163540776b0f90e44811f7a139a7c4bfcc34c58c6bbc49877f5cf5b5e');
export const ExploreOrganization = /* @__PURE__ */ trusted<ExploreOrganizationQuery, ExploreOrganizationQueryVariables>('sha256:8e433ed5168f6eed4324c60f20d55f024e9c535055a7f277a08f94a9c4628e41');
export const ExplorePartner = /* @__PURE__ */ trusted<ExplorePartnerQuery, ExplorePartnerQueryVariables>('sha256:d3a8c8ee7ca07b18ce12eee9386264e5b8315605e68d9cfdcddd0292328c1799');
export const ExplorePath = /* @__PURE__ */ trusted<ExplorePathQuery, ExplorePathQueryVariables>('sha256:da04bcecff7c82a3b772d2c29ae3bfdb010c777dff114a582e3775f24ada6a88');
export const ExploreProgress = /* @__PURE__ */ trusted<ExploreProgressQuery, ExploreProgressQueryVariables>('sha256:805e6d3d64f12e229022310bf6ba70d2be73c80c6e011af31475ff02c26d3617');
export const ExploreProject = /* @__PURE__ */ trusted<ExploreProjectQuery, ExploreProjectQueryVariables>('sha256:2f079c92b274aac99d7a170e472ad43dc947027a9a5774b57221ca223b0bb544');
export const ExploreRobustness = /* @__PURE__ */ trusted<ExploreRobustnessQuery, ExploreRobustnessQueryVariables>('sha256:03a9df0226e60f753bce6b5800a926454fe0c309fa81fb0f63a55644aafdd9e1');
export const ExploreSearch = /* @__PURE__ */ trusted<ExploreSearchQuery, ExploreSearchQueryVariables>('sha256:73205c6d0fc8b6d775dee006e4b2e0e2539e6e5dcc4f020f4a0b9d2bd923e56a');
export const ExploreSingleSource = /* @__PURE__ */ trusted<ExploreSingleSourceQuery, ExploreSingleSourceQueryVariables>('sha256:43a2c9b9777abd33689973b071c8a34471e0e371fd2f16831df7d0654f2a1bc6');
export const ExploreWithoutLink = /* @__PURE__ */ trusted<ExploreWithoutLinkQuery, ExploreWithoutLinkQueryVariables>('sha256:cee31385249b6ff3de25bbb694fb143bd92e44d420275adcd66531541b9caead');
export const RegisterResource = /* @__PURE__ */ trusted<RegisterResourceMutation, RegisterResourceMutationVariables>('sha256:33c8cb355ec55f9608bb5a5252cd55b07bc6094f63b17b9a1207df3990537de2');
export const Viewer = /* @__PURE__ */ trusted<ViewerQuery, ViewerQueryVariables>('sha256:a823742006d21b87d49843065a13dddcf0fefa2e406498ca7e3e25deebd10283');
