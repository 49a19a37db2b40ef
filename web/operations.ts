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

export type OrganizationLinksQueryVariables = Exact<{
  id: string;
  filter?: ResourceLinkFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OrganizationLinksQuery = { readonly organization: { readonly id: string, readonly name: string, readonly nameEn: string | null, readonly resourceLinks: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ResourceLinkStatus, readonly proposedBy: LinkProposer, readonly quantity: string, readonly startsOn: string | null, readonly endsOn: string | null, readonly version: number, readonly allowedTransitions: ReadonlyArray<ResourceLinkStatus>, readonly resource: { readonly id: string, readonly title: string, readonly category: ResourceCategory, readonly unit: string, readonly remaining: string }, readonly partner: { readonly id: string, readonly name: string, readonly nameEn: string | null }, readonly organization: { readonly id: string, readonly name: string, readonly nameEn: string | null, readonly area: { readonly name: string, readonly nameEn: string | null } }, readonly project: { readonly id: string, readonly name: string, readonly nameEn: string | null } | null, readonly events: ReadonlyArray<{ readonly from: ResourceLinkStatus | null, readonly to: ResourceLinkStatus, readonly at: string, readonly note: string | null }> }> } } | null };

export type ExploreBrokersQueryVariables = Exact<{
  filter?: NetworkFilter | null | undefined;
  degreeMax?: number | null | undefined;
}>;


export type ExploreBrokersQuery = { readonly brokers: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly betweenness: number, readonly betweennessPercentile: number, readonly organization: { readonly name: string, readonly nameEn: string | null, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string, readonly nameEn: string | null } } | null, readonly partner: { readonly name: string, readonly nameEn: string | null, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string, readonly nameEn: string | null } | null }> };

export type ImportFieldsQueryVariables = Exact<{
  noun: ImportNoun;
}>;


export type ImportFieldsQuery = { readonly importFields: ReadonlyArray<{ readonly name: string, readonly title: string, readonly required: boolean, readonly help: string, readonly sample: string, readonly values: ReadonlyArray<string> | null }> };

export type ImportJobQueryVariables = Exact<{
  id: string;
}>;


export type ImportJobQuery = { readonly importJob: { readonly id: string, readonly noun: ImportNoun, readonly fileName: string, readonly bytes: number, readonly format: string | null, readonly encoding: string | null, readonly status: ImportStatus, readonly sheet: number | null, readonly headerRow: number | null, readonly leaveOutRefused: boolean, readonly personalCells: number, readonly writtenAt: string | null, readonly createdAt: string, readonly version: number, readonly onDuplicate: ImportDuplicateRule | null, readonly hasRefusedRowsFile: boolean, readonly undoUntil: string | null, readonly partner: { readonly id: string } | null, readonly mapping: ReadonlyArray<{ readonly column: number, readonly field: string }>, readonly constants: ReadonlyArray<{ readonly field: string, readonly value: string }>, readonly progress: { readonly rowsTotal: number, readonly rowsRead: number, readonly rowsValid: number, readonly rowsInvalid: number, readonly rowsSkipped: number, readonly rowsWritten: number }, readonly summary: { readonly created: number, readonly updated: number, readonly skipped: number, readonly refused: number, readonly undone: number }, readonly notes: ReadonlyArray<{ readonly code: string, readonly message: string, readonly messageZh: string }>, readonly failure: { readonly code: string, readonly message: string, readonly messageZh: string } | null, readonly sameFileAs: { readonly id: string, readonly fileName: string, readonly createdAt: string } | null, readonly sheets: ReadonlyArray<{ readonly position: number, readonly name: string, readonly rows: number, readonly hidden: boolean, readonly mergedCells: number, readonly headerRow: number }> } | null };

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

export type ExplorePartnerQueryVariables = Exact<{
  id: string;
}>;


export type ExplorePartnerQuery = { readonly partner: { readonly id: string, readonly name: string, readonly nameEn: string | null, readonly uscc: string | null, readonly kind: PartnerKind, readonly areaCode: string | null, readonly provenance: Provenance, readonly agreements: ReadonlyArray<{ readonly id: string, readonly title: string, readonly validFrom: string | null, readonly validTo: string | null, readonly organization: { readonly id: string, readonly name: string, readonly nameEn: string | null } | null }>, readonly resourceLinks: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ResourceLinkStatus, readonly startsOn: string | null, readonly endsOn: string | null, readonly resource: { readonly title: string, readonly category: ResourceCategory }, readonly organization: { readonly id: string, readonly name: string, readonly nameEn: string | null } }> } } | null };

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

export type ExploreWithoutLinkQueryVariables = Exact<{
  area?: string | null | undefined;
  partnerKind: PartnerKind;
  maxHops: number;
  after?: string | null | undefined;
}>;


export type ExploreWithoutLinkQuery = { readonly organizationsWithoutLink: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string | null, readonly kind: OrganizationKind, readonly area: { readonly name: string, readonly nameEn: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly linkCoverage: { readonly organizations: number, readonly direct: number, readonly throughBase: number, readonly without: number } };

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

export type RegisterResourceMutationVariables = Exact<{
  input: RegisterResourceInput;
}>;


export type RegisterResourceMutation = { readonly registerResource:
    | { readonly __typename: 'Resource', readonly id: string, readonly title: string, readonly status: ResourceStatus, readonly remaining: string, readonly version: number }
    | { readonly __typename: 'InvalidInput', readonly problems: ReadonlyArray<{ readonly field: string, readonly code: string, readonly message: string }> }
    | { readonly __typename: 'ResourceAlreadyRegistered', readonly message: string }
    | { readonly __typename: 'UnknownReference', readonly field: string, readonly message: string }
   };

export type AreaChildrenQueryVariables = Exact<{
  code: string;
}>;


export type AreaChildrenQuery = { readonly area: { readonly code: string, readonly children: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string | null, readonly validTo: string | null }> } | null };

export type ExploreSingleSourceQueryVariables = Exact<{
  area?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type ExploreSingleSourceQuery = { readonly singleSourceOrganizations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string | null, readonly kind: OrganizationKind, readonly area: { readonly name: string, readonly nameEn: string | null }, readonly fundingConcentration: { readonly topShare: number, readonly effectiveFunders: number } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PartnerLinksQueryVariables = Exact<{
  id: string;
  filter?: ResourceLinkFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PartnerLinksQuery = { readonly partner: { readonly id: string, readonly name: string, readonly nameEn: string | null, readonly resourceLinks: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ResourceLinkStatus, readonly proposedBy: LinkProposer, readonly quantity: string, readonly startsOn: string | null, readonly endsOn: string | null, readonly version: number, readonly allowedTransitions: ReadonlyArray<ResourceLinkStatus>, readonly resource: { readonly id: string, readonly title: string, readonly category: ResourceCategory, readonly unit: string, readonly remaining: string }, readonly partner: { readonly id: string, readonly name: string, readonly nameEn: string | null }, readonly organization: { readonly id: string, readonly name: string, readonly nameEn: string | null, readonly area: { readonly name: string, readonly nameEn: string | null } }, readonly project: { readonly id: string, readonly name: string, readonly nameEn: string | null } | null, readonly events: ReadonlyArray<{ readonly from: ResourceLinkStatus | null, readonly to: ResourceLinkStatus, readonly at: string, readonly note: string | null }> }> } } | null };

export type ExploreSearchQueryVariables = Exact<{
  text: string;
}>;


export type ExploreSearchQuery = { readonly organizations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string | null, readonly kind: OrganizationKind, readonly area: { readonly name: string, readonly nameEn: string | null } }> }, readonly partners: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string | null, readonly partnerKind: PartnerKind }> } };

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

export type PortalPartnersQueryVariables = Exact<{
  text?: string | null | undefined;
}>;


export type PortalPartnersQuery = { readonly partners: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string | null }> } };

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

export type RegisterMyResourceMutationVariables = Exact<{
  input: RegisterResourceInput;
}>;


export type RegisterMyResourceMutation = { readonly registerResource:
    | { readonly __typename: 'Resource', readonly id: string, readonly title: string, readonly status: ResourceStatus }
    | { readonly __typename: 'InvalidInput', readonly problems: ReadonlyArray<{ readonly field: string, readonly code: string, readonly message: string, readonly found: string | null, readonly allowed: string | null }> }
    | { readonly __typename: 'ResourceAlreadyRegistered', readonly existing: { readonly id: string, readonly title: string } }
    | { readonly __typename: 'UnknownReference', readonly field: string, readonly message: string }
   };

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

export type ExploreAroundQueryVariables = Exact<{
  id: string;
  filter?: NetworkFilter | null | undefined;
  maxNodes: number;
}>;


export type ExploreAroundQuery = { readonly egoNetwork: { readonly nodeCount: number, readonly edgeCount: number, readonly density: number, readonly components: number, readonly modularity: number | null, readonly truncated: boolean, readonly dataVersion: string, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly betweenness: number, readonly betweennessPercentile: number, readonly community: number, readonly x: number, readonly y: number, readonly organization: { readonly name: string, readonly nameEn: string | null, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string, readonly nameEn: string | null } } | null, readonly partner: { readonly name: string, readonly nameEn: string | null, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string, readonly nameEn: string | null } | null }>, readonly edges: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }> } | null };

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

export type FundGrantsQueryVariables = Exact<{
  area: string;
  status?: ReadonlyArray<GrantStatus> | GrantStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type FundGrantsQuery = { readonly grants: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: GrantStatus, readonly startsOn: string | null, readonly endsOn: string | null, readonly awardedOn: string | null, readonly midtermPassed: boolean | null, readonly finalPassed: boolean | null, readonly amount: { readonly amount: string }, readonly disbursed: { readonly amount: string }, readonly pool: { readonly name: string, readonly kind: FundingPoolKind }, readonly organization: { readonly name: string, readonly nameEn: string | null }, readonly project: { readonly name: string, readonly nameEn: string | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ExploreNetworkQueryVariables = Exact<{
  filter?: NetworkFilter | null | undefined;
  maxNodes: number;
}>;


export type ExploreNetworkQuery = { readonly linkNetwork: { readonly nodeCount: number, readonly edgeCount: number, readonly density: number, readonly components: number, readonly modularity: number | null, readonly truncated: boolean, readonly dataVersion: string, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly betweenness: number, readonly betweennessPercentile: number, readonly community: number, readonly x: number, readonly y: number, readonly organization: { readonly name: string, readonly nameEn: string | null, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string, readonly nameEn: string | null } } | null, readonly partner: { readonly name: string, readonly nameEn: string | null, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string, readonly nameEn: string | null } | null }>, readonly edges: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }> } };

export type RegisterPartnerMutationVariables = Exact<{
  input: RegisterPartnerInput;
}>;


export type RegisterPartnerMutation = { readonly registerPartner:
    | { readonly __typename: 'Partner', readonly id: string, readonly name: string }
    | { readonly __typename: 'InvalidInput', readonly problems: ReadonlyArray<{ readonly field: string, readonly code: string, readonly message: string, readonly found: string | null, readonly allowed: string | null }> }
    | { readonly __typename: 'PartnerAlreadyRegistered', readonly existing: { readonly id: string, readonly name: string } }
   };

export type AreaTreeQueryVariables = Exact<{
  code: string;
}>;


export type AreaTreeQuery = { readonly area: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly children: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string | null, readonly validTo: string | null, readonly children: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string | null, readonly validTo: string | null }> }> } | null };

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

export type ExploreCoverageQueryVariables = Exact<{
  area: string;
}>;


export type ExploreCoverageQuery = { readonly coverageMatrix: { readonly area: { readonly name: string, readonly nameEn: string | null }, readonly rows: ReadonlyArray<{ readonly organizations: number, readonly communitiesWithoutLink: number, readonly area: { readonly code: string, readonly name: string, readonly nameEn: string | null }, readonly cells: ReadonlyArray<{ readonly category: ResourceCategory, readonly need: number, readonly supply: number, readonly gap: number }> }> } };

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

export type ExploreAroundUnmeasuredQueryVariables = Exact<{
  id: string;
  filter?: NetworkFilter | null | undefined;
  maxNodes: number;
}>;


export type ExploreAroundUnmeasuredQuery = { readonly egoNetwork: { readonly nodeCount: number, readonly edgeCount: number, readonly density: number, readonly components: number, readonly truncated: boolean, readonly dataVersion: string, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly x: number, readonly y: number, readonly organization: { readonly name: string, readonly nameEn: string | null, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string, readonly nameEn: string | null } } | null, readonly partner: { readonly name: string, readonly nameEn: string | null, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string, readonly nameEn: string | null } | null }>, readonly edges: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }> } | null };

export type ExploreChangesQueryVariables = Exact<{
  from: string;
  to: string;
  filter?: NetworkFilter | null | undefined;
}>;


export type ExploreChangesQuery = { readonly linkNetworkChanges: { readonly addedCount: number, readonly endedCount: number, readonly joined: ReadonlyArray<string>, readonly left: ReadonlyArray<string>, readonly dataVersion: string, readonly added: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }>, readonly ended: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }>, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly x: number, readonly y: number, readonly organization: { readonly name: string, readonly nameEn: string | null, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string, readonly nameEn: string | null } } | null, readonly partner: { readonly name: string, readonly nameEn: string | null, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string, readonly nameEn: string | null } | null }> } };

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

export type ExploreProjectQueryVariables = Exact<{
  id: string;
}>;


export type ExploreProjectQuery = { readonly project: { readonly id: string, readonly name: string, readonly nameEn: string | null, readonly beneficiaries: ReadonlyArray<string>, readonly startedOn: string | null, readonly endedOn: string | null, readonly provenance: Provenance, readonly organization: { readonly id: string, readonly name: string, readonly nameEn: string | null }, readonly resourceLinks: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ResourceLinkStatus, readonly startsOn: string | null, readonly endsOn: string | null, readonly resource: { readonly title: string, readonly category: ResourceCategory }, readonly partner: { readonly id: string, readonly name: string, readonly nameEn: string | null } }> } } | null };

export type ExploreIdleQueryVariables = Exact<{
  area?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type ExploreIdleQuery = { readonly idleResources: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly category: ResourceCategory, readonly capacity: string, readonly remaining: string, readonly unit: string, readonly partner: { readonly id: string, readonly name: string, readonly nameEn: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ExplorePathQueryVariables = Exact<{
  from: string;
  to: string;
  filter?: NetworkFilter | null | undefined;
}>;


export type ExplorePathQuery = { readonly linkPath: ReadonlyArray<{ readonly length: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly organization: { readonly name: string, readonly nameEn: string | null, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string, readonly nameEn: string | null } } | null, readonly partner: { readonly name: string, readonly nameEn: string | null, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string, readonly nameEn: string | null } | null }>, readonly edges: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }> }>, readonly fromReach: { readonly organizations: number, readonly partners: number, readonly projects: number } | null, readonly toReach: { readonly organizations: number, readonly partners: number, readonly projects: number } | null, readonly fromOrganization: { readonly name: string, readonly nameEn: string | null } | null, readonly toOrganization: { readonly name: string, readonly nameEn: string | null } | null, readonly fromPartner: { readonly name: string, readonly nameEn: string | null } | null, readonly toPartner: { readonly name: string, readonly nameEn: string | null } | null, readonly fromProject: { readonly name: string, readonly nameEn: string | null } | null, readonly toProject: { readonly name: string, readonly nameEn: string | null } | null };

export type WithdrawMyResourceMutationVariables = Exact<{
  input: WithdrawResourceInput;
}>;


export type WithdrawMyResourceMutation = { readonly withdrawResource:
    | { readonly __typename: 'Resource', readonly id: string, readonly status: ResourceStatus }
    | { readonly __typename: 'InvalidTransition', readonly from: string }
    | { readonly __typename: 'StaleVersion', readonly current: number }
   };

export type ExploreRobustnessQueryVariables = Exact<{
  filter?: NetworkFilter | null | undefined;
}>;


export type ExploreRobustnessQuery = { readonly linkRobustness: { readonly cutPointCount: number, readonly bridgeCount: number, readonly cutPoints: ReadonlyArray<{ readonly organizationsCutOff: number, readonly node: { readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly organization: { readonly name: string, readonly nameEn: string | null, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string, readonly nameEn: string | null } } | null, readonly partner: { readonly name: string, readonly nameEn: string | null, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string, readonly nameEn: string | null } | null } }> } };

export type PublishMyResourceMutationVariables = Exact<{
  input: PublishResourceInput;
}>;


export type PublishMyResourceMutation = { readonly publishResource:
    | { readonly __typename: 'Resource', readonly id: string, readonly status: ResourceStatus }
    | { readonly __typename: 'InvalidTransition', readonly from: string }
    | { readonly __typename: 'ResourceAlreadyRegistered', readonly existing: { readonly id: string, readonly title: string } }
    | { readonly __typename: 'StaleVersion', readonly current: number }
   };

export type ExploreCommunitiesQueryVariables = Exact<{
  filter?: NetworkFilter | null | undefined;
}>;


export type ExploreCommunitiesQuery = { readonly linkCommunities: { readonly communityCount: number, readonly modularity: number | null, readonly isWeak: boolean, readonly communities: ReadonlyArray<{ readonly community: number, readonly size: number, readonly organizations: number, readonly partners: number, readonly projects: number, readonly topPartnerKind: PartnerKind | null, readonly topAreaCode: string | null, readonly greatest: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly organization: { readonly name: string, readonly nameEn: string | null } | null, readonly partner: { readonly name: string, readonly nameEn: string | null } | null, readonly project: { readonly name: string, readonly nameEn: string | null } | null }> }> } };

export type IncubationOverviewQueryVariables = Exact<{
  area: string;
  period?: Period | null | undefined;
}>;


export type IncubationOverviewQuery = { readonly area: { readonly name: string, readonly nameEn: string | null, readonly incubationFunnel: ReadonlyArray<{ readonly stage: IncubationStage, readonly reached: number, readonly current: number, readonly medianDays: number | null }> } | null };

export type ImportJobsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ImportJobsQuery = { readonly importJobs: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly noun: ImportNoun, readonly fileName: string, readonly bytes: number, readonly status: ImportStatus, readonly createdBy: string, readonly createdAt: string, readonly undoUntil: string | null, readonly progress: { readonly rowsTotal: number }, readonly summary: { readonly created: number, readonly updated: number, readonly skipped: number, readonly refused: number, readonly undone: number } }> } };

export type ExploreNetworkUnmeasuredQueryVariables = Exact<{
  filter?: NetworkFilter | null | undefined;
  maxNodes: number;
}>;


export type ExploreNetworkUnmeasuredQuery = { readonly linkNetwork: { readonly nodeCount: number, readonly edgeCount: number, readonly density: number, readonly components: number, readonly truncated: boolean, readonly dataVersion: string, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: NodeKind, readonly degree: number, readonly x: number, readonly y: number, readonly organization: { readonly name: string, readonly nameEn: string | null, readonly kind: OrganizationKind, readonly area: { readonly code: string, readonly name: string, readonly nameEn: string | null } } | null, readonly partner: { readonly name: string, readonly nameEn: string | null, readonly kind: PartnerKind, readonly areaCode: string | null } | null, readonly project: { readonly name: string, readonly nameEn: string | null } | null }>, readonly edges: ReadonlyArray<{ readonly source: string, readonly target: string, readonly kind: EdgeKind, readonly weight: number, readonly validFrom: string | null, readonly validTo: string | null }> } };

export type IncubationHistoryQueryVariables = Exact<{
  id: string;
  isSignedIn: boolean;
}>;


export type IncubationHistoryQuery = { readonly incubation: { readonly id: string, readonly stage: IncubationStage, readonly version: number, readonly appliedOn: string, readonly since: string, readonly termStart: string | null, readonly termEnd: string | null, readonly extensions: number, readonly finalScore?: string | null, readonly allowedTransitions: ReadonlyArray<IncubationStage>, readonly clock: { readonly kind: IncubationClockKind, readonly dueOn: string, readonly late: boolean } | null, readonly handoverTask: { readonly dueOn: string, readonly doneOn: string | null } | null, readonly warnings: ReadonlyArray<{ readonly code: string, readonly message: string }>, readonly organization: { readonly id: string, readonly name: string, readonly nameEn: string | null, readonly uscc: string | null, readonly registrationStatus: RegistrationStatus, readonly area: { readonly name: string, readonly nameEn: string | null } }, readonly base: { readonly id: string, readonly name: string, readonly nameEn: string | null }, readonly events: ReadonlyArray<{ readonly from: IncubationStage | null, readonly to: IncubationStage, readonly at: string, readonly note?: string | null }> } | null };

export type OrganizationSuggestionsQueryVariables = Exact<{
  id: string;
}>;


export type OrganizationSuggestionsQuery = { readonly organization: { readonly id: string, readonly suggestedResources: ReadonlyArray<{ readonly score: number, readonly reasons: ReadonlyArray<string>, readonly resource: { readonly id: string, readonly title: string, readonly category: ResourceCategory, readonly remaining: string, readonly unit: string, readonly partner: { readonly id: string, readonly name: string, readonly nameEn: string | null } } }> } | null };

export type ExploreAreasQueryVariables = Exact<{
  code: string;
}>;


export type ExploreAreasQuery = { readonly area: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly children: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string | null }> } | null };

export type ExploreOrganizationQueryVariables = Exact<{
  id: string;
}>;


export type ExploreOrganizationQuery = { readonly organization: { readonly id: string, readonly name: string, readonly nameEn: string | null, readonly uscc: string | null, readonly kind: OrganizationKind, readonly registrationStatus: RegistrationStatus, readonly provenance: Provenance, readonly incubationStatus: IncubationStage | null, readonly certifiedSocialWorkers: number, readonly volunteers: number, readonly area: { readonly name: string, readonly nameEn: string | null }, readonly fundingConcentration: { readonly topShare: number, readonly band: ConcentrationBand, readonly effectiveFunders: number } | null, readonly resourceLinks: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ResourceLinkStatus, readonly startsOn: string | null, readonly endsOn: string | null, readonly resource: { readonly title: string, readonly category: ResourceCategory }, readonly partner: { readonly id: string, readonly name: string, readonly nameEn: string | null } }> }, readonly suggestedResources: ReadonlyArray<{ readonly score: number, readonly reasons: ReadonlyArray<string>, readonly resource: { readonly id: string, readonly title: string, readonly category: ResourceCategory, readonly partner: { readonly id: string, readonly name: string, readonly nameEn: string | null } } }> } | null };

export type DisclosureCalendarQueryVariables = Exact<{
  area: string;
  first: number;
  after?: string | null | undefined;
}>;


export type DisclosureCalendarQuery = { readonly campaigns: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly titleEn: string | null, readonly filingNumber: string | null, readonly disclosures: ReadonlyArray<{ readonly dueOn: string, readonly kind: DisclosureKind }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MyResourcesQueryVariables = Exact<{
  partner: string;
  filter?: ResourceFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type MyResourcesQuery = { readonly partner: { readonly id: string, readonly name: string, readonly resources: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly category: ResourceCategory, readonly capacity: string, readonly remaining: string, readonly unit: string, readonly areaCodes: ReadonlyArray<string>, readonly availableFrom: string | null, readonly availableTo: string | null, readonly status: ResourceStatus, readonly version: number, readonly isIdle: boolean, readonly links: { readonly totalCount: number } }> } } | null };

export type ImportColumnsQueryVariables = Exact<{
  id: string;
  headerRow?: number | null | undefined;
}>;


export type ImportColumnsQuery = { readonly importJob: { readonly id: string, readonly sheets: ReadonlyArray<{ readonly position: number, readonly preview: ReadonlyArray<ReadonlyArray<string>>, readonly columns: ReadonlyArray<{ readonly position: number, readonly title: string, readonly samples: ReadonlyArray<string>, readonly field: string | null, readonly confidence: ImportConfidence, readonly alternatives: ReadonlyArray<string> }> }> } | null };

export const AreaChildren = /* @__PURE__ */ trusted<AreaChildrenQuery, AreaChildrenQueryVariables>('sha256:36a05d1d8b140b5c1811e25e8a5b4111491152f8bfb42dc42be0f63097408845');
export const AreaChoices = /* @__PURE__ */ trusted<AreaChoicesQuery, AreaChoicesQueryVariables>('sha256:583efe854aef517dd66a8019049525be6d6fe52ebffdd2067bb5b50be915d096');
export const AreaTree = /* @__PURE__ */ trusted<AreaTreeQuery, AreaTreeQueryVariables>('sha256:a4a7d12fdf3a435e41b19fc01a5753a7603ccbcbfd75e598c74672b6efa751c0');
export const CityDashboard = /* @__PURE__ */ trusted<CityDashboardQuery, CityDashboardQueryVariables>('sha256:1ea375ee6a12f18ed2c33d350d0c6352bb89736e691a4fa2f5f96dbb1ca3d31e');
export const CommitImport = /* @__PURE__ */ trusted<CommitImportMutation, CommitImportMutationVariables>('sha256:93a747ce9113249dfe15c84973468bf90b6839ac0ba8cd9290c651bc78319e23');
export const DisclosureCalendar = /* @__PURE__ */ trusted<DisclosureCalendarQuery, DisclosureCalendarQueryVariables>('sha256:ee1b9b216c8174665dc9e31f54896b3f81550fdeb2f3b8c3f031dfca1eeb45fb');
export const Donations = /* @__PURE__ */ trusted<DonationsQuery, DonationsQueryVariables>('sha256:ad598ec176c328a643b7487f515c354d559b6e8764ecb2aad6436c6ae6ffa81b');
export const ExploreAreas = /* @__PURE__ */ trusted<ExploreAreasQuery, ExploreAreasQueryVariables>('sha256:ea37f3eb6f47d6ccacf3fbc2db779be489358c459a04f2c323ba0ad44ce31fec');
export const ExploreAround = /* @__PURE__ */ trusted<ExploreAroundQuery, ExploreAroundQueryVariables>('sha256:8cc603ec25eda88382e2e908035b5f6091bef27f963fd0706f5f94ad3af486f9');
export const ExploreAroundUnmeasured = /* @__PURE__ */ trusted<ExploreAroundUnmeasuredQuery, ExploreAroundUnmeasuredQueryVariables>('sha256:b28eb5e1bcf303fffc67313f551c35f247919d90f874ff8b38b92c68d3426aba');
export const ExploreBrokers = /* @__PURE__ */ trusted<ExploreBrokersQuery, ExploreBrokersQueryVariables>('sha256:071f47cce63563147245f14e286f0ac473fae9d8b96027a876f8df411f567bda');
export const ExploreChanges = /* @__PURE__ */ trusted<ExploreChangesQuery, ExploreChangesQueryVariables>('sha256:bda244206de4a935bb05f86a4ce2583fae0fb7eb9bd0cf874ee11e3d0d47a39d');
export const ExploreCommunities = /* @__PURE__ */ trusted<ExploreCommunitiesQuery, ExploreCommunitiesQueryVariables>('sha256:dae815f746dd48e77677c0909c494f196cf0ed9d5c92156a0ab36ba41d38b173');
export const ExploreCoverage = /* @__PURE__ */ trusted<ExploreCoverageQuery, ExploreCoverageQueryVariables>('sha256:a9b119878faac412543ec62d411e42554f31167233bea6dc66b681d8faf2117e');
export const ExploreIdle = /* @__PURE__ */ trusted<ExploreIdleQuery, ExploreIdleQueryVariables>('sha256:cbff089495096ca22c16b64b02d0a8d4387ef1d710bbbf3e2ace53c10ab4e5da');
export const ExploreNetwork = /* @__PURE__ */ trusted<ExploreNetworkQuery, ExploreNetworkQueryVariables>('sha256:991393fff628edb20da246d18f3391300ebe93a167c0413793d2589d2b58fe99');
export const ExploreNetworkUnmeasured = /* @__PURE__ */ trusted<ExploreNetworkUnmeasuredQuery, ExploreNetworkUnmeasuredQueryVariables>('sha256:e56de737ab1c36a9fd098546197ba4e097cf6dfd9d19914bb3849ca46645804a');
export const ExploreOrganization = /* @__PURE__ */ trusted<ExploreOrganizationQuery, ExploreOrganizationQueryVariables>('sha256:ede24cfc5d34faff122422e18780a1973c3ce8a3d482c7685a98024c2e3c03ba');
export const ExplorePartner = /* @__PURE__ */ trusted<ExplorePartnerQuery, ExplorePartnerQueryVariables>('sha256:2124bc6b353f0e6321eb78694ed6a00879f9f4d6aa161b0fde53583e15f8bf9d');
export const ExplorePath = /* @__PURE__ */ trusted<ExplorePathQuery, ExplorePathQueryVariables>('sha256:ccc1ea5054a1dbe7d38fbbc59b2697989af0ea8f26f2d81c8f6d9292260b869d');
export const ExploreProgress = /* @__PURE__ */ trusted<ExploreProgressQuery, ExploreProgressQueryVariables>('sha256:805e6d3d64f12e229022310bf6ba70d2be73c80c6e011af31475ff02c26d3617');
export const ExploreProject = /* @__PURE__ */ trusted<ExploreProjectQuery, ExploreProjectQueryVariables>('sha256:cbfc8fde8c80acf8d8676e90a7139c78477d77aad63ea248dcb964c5f429d6b5');
export const ExploreRobustness = /* @__PURE__ */ trusted<ExploreRobustnessQuery, ExploreRobustnessQueryVariables>('sha256:d7dfca3ff42826e6e9b734f78b58f3f3761760edcb9bd6477340b5e9b5786f04');
export const ExploreSearch = /* @__PURE__ */ trusted<ExploreSearchQuery, ExploreSearchQueryVariables>('sha256:45b5c63ed2f65acd940e67520f08a7625de814e6b5621ba0a6c288221303c09c');
export const ExploreSingleSource = /* @__PURE__ */ trusted<ExploreSingleSourceQuery, ExploreSingleSourceQueryVariables>('sha256:3b7302251b7640d27c881a4a3c46a9ec616bc7d6a3d00a5d35e972c6e2e20ee3');
export const ExploreWithoutLink = /* @__PURE__ */ trusted<ExploreWithoutLinkQuery, ExploreWithoutLinkQueryVariables>('sha256:297258c76f96c3e8147c01fb0443b60e9e31446dcf98f0b9c1deb01b14ef915e');
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
export const MyResources = /* @__PURE__ */ trusted<MyResourcesQuery, MyResourcesQueryVariables>('sha256:f16fa87ff56ac5567a7ed4fef067c35d001dd1e6bfbc843f0d83c57f42aebd14');
export const OrganizationConcentration = /* @__PURE__ */ trusted<OrganizationConcentrationQuery, OrganizationConcentrationQueryVariables>('sha256:4def4d45ef0ad2ae1c085136d5db0c0e52bae24dca88ab1481966c7b9ac3fb0c');
export const OrganizationLinks = /* @__PURE__ */ trusted<OrganizationLinksQuery, OrganizationLinksQueryVariables>('sha256:012d64dd3e849148e978a311ace708b2e3ce985e347c639cd9086929cb189af9');
export const OrganizationNames = /* @__PURE__ */ trusted<OrganizationNamesQuery, OrganizationNamesQueryVariables>('sha256:2adc5ae63c31d6449efe9c98c1b94a59975fd70504a7949c69d2c1f55138187b');
export const OrganizationSuggestions = /* @__PURE__ */ trusted<OrganizationSuggestionsQuery, OrganizationSuggestionsQueryVariables>('sha256:e976c9f2d0f41b1672b09d26037c3b76d99f378c0abbaaa626e74b675fd272d0');
export const Overview = /* @__PURE__ */ trusted<OverviewQuery, OverviewQueryVariables>('sha256:55776d05cb56cf7991ef8c7917a8ff2b73996090d70d8645877ba324eb001370');
export const PartnerLinks = /* @__PURE__ */ trusted<PartnerLinksQuery, PartnerLinksQueryVariables>('sha256:3b815270fc005884726f54463140afce1c52c31f082463f5093a2a0641439b45');
export const PartnerProfile = /* @__PURE__ */ trusted<PartnerProfileQuery, PartnerProfileQueryVariables>('sha256:7ba9005dcb0d6704b8a129e4436762348d0b92c0e9ecf1032ebd6ce1330445bb');
export const PortalPartners = /* @__PURE__ */ trusted<PortalPartnersQuery, PortalPartnersQueryVariables>('sha256:4a9f33f63005e50b47a576b54a251cfd9067e06119e20e2e2ad95a6578fe70c8');
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
