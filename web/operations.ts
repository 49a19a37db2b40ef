// Written by `npm run schema` from web/operations: what each operation takes and answers, and the id that it is asked by.
import { trusted } from './kit/client.js';
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AreaLevel =
  | 'PROVINCE'
  | 'PREFECTURE'
  | 'COUNTY'
  | 'TOWNSHIP'
  | 'VILLAGE'
  | 'GRID';

export type CampaignStatus =
  | 'DRAFT'
  | 'FILED'
  | 'OPEN'
  | 'CLOSED'
  | 'CANCELLED';

export type CommitImportInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly jobId: string;
  readonly leaveOutRefused?: boolean | null | undefined;
};

export type ConcentrationBand =
  | 'LOW'
  | 'MODERATE'
  | 'HIGH';

export type Currency =
  | 'CNY';

export type DisclosureKind =
  | 'INTERIM'
  | 'FINAL';

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

export type FundingPoolKind =
  | 'PUBLIC_WELFARE_VENTURE'
  | 'LIVELIHOOD_MICRO_PROJECT'
  | 'SOCIAL_SERVICE'
  | 'OPERATING_GRANT';

export type GrantStatus =
  | 'APPLIED'
  | 'AWARDED'
  | 'IN_PROGRESS'
  | 'CLOSED'
  | 'REJECTED'
  | 'TERMINATED';

export type ImportColumnInput = {
  readonly column: number;
  readonly field: string;
};

export type ImportConfidence =
  | 'HIGH'
  | 'MEDIUM'
  | 'NONE';

export type ImportConstantInput = {
  readonly field: string;
  readonly value: string;
};

export type ImportDuplicateRule =
  | 'SKIP'
  | 'UPDATE'
  | 'CREATE';

export type ImportNoun =
  | 'PARTNERS'
  | 'RESOURCES'
  | 'ORGANIZATIONS'
  | 'DONATIONS';

export type ImportSeverity =
  | 'ERROR'
  | 'WARNING';

export type ImportStatus =
  | 'RECEIVING'
  | 'WAITING'
  | 'READING'
  | 'READY'
  | 'CHECKING'
  | 'CHECKED'
  | 'WRITING'
  | 'WRITTEN'
  | 'UNDOING'
  | 'UNDONE'
  | 'FAILED';

export type IncubationClockKind =
  | 'SCREENING'
  | 'TERM'
  | 'HANDOVER';

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

export type LinkProposer =
  | 'PARTNER'
  | 'DEPARTMENT';

export type MoveIncubationInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly incubationId: string;
  readonly to: IncubationStage;
  readonly version: number;
  readonly note?: string | null | undefined;
  readonly termStart?: string | null | undefined;
  readonly termEnd?: string | null | undefined;
  readonly finalScore?: string | null | undefined;
};

export type MoveLinkInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly linkId: string;
  readonly to: ResourceLinkStatus;
  readonly version: number;
  readonly note?: string | null | undefined;
};

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

export type OrganizationFilter = {
  readonly area?: string | null | undefined;
  readonly kind?: ReadonlyArray<OrganizationKind> | null | undefined;
  readonly registrationStatus?: ReadonlyArray<RegistrationStatus> | null | undefined;
  readonly incubationStatus?: ReadonlyArray<IncubationStage> | null | undefined;
  readonly rating?: ReadonlyArray<Rating> | null | undefined;
  readonly text?: string | null | undefined;
};

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

export type OrganizationOrder =
  | 'NAME'
  | 'CREATED_AT'
  | 'FOUNDED_ON';

export type PartnerKind =
  | 'UNIVERSITY'
  | 'FOUNDATION'
  | 'CHARITY_PLATFORM'
  | 'CHARITY_ORGANIZATION'
  | 'ENTERPRISE'
  | 'GOVERNMENT_BODY'
  | 'PROCURATORATE';

export type Period = {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
};

export type Provenance =
  | 'PUBLISHED'
  | 'REGISTERED'
  | 'IMPORTED'
  | 'SYNTHETIC';

export type PublishResourceInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly resourceId: string;
  readonly version: number;
};

export type Rating =
  | 'AAAAA'
  | 'AAAA'
  | 'AAA'
  | 'AA'
  | 'A';

export type RegisterPartnerInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly name: string;
  readonly nameEn?: string | null | undefined;
  readonly kind: PartnerKind;
  readonly uscc?: string | null | undefined;
  readonly areaCode?: string | null | undefined;
};

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

export type ResourceFilter = {
  readonly category?: ReadonlyArray<ResourceCategory> | null | undefined;
  readonly status?: ReadonlyArray<ResourceStatus> | null | undefined;
  readonly area?: string | null | undefined;
  readonly availableOn?: string | null | undefined;
  readonly text?: string | null | undefined;
};

export type ResourceLinkFilter = {
  readonly status?: ReadonlyArray<ResourceLinkStatus> | null | undefined;
  readonly category?: ReadonlyArray<ResourceCategory> | null | undefined;
  readonly partnerKind?: ReadonlyArray<PartnerKind> | null | undefined;
  readonly validOn?: string | null | undefined;
};

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

export type ServiceLevel =
  | 'CITY'
  | 'COUNTY_CENTER'
  | 'TOWNSHIP_STATION'
  | 'VILLAGE_POINT'
  | 'GRID';

export type StartImportInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly jobId: string;
  readonly sheet?: number | null | undefined;
  readonly headerRow?: number | null | undefined;
  readonly mapping?: ReadonlyArray<ImportColumnInput> | null | undefined;
  readonly constants?: ReadonlyArray<ImportConstantInput> | null | undefined;
  readonly onDuplicate?: ImportDuplicateRule | null | undefined;
};

export type UndoImportInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly jobId: string;
};

export type UpdatePartnerInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly partnerId: string;
  readonly version: number;
  readonly name?: string | null | undefined;
  readonly nameEn?: string | null | undefined;
  readonly areaCode?: string | null | undefined;
};

export type UpdateResourceInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly resourceId: string;
  readonly version: number;
  readonly title?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly capacity?: string | null | undefined;
  readonly areaCodes?: ReadonlyArray<string> | null | undefined;
  readonly availableFrom?: string | null | undefined;
  readonly availableTo?: string | null | undefined;
};

export type WithdrawResourceInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly resourceId: string;
  readonly version: number;
};

export type ExploreRobustnessQueryVariables = Exact<{
  filter?: NetworkFilter | null | undefined;
}>;


export type ExploreRobustnessQuery = { readonly linkRobustness: { readonly cutPointCount: number, readonly bridgeCount: number, readonly cutPoints: ReadonlyArray<{ readonly organizationsCutOff: number, readonly node: { readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly organization: { readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string } } | null, readonly partner: { readonly name: string, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string } | null } }> } };

export type ExploreCoverageQueryVariables = Exact<{
  area: string;
}>;


export type ExploreCoverageQuery = { readonly coverageMatrix: { readonly area: { readonly name: string }, readonly rows: ReadonlyArray<{ readonly organizations: number, readonly communitiesWithoutLink: number, readonly area: { readonly code: string, readonly name: string }, readonly cells: ReadonlyArray<{ readonly category: ResourceCategory, readonly need: number, readonly supply: number, readonly gap: number }> }> } };

export type ImportFieldsQueryVariables = Exact<{
  noun: ImportNoun;
}>;


export type ImportFieldsQuery = { readonly importFields: ReadonlyArray<{ readonly name: string, readonly title: string, readonly required: boolean, readonly help: string, readonly sample: string, readonly values: ReadonlyArray<string> | null }> };

export type ImportJobQueryVariables = Exact<{
  id: string;
}>;


export type ImportJobQuery = { readonly importJob: { readonly id: string, readonly noun: ImportNoun, readonly fileName: string, readonly bytes: number, readonly format: string | null, readonly encoding: string | null, readonly status: ImportStatus, readonly sheet: number | null, readonly headerRow: number | null, readonly leaveOutRefused: boolean, readonly personalCells: number, readonly writtenAt: string | null, readonly createdAt: string, readonly version: number, readonly onDuplicate: ImportDuplicateRule | null, readonly hasRefusedRowsFile: boolean, readonly undoUntil: string | null, readonly partner: { readonly id: string } | null, readonly mapping: ReadonlyArray<{ readonly column: number, readonly field: string }>, readonly constants: ReadonlyArray<{ readonly field: string, readonly value: string }>, readonly progress: { readonly rowsTotal: number, readonly rowsRead: number, readonly rowsValid: number, readonly rowsInvalid: number, readonly rowsSkipped: number, readonly rowsWritten: number }, readonly summary: { readonly created: number, readonly updated: number, readonly skipped: number, readonly refused: number, readonly undone: number }, readonly notes: ReadonlyArray<{ readonly code: string, readonly message: string, readonly messageZh: string }>, readonly failure: { readonly code: string, readonly message: string, readonly messageZh: string } | null, readonly sameFileAs: { readonly id: string, readonly fileName: string, readonly createdAt: string } | null, readonly sheets: ReadonlyArray<{ readonly position: number, readonly name: string, readonly rows: number, readonly hidden: boolean, readonly mergedCells: number, readonly headerRow: number }> } | null };

export type ExploreAreasQueryVariables = Exact<{
  code: string;
}>;


export type ExploreAreasQuery = { readonly area: { readonly code: string, readonly name: string, readonly children: ReadonlyArray<{ readonly code: string, readonly name: string }> } | null };

export type ImportProblemsQueryVariables = Exact<{
  id: string;
  severity?: ImportSeverity | null | undefined;
  code?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type ImportProblemsQuery = { readonly importJob: { readonly id: string, readonly problems: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly row: number, readonly column: number | null, readonly field: string | null, readonly severity: ImportSeverity, readonly code: string, readonly value: string | null, readonly message: string, readonly messageZh: string, readonly suggestion: string | null }> } } | null };

export type CityDashboardQueryVariables = Exact<{
  area: string;
}>;


export type CityDashboardQuery = { readonly area: { readonly name: string, readonly organizationCounts: { readonly total: number, readonly certifiedSocialWorkers: number, readonly volunteers: number, readonly byKind: ReadonlyArray<{ readonly kind: OrganizationKind, readonly count: number }> }, readonly incubationFunnel: ReadonlyArray<{ readonly stage: IncubationStage, readonly reached: number, readonly current: number }>, readonly linkSummary: { readonly active: number, readonly organizationsLinked: number, readonly partnersLinked: number, readonly byCategory: ReadonlyArray<{ readonly category: ResourceCategory, readonly count: number }> }, readonly funds: { readonly donationCount: number, readonly raised: { readonly amount: string }, readonly raisedCash: { readonly amount: string }, readonly raisedInKind: { readonly amount: string }, readonly byYear: ReadonlyArray<{ readonly year: number, readonly raised: { readonly amount: string } }> } } | null, readonly organizations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: OrganizationKind, readonly incubationStatus: IncubationStage | null, readonly resourceLinks: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly status: ResourceLinkStatus, readonly quantity: string, readonly resource: { readonly title: string, readonly category: ResourceCategory, readonly partner: { readonly name: string, readonly kind: PartnerKind } } }> }, readonly funds: { readonly donationCount: number, readonly raised: { readonly amount: string } } }> } };

export type IncubationBasesQueryVariables = Exact<{ [key: string]: never; }>;


export type IncubationBasesQuery = { readonly organizations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string | null }> } };

export type MoveResourceLinkMutationVariables = Exact<{
  input: MoveLinkInput;
}>;


export type MoveResourceLinkMutation = { readonly moveLink:
    | { readonly __typename: 'ResourceLink', readonly id: string, readonly status: ResourceLinkStatus }
    | { readonly __typename: 'InvalidInput', readonly problems: ReadonlyArray<{ readonly field: string, readonly code: string, readonly message: string, readonly found: string | null, readonly allowed: string | null }> }
    | { readonly __typename: 'InvalidTransition', readonly from: string, readonly to: string, readonly allowed: ReadonlyArray<string> }
    | { readonly __typename: 'CapacityExceeded', readonly remaining: string }
    | { readonly __typename: 'StaleVersion', readonly current: number }
   };

export type ResourceToEditQueryVariables = Exact<{
  id: string;
}>;


export type ResourceToEditQuery = { readonly resource: { readonly id: string, readonly title: string, readonly description: string | null, readonly category: ResourceCategory, readonly capacity: string, readonly remaining: string, readonly unit: string, readonly areaCodes: ReadonlyArray<string>, readonly availableFrom: string | null, readonly availableTo: string | null, readonly status: ResourceStatus, readonly version: number, readonly updatedAt: string, readonly partner: { readonly id: string, readonly name: string } } | null };

export type OrganizationNamesQueryVariables = Exact<{
  area: string;
  text?: string | null | undefined;
}>;


export type OrganizationNamesQuery = { readonly organizations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string | null }> } };

export type ImportFindingsQueryVariables = Exact<{
  id: string;
  headerRow?: number | null | undefined;
}>;


export type ImportFindingsQuery = { readonly importJob: { readonly id: string, readonly version: number, readonly problemGroups: ReadonlyArray<{ readonly code: string, readonly field: string | null, readonly severity: ImportSeverity, readonly count: number, readonly example: { readonly row: number, readonly message: string, readonly messageZh: string, readonly suggestion: string | null } }>, readonly sheets: ReadonlyArray<{ readonly position: number, readonly preview: ReadonlyArray<ReadonlyArray<string>>, readonly columns: ReadonlyArray<{ readonly position: number, readonly title: string }> }> } | null };

export type ExploreProjectQueryVariables = Exact<{
  id: string;
}>;


export type ExploreProjectQuery = { readonly project: { readonly id: string, readonly name: string, readonly beneficiaries: ReadonlyArray<string>, readonly startedOn: string | null, readonly endedOn: string | null, readonly provenance: Provenance, readonly organization: { readonly id: string, readonly name: string }, readonly resourceLinks: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ResourceLinkStatus, readonly startsOn: string | null, readonly endsOn: string | null, readonly resource: { readonly title: string, readonly category: ResourceCategory }, readonly partner: { readonly id: string, readonly name: string } }> } } | null };

export type ExploreNetworkQueryVariables = Exact<{
  filter?: NetworkFilter | null | undefined;
  maxNodes: number;
}>;


export type ExploreNetworkQuery = { readonly linkNetwork: { readonly nodeCount: number, readonly edgeCount: number, readonly density: number, readonly components: number, readonly modularity: number | null, readonly truncated: boolean, readonly dataVersion: string, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly betweenness: number, readonly betweennessPercentile: number, readonly community: number, readonly x: number, readonly y: number, readonly organization: { readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string } } | null, readonly partner: { readonly name: string, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string } | null }>, readonly edges: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }> } };

export type UpdateMyResourceMutationVariables = Exact<{
  input: UpdateResourceInput;
}>;


export type UpdateMyResourceMutation = { readonly updateResource:
    | { readonly __typename: 'Resource', readonly id: string, readonly title: string, readonly version: number }
    | { readonly __typename: 'InvalidInput', readonly problems: ReadonlyArray<{ readonly field: string, readonly code: string, readonly message: string, readonly found: string | null, readonly allowed: string | null }> }
    | { readonly __typename: 'ResourceAlreadyRegistered', readonly existing: { readonly id: string, readonly title: string } }
    | { readonly __typename: 'CapacityExceeded', readonly remaining: string }
    | { readonly __typename: 'StaleVersion', readonly current: number }
   };

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

export type FundsOverviewQueryVariables = Exact<{
  area: string;
  period?: Period | null | undefined;
}>;


export type FundsOverviewQuery = { readonly area: { readonly name: string, readonly nameEn: string | null, readonly funds: { readonly donationCount: number, readonly donorCount: number, readonly raised: { readonly amount: string }, readonly raisedCash: { readonly amount: string }, readonly raisedInKind: { readonly amount: string }, readonly pledged: { readonly amount: string }, readonly refunded: { readonly amount: string }, readonly granted: { readonly amount: string }, readonly disbursed: { readonly amount: string }, readonly byMonth: ReadonlyArray<{ readonly month: string, readonly donationCount: number, readonly raised: { readonly amount: string } }>, readonly byYear: ReadonlyArray<{ readonly year: number, readonly donationCount: number, readonly raised: { readonly amount: string } }> } } | null };

export type SingleSourcesQueryVariables = Exact<{
  area: string;
  period?: Period | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SingleSourcesQuery = { readonly singleSourceOrganizations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string | null, readonly fundingConcentration: { readonly hhi: number, readonly effectiveFunders: number, readonly band: ConcentrationBand, readonly topShare: number } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type FundCampaignsQueryVariables = Exact<{
  area: string;
  status?: ReadonlyArray<CampaignStatus> | CampaignStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type FundCampaignsQuery = { readonly campaigns: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly titleEn: string | null, readonly status: CampaignStatus, readonly filingNumber: string | null, readonly startsOn: string, readonly endsOn: string | null, readonly target: { readonly amount: string } | null, readonly funds: { readonly donationCount: number, readonly raised: { readonly amount: string }, readonly pledged: { readonly amount: string } }, readonly fundraiser: { readonly name: string, readonly nameEn: string | null } | null, readonly organization: { readonly name: string, readonly nameEn: string | null } | null, readonly warnings: ReadonlyArray<{ readonly field: string, readonly code: string, readonly message: string }>, readonly plan: { readonly purpose: string, readonly use: string, readonly surplus: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type OrganizationConcentrationQueryVariables = Exact<{
  id: string;
  period?: Period | null | undefined;
}>;


export type OrganizationConcentrationQuery = { readonly organization: { readonly id: string, readonly name: string, readonly nameEn: string | null, readonly fundingConcentration: { readonly hhi: number, readonly effectiveFunders: number, readonly band: ConcentrationBand, readonly topShare: number, readonly singleSource: boolean } | null } | null };

export type ExploreCommunitiesQueryVariables = Exact<{
  filter?: NetworkFilter | null | undefined;
}>;


export type ExploreCommunitiesQuery = { readonly linkCommunities: { readonly communityCount: number, readonly modularity: number | null, readonly isWeak: boolean, readonly communities: ReadonlyArray<{ readonly community: number, readonly size: number, readonly organizations: number, readonly partners: number, readonly projects: number, readonly topPartnerKind: PartnerKind | null, readonly topAreaCode: string | null, readonly greatest: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly organization: { readonly name: string } | null, readonly partner: { readonly name: string } | null, readonly project: { readonly name: string } | null }> }> } };

export type OverviewQueryVariables = Exact<{
  area: string;
  period?: Period | null | undefined;
  filter: OrganizationFilter;
  orderBy?: OrganizationOrder | null | undefined;
  after?: string | null | undefined;
}>;


export type OverviewQuery = { readonly area: { readonly communities: number, readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel, readonly parent: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel, readonly parent: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel, readonly parent: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel, readonly parent: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel, readonly parent: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel } | null } | null } | null } | null } | null, readonly organizationCounts: { readonly total: number, readonly certifiedSocialWorkers: number, readonly volunteers: number, readonly byKind: ReadonlyArray<{ readonly kind: OrganizationKind, readonly count: number }>, readonly servicePlatforms: ReadonlyArray<{ readonly level: ServiceLevel, readonly count: number }> }, readonly incubationFunnel: ReadonlyArray<{ readonly stage: IncubationStage, readonly reached: number, readonly current: number, readonly medianDays: number | null }>, readonly linkSummary: { readonly active: number, readonly fulfilled: number, readonly organizationsLinked: number, readonly partnersLinked: number, readonly byCategory: ReadonlyArray<{ readonly category: ResourceCategory, readonly count: number }>, readonly flows: ReadonlyArray<{ readonly partnerKind: PartnerKind, readonly category: ResourceCategory, readonly count: number }> }, readonly funds: { readonly donationCount: number, readonly raised: { readonly amount: string }, readonly raisedCash: { readonly amount: string }, readonly raisedInKind: { readonly amount: string }, readonly pledged: { readonly amount: string }, readonly byMonth: ReadonlyArray<{ readonly month: string, readonly raisedCash: { readonly amount: string }, readonly raisedInKind: { readonly amount: string }, readonly refunded: { readonly amount: string } }>, readonly byYear: ReadonlyArray<{ readonly year: number, readonly raised: { readonly amount: string }, readonly raisedCash: { readonly amount: string }, readonly raisedInKind: { readonly amount: string }, readonly refunded: { readonly amount: string } }> }, readonly children: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel, readonly organizationCounts: { readonly total: number, readonly certifiedSocialWorkers: number, readonly volunteers: number }, readonly linkSummary: { readonly active: number, readonly organizationsLinked: number, readonly flows: ReadonlyArray<{ readonly partnerKind: PartnerKind, readonly category: ResourceCategory, readonly count: number }> }, readonly funds: { readonly raised: { readonly amount: string } } }> } | null, readonly organizations: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string | null, readonly kind: OrganizationKind, readonly incubationStatus: IncubationStage | null, readonly resourceLinks: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly resource: { readonly partner: { readonly name: string, readonly nameEn: string | null } } }> }, readonly funds: { readonly raised: { readonly amount: string } } }> } };

export type PlaceFragment = { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel };

export type AreaChoicesQueryVariables = Exact<{
  home: string;
  area: string;
}>;


export type AreaChoicesQuery = { readonly home: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly children: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string | null }> } | null, readonly area: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly parent: { readonly code: string, readonly name: string, readonly nameEn: string | null } | null, readonly children: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string | null }> } | null };

export type UndoImportMutationVariables = Exact<{
  input: UndoImportInput;
}>;


export type UndoImportMutation = { readonly undoImport:
    | { readonly __typename: 'ImportJob', readonly id: string, readonly status: ImportStatus }
    | { readonly __typename: 'InvalidTransition', readonly from: string }
    | { readonly __typename: 'UndoTooLate', readonly code: string }
   };

export type ExploreChangesQueryVariables = Exact<{
  from: string;
  to: string;
  filter?: NetworkFilter | null | undefined;
}>;


export type ExploreChangesQuery = { readonly linkNetworkChanges: { readonly addedCount: number, readonly endedCount: number, readonly joined: ReadonlyArray<string>, readonly left: ReadonlyArray<string>, readonly dataVersion: string, readonly added: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }>, readonly ended: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }>, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly x: number, readonly y: number, readonly organization: { readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string } } | null, readonly partner: { readonly name: string, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string } | null }> } };

export type OrganizationLinksQueryVariables = Exact<{
  id: string;
  filter?: ResourceLinkFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OrganizationLinksQuery = { readonly organization: { readonly id: string, readonly name: string, readonly resourceLinks: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ResourceLinkStatus, readonly proposedBy: LinkProposer, readonly quantity: string, readonly startsOn: string | null, readonly endsOn: string | null, readonly version: number, readonly allowedTransitions: ReadonlyArray<ResourceLinkStatus>, readonly resource: { readonly id: string, readonly title: string, readonly category: ResourceCategory, readonly unit: string, readonly remaining: string }, readonly partner: { readonly id: string, readonly name: string }, readonly organization: { readonly id: string, readonly name: string, readonly area: { readonly name: string } }, readonly project: { readonly id: string, readonly name: string } | null, readonly events: ReadonlyArray<{ readonly from: ResourceLinkStatus | null, readonly to: ResourceLinkStatus, readonly at: string, readonly note: string | null }> }> } } | null };

export type AreaTreeQueryVariables = Exact<{
  code: string;
}>;


export type AreaTreeQuery = { readonly area: { readonly code: string, readonly name: string, readonly children: ReadonlyArray<{ readonly code: string, readonly name: string, readonly validTo: string | null, readonly children: ReadonlyArray<{ readonly code: string, readonly name: string, readonly validTo: string | null }> }> } | null };

export type RegisterMyResourceMutationVariables = Exact<{
  input: RegisterResourceInput;
}>;


export type RegisterMyResourceMutation = { readonly registerResource:
    | { readonly __typename: 'Resource', readonly id: string, readonly title: string, readonly status: ResourceStatus }
    | { readonly __typename: 'InvalidInput', readonly problems: ReadonlyArray<{ readonly field: string, readonly code: string, readonly message: string, readonly found: string | null, readonly allowed: string | null }> }
    | { readonly __typename: 'ResourceAlreadyRegistered', readonly existing: { readonly id: string, readonly title: string } }
    | { readonly __typename: 'UnknownReference', readonly field: string, readonly message: string }
   };

export type ExploreSearchQueryVariables = Exact<{
  text: string;
}>;


export type ExploreSearchQuery = { readonly organizations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly name: string } }> }, readonly partners: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly partnerKind: PartnerKind }> } };

export type MyResourcesQueryVariables = Exact<{
  partner: string;
  filter?: ResourceFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type MyResourcesQuery = { readonly partner: { readonly id: string, readonly name: string, readonly resources: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly category: ResourceCategory, readonly capacity: string, readonly remaining: string, readonly unit: string, readonly areaCodes: ReadonlyArray<string>, readonly availableFrom: string | null, readonly availableTo: string | null, readonly status: ResourceStatus, readonly version: number, readonly links: { readonly totalCount: number } }> } } | null, readonly idleResources: { readonly nodes: ReadonlyArray<{ readonly id: string }> } };

export type PortalPartnersQueryVariables = Exact<{
  text?: string | null | undefined;
}>;


export type PortalPartnersQuery = { readonly partners: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> } };

export type PartnerProfileQueryVariables = Exact<{
  id: string;
}>;


export type PartnerProfileQuery = { readonly partner: { readonly id: string, readonly name: string, readonly nameEn: string | null, readonly kind: PartnerKind, readonly uscc: string | null, readonly areaCode: string | null, readonly version: number, readonly updatedAt: string, readonly warnings: ReadonlyArray<{ readonly field: string, readonly code: string, readonly message: string }> } | null };

export type ExploreProgressQueryVariables = Exact<{
  filter?: NetworkFilter | null | undefined;
  maxNodes: number;
}>;


export type ExploreProgressQuery = { readonly linkNetworkProgress: { readonly betweenness: number, readonly layout: number, readonly isReady: boolean } };

export type IncubationLaneQueryVariables = Exact<{
  stage: IncubationStage;
  area: string;
  base?: string | null | undefined;
  overdue?: boolean | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type IncubationLaneQuery = { readonly incubations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly stage: IncubationStage, readonly appliedOn: string, readonly since: string, readonly termStart: string | null, readonly termEnd: string | null, readonly clock: { readonly kind: IncubationClockKind, readonly dueOn: string, readonly late: boolean } | null, readonly organization: { readonly name: string, readonly nameEn: string | null }, readonly base: { readonly name: string, readonly nameEn: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ExploreNetworkUnmeasuredQueryVariables = Exact<{
  filter?: NetworkFilter | null | undefined;
  maxNodes: number;
}>;


export type ExploreNetworkUnmeasuredQuery = { readonly linkNetwork: { readonly nodeCount: number, readonly edgeCount: number, readonly density: number, readonly components: number, readonly truncated: boolean, readonly dataVersion: string, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly x: number, readonly y: number, readonly organization: { readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string } } | null, readonly partner: { readonly name: string, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string } | null }>, readonly edges: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }> } };

export type ExploreOrganizationQueryVariables = Exact<{
  id: string;
}>;


export type ExploreOrganizationQuery = { readonly organization: { readonly id: string, readonly name: string, readonly uscc: string | null, readonly kind: OrganizationKind, readonly registrationStatus: RegistrationStatus, readonly provenance: Provenance, readonly incubationStatus: IncubationStage | null, readonly certifiedSocialWorkers: number, readonly volunteers: number, readonly area: { readonly name: string }, readonly fundingConcentration: { readonly topShare: number, readonly band: ConcentrationBand, readonly effectiveFunders: number } | null, readonly resourceLinks: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ResourceLinkStatus, readonly startsOn: string | null, readonly endsOn: string | null, readonly resource: { readonly title: string, readonly category: ResourceCategory }, readonly partner: { readonly id: string, readonly name: string } }> }, readonly suggestedResources: ReadonlyArray<{ readonly score: number, readonly reasons: ReadonlyArray<string>, readonly resource: { readonly id: string, readonly title: string, readonly category: ResourceCategory, readonly partner: { readonly id: string, readonly name: string } } }> } | null };

export type FundingPoolsQueryVariables = Exact<{ [key: string]: never; }>;


export type FundingPoolsQuery = { readonly fundingPools: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: FundingPoolKind, readonly areas: ReadonlyArray<{ readonly name: string, readonly nameEn: string | null }>, readonly budget: { readonly amount: string }, readonly awarded: { readonly amount: string }, readonly disbursed: { readonly amount: string }, readonly available: { readonly amount: string }, readonly perGrantMax: { readonly amount: string } | null }> };

export type CommitImportMutationVariables = Exact<{
  input: CommitImportInput;
}>;


export type CommitImportMutation = { readonly commitImport:
    | { readonly __typename: 'ImportJob', readonly id: string, readonly status: ImportStatus }
    | { readonly __typename: 'InvalidTransition', readonly from: string }
    | { readonly __typename: 'ImportHasRefusedRows', readonly refused: number }
    | { readonly __typename: 'FileAlreadyImported', readonly existing: { readonly id: string, readonly fileName: string, readonly writtenAt: string | null } }
   };

export type ExploreBrokersQueryVariables = Exact<{
  filter?: NetworkFilter | null | undefined;
  degreeMax?: number | null | undefined;
}>;


export type ExploreBrokersQuery = { readonly brokers: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly betweenness: number, readonly betweennessPercentile: number, readonly organization: { readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string } } | null, readonly partner: { readonly name: string, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string } | null }> };

export type FundGrantsQueryVariables = Exact<{
  area: string;
  status?: ReadonlyArray<GrantStatus> | GrantStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type FundGrantsQuery = { readonly grants: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: GrantStatus, readonly startsOn: string | null, readonly endsOn: string | null, readonly awardedOn: string | null, readonly midtermPassed: boolean | null, readonly finalPassed: boolean | null, readonly amount: { readonly amount: string }, readonly disbursed: { readonly amount: string }, readonly pool: { readonly name: string, readonly kind: FundingPoolKind }, readonly organization: { readonly name: string, readonly nameEn: string | null }, readonly project: { readonly name: string, readonly nameEn: string | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type RegisterPartnerMutationVariables = Exact<{
  input: RegisterPartnerInput;
}>;


export type RegisterPartnerMutation = { readonly registerPartner:
    | { readonly __typename: 'Partner', readonly id: string, readonly name: string }
    | { readonly __typename: 'InvalidInput', readonly problems: ReadonlyArray<{ readonly field: string, readonly code: string, readonly message: string, readonly found: string | null, readonly allowed: string | null }> }
    | { readonly __typename: 'PartnerAlreadyRegistered', readonly existing: { readonly id: string, readonly name: string } }
   };

export type MoveIncubationMutationVariables = Exact<{
  input: MoveIncubationInput;
}>;


export type MoveIncubationMutation = { readonly moveIncubation:
    | { readonly __typename: 'Incubation', readonly id: string, readonly stage: IncubationStage, readonly version: number }
    | { readonly __typename: 'InvalidTransition', readonly from: string, readonly to: string, readonly allowed: ReadonlyArray<string> }
    | { readonly __typename: 'StaleVersion', readonly current: number }
    | { readonly __typename: 'InvalidInput', readonly problems: ReadonlyArray<{ readonly field: string, readonly code: string, readonly message: string, readonly allowed: string | null }> }
   };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly subject: string | null, readonly roles: ReadonlyArray<string>, readonly partnerId: string | null, readonly organizationId: string | null } };

export type DonationsQueryVariables = Exact<{
  campaign?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DonationsQuery = { readonly donations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: DonationKind, readonly status: DonationStatus, readonly receivedOn: string, readonly anonymous: boolean, readonly donorName: string | null, readonly receiptNumber: string | null, readonly amount: { readonly amount: string, readonly currency: Currency }, readonly refunded: { readonly amount: string, readonly currency: Currency } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type TreeBranchQueryVariables = Exact<{
  area: string;
}>;


export type TreeBranchQuery = { readonly area: { readonly code: string, readonly children: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel, readonly organizationCounts: { readonly total: number }, readonly linkSummary: { readonly active: number } }> } | null };

export type PartnerLinksQueryVariables = Exact<{
  id: string;
  filter?: ResourceLinkFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PartnerLinksQuery = { readonly partner: { readonly id: string, readonly name: string, readonly resourceLinks: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ResourceLinkStatus, readonly proposedBy: LinkProposer, readonly quantity: string, readonly startsOn: string | null, readonly endsOn: string | null, readonly version: number, readonly allowedTransitions: ReadonlyArray<ResourceLinkStatus>, readonly resource: { readonly id: string, readonly title: string, readonly category: ResourceCategory, readonly unit: string, readonly remaining: string }, readonly partner: { readonly id: string, readonly name: string }, readonly organization: { readonly id: string, readonly name: string, readonly area: { readonly name: string } }, readonly project: { readonly id: string, readonly name: string } | null, readonly events: ReadonlyArray<{ readonly from: ResourceLinkStatus | null, readonly to: ResourceLinkStatus, readonly at: string, readonly note: string | null }> }> } } | null };

export type ExploreIdleQueryVariables = Exact<{
  area?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type ExploreIdleQuery = { readonly idleResources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly category: ResourceCategory, readonly capacity: string, readonly remaining: string, readonly unit: string, readonly partner: { readonly id: string, readonly name: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type StartImportMutationVariables = Exact<{
  input: StartImportInput;
}>;


export type StartImportMutation = { readonly startImport:
    | { readonly __typename: 'ImportJob', readonly id: string, readonly status: ImportStatus }
    | { readonly __typename: 'InvalidInput', readonly problems: ReadonlyArray<{ readonly field: string, readonly code: string, readonly message: string, readonly found: string | null, readonly allowed: string | null }> }
    | { readonly __typename: 'InvalidTransition', readonly from: string }
   };

export type UpdateMyPartnerMutationVariables = Exact<{
  input: UpdatePartnerInput;
}>;


export type UpdateMyPartnerMutation = { readonly updatePartner:
    | { readonly __typename: 'Partner', readonly id: string, readonly version: number }
    | { readonly __typename: 'InvalidInput', readonly problems: ReadonlyArray<{ readonly field: string, readonly code: string, readonly message: string, readonly found: string | null, readonly allowed: string | null }> }
    | { readonly __typename: 'StaleVersion', readonly current: number }
   };

export type OrganizationSuggestionsQueryVariables = Exact<{
  id: string;
}>;


export type OrganizationSuggestionsQuery = { readonly organization: { readonly id: string, readonly suggestedResources: ReadonlyArray<{ readonly score: number, readonly reasons: ReadonlyArray<string>, readonly resource: { readonly id: string, readonly title: string, readonly category: ResourceCategory, readonly remaining: string, readonly unit: string, readonly partner: { readonly id: string, readonly name: string } } }> } | null };

export type ExploreWithoutLinkQueryVariables = Exact<{
  area?: string | null | undefined;
  partnerKind: PartnerKind;
  maxHops: number;
  after?: string | null | undefined;
}>;


export type ExploreWithoutLinkQuery = { readonly organizationsWithoutLink: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly name: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly linkCoverage: { readonly organizations: number, readonly direct: number, readonly throughBase: number, readonly without: number } };

export type WithdrawMyResourceMutationVariables = Exact<{
  input: WithdrawResourceInput;
}>;


export type WithdrawMyResourceMutation = { readonly withdrawResource:
    | { readonly __typename: 'Resource', readonly id: string, readonly status: ResourceStatus }
    | { readonly __typename: 'InvalidTransition', readonly from: string }
    | { readonly __typename: 'StaleVersion', readonly current: number }
   };

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

export type PublishMyResourceMutationVariables = Exact<{
  input: PublishResourceInput;
}>;


export type PublishMyResourceMutation = { readonly publishResource:
    | { readonly __typename: 'Resource', readonly id: string, readonly status: ResourceStatus }
    | { readonly __typename: 'InvalidTransition', readonly from: string }
    | { readonly __typename: 'ResourceAlreadyRegistered', readonly existing: { readonly id: string, readonly title: string } }
    | { readonly __typename: 'StaleVersion', readonly current: number }
   };

export type IncubationOverviewQueryVariables = Exact<{
  area: string;
  period?: Period | null | undefined;
}>;


export type IncubationOverviewQuery = { readonly area: { readonly name: string, readonly nameEn: string | null, readonly incubationFunnel: ReadonlyArray<{ readonly stage: IncubationStage, readonly reached: number, readonly current: number, readonly medianDays: number | null }> } | null };

export type ImportJobsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ImportJobsQuery = { readonly importJobs: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly noun: ImportNoun, readonly fileName: string, readonly bytes: number, readonly status: ImportStatus, readonly createdBy: string, readonly createdAt: string, readonly undoUntil: string | null, readonly progress: { readonly rowsTotal: number }, readonly summary: { readonly created: number, readonly updated: number, readonly skipped: number, readonly refused: number, readonly undone: number } }> } };

export type IncubationHistoryQueryVariables = Exact<{
  id: string;
  isSignedIn: boolean;
}>;


export type IncubationHistoryQuery = { readonly incubation: { readonly id: string, readonly stage: IncubationStage, readonly version: number, readonly appliedOn: string, readonly since: string, readonly termStart: string | null, readonly termEnd: string | null, readonly extensions: number, readonly finalScore?: string | null, readonly allowedTransitions: ReadonlyArray<IncubationStage>, readonly clock: { readonly kind: IncubationClockKind, readonly dueOn: string, readonly late: boolean } | null, readonly handoverTask: { readonly dueOn: string, readonly doneOn: string | null } | null, readonly warnings: ReadonlyArray<{ readonly code: string, readonly message: string }>, readonly organization: { readonly id: string, readonly name: string, readonly nameEn: string | null, readonly uscc: string | null, readonly registrationStatus: RegistrationStatus, readonly area: { readonly name: string, readonly nameEn: string | null } }, readonly base: { readonly id: string, readonly name: string, readonly nameEn: string | null }, readonly events: ReadonlyArray<{ readonly from: IncubationStage | null, readonly to: IncubationStage, readonly at: string, readonly note?: string | null }> } | null };

export type DisclosureCalendarQueryVariables = Exact<{
  area: string;
  first: number;
  after?: string | null | undefined;
}>;


export type DisclosureCalendarQuery = { readonly campaigns: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly titleEn: string | null, readonly filingNumber: string | null, readonly disclosures: ReadonlyArray<{ readonly dueOn: string, readonly kind: DisclosureKind }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type AreaChildrenQueryVariables = Exact<{
  code: string;
}>;


export type AreaChildrenQuery = { readonly area: { readonly code: string, readonly children: ReadonlyArray<{ readonly code: string, readonly name: string, readonly validTo: string | null }> } | null };

export type ImportColumnsQueryVariables = Exact<{
  id: string;
  headerRow?: number | null | undefined;
}>;


export type ImportColumnsQuery = { readonly importJob: { readonly id: string, readonly sheets: ReadonlyArray<{ readonly position: number, readonly preview: ReadonlyArray<ReadonlyArray<string>>, readonly columns: ReadonlyArray<{ readonly position: number, readonly title: string, readonly samples: ReadonlyArray<string>, readonly field: string | null, readonly confidence: ImportConfidence, readonly alternatives: ReadonlyArray<string> }> }> } | null };

export type ExploreAroundQueryVariables = Exact<{
  id: string;
  filter?: NetworkFilter | null | undefined;
  maxNodes: number;
}>;


export type ExploreAroundQuery = { readonly egoNetwork: { readonly nodeCount: number, readonly edgeCount: number, readonly density: number, readonly components: number, readonly modularity: number | null, readonly truncated: boolean, readonly dataVersion: string, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly betweenness: number, readonly betweennessPercentile: number, readonly community: number, readonly x: number, readonly y: number, readonly organization: { readonly name: string, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string } } | null, readonly partner: { readonly name: string, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string } | null }>, readonly edges: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }> } | null };

export const AreaChildren = /* @__PURE__ */ trusted<AreaChildrenQuery, AreaChildrenQueryVariables>('sha256:f7885bf8a191a7aac03b0dfb6188f16b923507df21db12e23f82029d4f73a22d');
export const AreaChoices = /* @__PURE__ */ trusted<AreaChoicesQuery, AreaChoicesQueryVariables>('sha256:583efe854aef517dd66a8019049525be6d6fe52ebffdd2067bb5b50be915d096');
export const AreaTree = /* @__PURE__ */ trusted<AreaTreeQuery, AreaTreeQueryVariables>('sha256:6e89baa6e2c797c69583ff23bc6dccca617cf6c130414cf4eae57920b7da2fdd');
export const CityDashboard = /* @__PURE__ */ trusted<CityDashboardQuery, CityDashboardQueryVariables>('sha256:1ea375ee6a12f18ed2c33d350d0c6352bb89736e691a4fa2f5f96dbb1ca3d31e');
export const CommitImport = /* @__PURE__ */ trusted<CommitImportMutation, CommitImportMutationVariables>('sha256:93a747ce9113249dfe15c84973468bf90b6839ac0ba8cd9290c651bc78319e23');
export const DisclosureCalendar = /* @__PURE__ */ trusted<DisclosureCalendarQuery, DisclosureCalendarQueryVariables>('sha256:ee1b9b216c8174665dc9e31f54896b3f81550fdeb2f3b8c3f031dfca1eeb45fb');
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
export const FundCampaigns = /* @__PURE__ */ trusted<FundCampaignsQuery, FundCampaignsQueryVariables>('sha256:4afd59c4e162dcf4f44ef64b372cc0b1d013b4cc3be9e664fe007b3c6d5713bd');
export const FundGrants = /* @__PURE__ */ trusted<FundGrantsQuery, FundGrantsQueryVariables>('sha256:9650476f55b5d6f17afdabbfd201647de6ec146a822e31c088de2d84e86a887a');
export const FundingPools = /* @__PURE__ */ trusted<FundingPoolsQuery, FundingPoolsQueryVariables>('sha256:8e547fb449f08267bcb2d93a9e001ef41fa9f93090a60edea9c66cc68c055706');
export const FundsOverview = /* @__PURE__ */ trusted<FundsOverviewQuery, FundsOverviewQueryVariables>('sha256:460c6fc598433641106d43ca1eec1d6dbd42de1cbe9c3e91b9ff9df5ced83aba');
export const ImportColumns = /* @__PURE__ */ trusted<ImportColumnsQuery, ImportColumnsQueryVariables>('sha256:fb489045d0ebf4c32ce026932a88a2d8863da20963940be1d2e041eb417b5bf9');
export const ImportFields = /* @__PURE__ */ trusted<ImportFieldsQuery, ImportFieldsQueryVariables>('sha256:1283097819ac9e377a5a718998a7aa35e411a38959f18be467cdb1c6bc3b9bf9');
export const ImportFindings = /* @__PURE__ */ trusted<ImportFindingsQuery, ImportFindingsQueryVariables>('sha256:2af347a27460d728c8deab4198b7974e55a6518ad0bb7f14c82c4c6ca4e35492');
export const ImportJob = /* @__PURE__ */ trusted<ImportJobQuery, ImportJobQueryVariables>('sha256:168a33fcd3bc0d296f8cfbcea886e8772db587f8ac775d077eeaa98786ddddf2');
export const ImportJobs = /* @__PURE__ */ trusted<ImportJobsQuery, ImportJobsQueryVariables>('sha256:e3dab62bee192fa5d0d8f6a198f4529e9a370106b642d2619a568108448142db');
export const ImportProblems = /* @__PURE__ */ trusted<ImportProblemsQuery, ImportProblemsQueryVariables>('sha256:1ea242bac9b1bff02dbdb6a60d9b413b1624e993e34451f3722a77f19db7bfc1');
export const IncubationBases = /* @__PURE__ */ trusted<IncubationBasesQuery, IncubationBasesQueryVariables>('sha256:216ee1bc068883866c5d06b7658c84fb39cd6323ed722f58e9369f7caa25cd61');
export const IncubationHistory = /* @__PURE__ */ trusted<IncubationHistoryQuery, IncubationHistoryQueryVariables>('sha256:e69a3017ef60ba1c4cdf4b2c974d3095cbcb22634c2f0b3c897be916b93ed199');
export const IncubationLane = /* @__PURE__ */ trusted<IncubationLaneQuery, IncubationLaneQueryVariables>('sha256:87b28311af82794648a16165547a795da135aa1aaffaf2f2f5c41f1acaa03743');
export const IncubationOverview = /* @__PURE__ */ trusted<IncubationOverviewQuery, IncubationOverviewQueryVariables>('sha256:e3095e52075a15cbba25d4719ac0ae37ca5caa474a7c6293e3d891e7495f6bbd');
export const MoveIncubation = /* @__PURE__ */ trusted<MoveIncubationMutation, MoveIncubationMutationVariables>('sha256:a5fd908234f52de7cc49fd4eba5a8a294ffa3dc5ca373e9f02d6398552e42dfc');
export const MoveResourceLink = /* @__PURE__ */ trusted<MoveResourceLinkMutation, MoveResourceLinkMutationVariables>('sha256:21bf9dfde84c2abb46ef3b8ece05ec6c1bdf7a856f51528b66eaaff4af5675e5');
export const MyResources = /* @__PURE__ */ trusted<MyResourcesQuery, MyResourcesQueryVariables>('sha256:73b1ebe5add4b3da077fc16cc52a94eddd4bed7c7e2f7cbd955d69da340d4c60');
export const OrganizationConcentration = /* @__PURE__ */ trusted<OrganizationConcentrationQuery, OrganizationConcentrationQueryVariables>('sha256:4def4d45ef0ad2ae1c085136d5db0c0e52bae24dca88ab1481966c7b9ac3fb0c');
export const OrganizationLinks = /* @__PURE__ */ trusted<OrganizationLinksQuery, OrganizationLinksQueryVariables>('sha256:67ed7ba02715ed67cf58035567f0b05ae1f81374c0ba38ded7d936be584a2fe2');
export const OrganizationNames = /* @__PURE__ */ trusted<OrganizationNamesQuery, OrganizationNamesQueryVariables>('sha256:2adc5ae63c31d6449efe9c98c1b94a59975fd70504a7949c69d2c1f55138187b');
export const OrganizationSuggestions = /* @__PURE__ */ trusted<OrganizationSuggestionsQuery, OrganizationSuggestionsQueryVariables>('sha256:ce244a3be4de4bee09756f8db5d9be8578848c990fd2bdd69b44c89156e50a7f');
export const Overview = /* @__PURE__ */ trusted<OverviewQuery, OverviewQueryVariables>('sha256:55776d05cb56cf7991ef8c7917a8ff2b73996090d70d8645877ba324eb001370');
export const PartnerLinks = /* @__PURE__ */ trusted<PartnerLinksQuery, PartnerLinksQueryVariables>('sha256:bae6cafdec49693c936529c6ad34081bdfd09b1851fc9c47a5f9fd9a449b7c54');
export const PartnerProfile = /* @__PURE__ */ trusted<PartnerProfileQuery, PartnerProfileQueryVariables>('sha256:7ba9005dcb0d6704b8a129e4436762348d0b92c0e9ecf1032ebd6ce1330445bb');
export const PortalPartners = /* @__PURE__ */ trusted<PortalPartnersQuery, PortalPartnersQueryVariables>('sha256:76c0f38af21b39a87c4e9d70613425294267d3430a1035dac4217756d867da6a');
export const PublishMyResource = /* @__PURE__ */ trusted<PublishMyResourceMutation, PublishMyResourceMutationVariables>('sha256:da1b7d6b33375e87435b99e58c0dc732ce028112dfe9ec5b53454921a3274aea');
export const RegisterMyResource = /* @__PURE__ */ trusted<RegisterMyResourceMutation, RegisterMyResourceMutationVariables>('sha256:710b043081d5d586286ae90b69e1b47b356efe4798a477bb2b366c264d656715');
export const RegisterPartner = /* @__PURE__ */ trusted<RegisterPartnerMutation, RegisterPartnerMutationVariables>('sha256:a26c0ddae48bd46e40482a892f867db2a89c5316937359f4d081c6605ffed1db');
export const RegisterResource = /* @__PURE__ */ trusted<RegisterResourceMutation, RegisterResourceMutationVariables>('sha256:33c8cb355ec55f9608bb5a5252cd55b07bc6094f63b17b9a1207df3990537de2');
export const ResourceToEdit = /* @__PURE__ */ trusted<ResourceToEditQuery, ResourceToEditQueryVariables>('sha256:22536637bc7d6f0885367ba2940decf228c1c407219ace07121e4e02c4ff14a6');
export const SingleSources = /* @__PURE__ */ trusted<SingleSourcesQuery, SingleSourcesQueryVariables>('sha256:4a65c24c0f27119c3f41ab2c7849042eb12903ccbc5a53d0c5aa784371a7fd54');
export const StartImport = /* @__PURE__ */ trusted<StartImportMutation, StartImportMutationVariables>('sha256:c743a32e518320e5650a5748b055cf79d139f95cdc1afecf0ce4a203964a9193');
export const TreeBranch = /* @__PURE__ */ trusted<TreeBranchQuery, TreeBranchQueryVariables>('sha256:b19c4861790e7da7c0c35b4c57d93374ff47c7ff15bed3f7eb2a41802d6da390');
export const UndoImport = /* @__PURE__ */ trusted<UndoImportMutation, UndoImportMutationVariables>('sha256:5bb659aa2e5be7aa14053980a05cc7b96073c0e4a06fffa7b3ad40708459c5c0');
export const UpdateMyPartner = /* @__PURE__ */ trusted<UpdateMyPartnerMutation, UpdateMyPartnerMutationVariables>('sha256:ca4c6cf1641deeeb626fe6685f5e39e4dffe13cc7b2673db78256996be96cad7');
export const UpdateMyResource = /* @__PURE__ */ trusted<UpdateMyResourceMutation, UpdateMyResourceMutationVariables>('sha256:311d59d6feceb7298b11fdd71de6fe8f3ddbeaf7c21f95aebbac7ceb37b39bf7');
export const Viewer = /* @__PURE__ */ trusted<ViewerQuery, ViewerQueryVariables>('sha256:a823742006d21b87d49843065a13dddcf0fefa2e406498ca7e3e25deebd10283');
export const WithdrawMyResource = /* @__PURE__ */ trusted<WithdrawMyResourceMutation, WithdrawMyResourceMutationVariables>('sha256:d2777a2b1c3b3fbf27eedad297e4dbbe0a58bfd88392efdd3ab476f319f55d10');
