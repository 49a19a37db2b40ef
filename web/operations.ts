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

export type Rating =
  | 'AAAAA'
  | 'AAAA'
  | 'AAA'
  | 'AA'
  | 'A';

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

export type ServiceLevel =
  | 'CITY'
  | 'COUNTY_CENTER'
  | 'TOWNSHIP_STATION'
  | 'VILLAGE_POINT'
  | 'GRID';

export type CityDashboardQueryVariables = Exact<{
  area: string;
}>;


export type CityDashboardQuery = { readonly area: { readonly name: string, readonly organizationCounts: { readonly total: number, readonly certifiedSocialWorkers: number, readonly volunteers: number, readonly byKind: ReadonlyArray<{ readonly kind: OrganizationKind, readonly count: number }> }, readonly incubationFunnel: ReadonlyArray<{ readonly stage: IncubationStage, readonly reached: number, readonly current: number }>, readonly linkSummary: { readonly active: number, readonly organizationsLinked: number, readonly partnersLinked: number, readonly byCategory: ReadonlyArray<{ readonly category: ResourceCategory, readonly count: number }> }, readonly funds: { readonly donationCount: number, readonly raised: { readonly amount: string }, readonly raisedCash: { readonly amount: string }, readonly raisedInKind: { readonly amount: string }, readonly byYear: ReadonlyArray<{ readonly year: number, readonly raised: { readonly amount: string } }> } } | null, readonly organizations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: OrganizationKind, readonly incubationStatus: IncubationStage | null, readonly resourceLinks: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly status: ResourceLinkStatus, readonly quantity: string, readonly resource: { readonly title: string, readonly category: ResourceCategory, readonly partner: { readonly name: string, readonly kind: PartnerKind } } }> }, readonly funds: { readonly donationCount: number, readonly raised: { readonly amount: string } } }> } };

export type IncubationBasesQueryVariables = Exact<{ [key: string]: never; }>;


export type IncubationBasesQuery = { readonly organizations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string | null }> } };

export type OrganizationNamesQueryVariables = Exact<{
  area: string;
  text?: string | null | undefined;
}>;


export type OrganizationNamesQuery = { readonly organizations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string | null }> } };

export type RegisterResourceMutationVariables = Exact<{
  input: RegisterResourceInput;
}>;


export type RegisterResourceMutation = { readonly registerResource:
    | { readonly __typename: 'Resource', readonly id: string, readonly title: string, readonly status: ResourceStatus, readonly remaining: string, readonly version: number }
    | { readonly __typename: 'InvalidInput', readonly problems: ReadonlyArray<{ readonly field: string, readonly code: string, readonly message: string }> }
    | { readonly __typename: 'ResourceAlreadyRegistered', readonly message: string }
    | { readonly __typename: 'UnknownReference', readonly field: string, readonly message: string }
   };

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

export type IncubationLaneQueryVariables = Exact<{
  stage: IncubationStage;
  area: string;
  base?: string | null | undefined;
  overdue?: boolean | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type IncubationLaneQuery = { readonly incubations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly stage: IncubationStage, readonly appliedOn: string, readonly since: string, readonly termStart: string | null, readonly termEnd: string | null, readonly clock: { readonly kind: IncubationClockKind, readonly dueOn: string, readonly late: boolean } | null, readonly organization: { readonly name: string, readonly nameEn: string | null }, readonly base: { readonly name: string, readonly nameEn: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type FundingPoolsQueryVariables = Exact<{ [key: string]: never; }>;


export type FundingPoolsQuery = { readonly fundingPools: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: FundingPoolKind, readonly areas: ReadonlyArray<{ readonly name: string, readonly nameEn: string | null }>, readonly budget: { readonly amount: string }, readonly awarded: { readonly amount: string }, readonly disbursed: { readonly amount: string }, readonly available: { readonly amount: string }, readonly perGrantMax: { readonly amount: string } | null }> };

export type FundGrantsQueryVariables = Exact<{
  area: string;
  status?: ReadonlyArray<GrantStatus> | GrantStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type FundGrantsQuery = { readonly grants: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: GrantStatus, readonly startsOn: string | null, readonly endsOn: string | null, readonly awardedOn: string | null, readonly midtermPassed: boolean | null, readonly finalPassed: boolean | null, readonly amount: { readonly amount: string }, readonly disbursed: { readonly amount: string }, readonly pool: { readonly name: string, readonly kind: FundingPoolKind }, readonly organization: { readonly name: string, readonly nameEn: string | null }, readonly project: { readonly name: string, readonly nameEn: string | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

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

export type IncubationOverviewQueryVariables = Exact<{
  area: string;
  period?: Period | null | undefined;
}>;


export type IncubationOverviewQuery = { readonly area: { readonly name: string, readonly nameEn: string | null, readonly incubationFunnel: ReadonlyArray<{ readonly stage: IncubationStage, readonly reached: number, readonly current: number, readonly medianDays: number | null }> } | null };

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
  area: string;
}>;


export type AreaChildrenQuery = { readonly area: { readonly code: string, readonly children: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel, readonly organizationCounts: { readonly total: number }, readonly linkSummary: { readonly active: number } }> } | null };

export const AreaChildren = /* @__PURE__ */ trusted<AreaChildrenQuery, AreaChildrenQueryVariables>('sha256:f6e9ea50b29281a50108ff5516905875b5cc53847bdf32d01fcd2401c369e858');
export const AreaChoices = /* @__PURE__ */ trusted<AreaChoicesQuery, AreaChoicesQueryVariables>('sha256:583efe854aef517dd66a8019049525be6d6fe52ebffdd2067bb5b50be915d096');
export const CityDashboard = /* @__PURE__ */ trusted<CityDashboardQuery, CityDashboardQueryVariables>('sha256:1ea375ee6a12f18ed2c33d350d0c6352bb89736e691a4fa2f5f96dbb1ca3d31e');
export const DisclosureCalendar = /* @__PURE__ */ trusted<DisclosureCalendarQuery, DisclosureCalendarQueryVariables>('sha256:ee1b9b216c8174665dc9e31f54896b3f81550fdeb2f3b8c3f031dfca1eeb45fb');
export const Donations = /* @__PURE__ */ trusted<DonationsQuery, DonationsQueryVariables>('sha256:ad598ec176c328a643b7487f515c354d559b6e8764ecb2aad6436c6ae6ffa81b');
export const FundCampaigns = /* @__PURE__ */ trusted<FundCampaignsQuery, FundCampaignsQueryVariables>('sha256:4afd59c4e162dcf4f44ef64b372cc0b1d013b4cc3be9e664fe007b3c6d5713bd');
export const FundGrants = /* @__PURE__ */ trusted<FundGrantsQuery, FundGrantsQueryVariables>('sha256:9650476f55b5d6f17afdabbfd201647de6ec146a822e31c088de2d84e86a887a');
export const FundingPools = /* @__PURE__ */ trusted<FundingPoolsQuery, FundingPoolsQueryVariables>('sha256:8e547fb449f08267bcb2d93a9e001ef41fa9f93090a60edea9c66cc68c055706');
export const FundsOverview = /* @__PURE__ */ trusted<FundsOverviewQuery, FundsOverviewQueryVariables>('sha256:460c6fc598433641106d43ca1eec1d6dbd42de1cbe9c3e91b9ff9df5ced83aba');
export const IncubationBases = /* @__PURE__ */ trusted<IncubationBasesQuery, IncubationBasesQueryVariables>('sha256:216ee1bc068883866c5d06b7658c84fb39cd6323ed722f58e9369f7caa25cd61');
export const IncubationHistory = /* @__PURE__ */ trusted<IncubationHistoryQuery, IncubationHistoryQueryVariables>('sha256:e69a3017ef60ba1c4cdf4b2c974d3095cbcb22634c2f0b3c897be916b93ed199');
export const IncubationLane = /* @__PURE__ */ trusted<IncubationLaneQuery, IncubationLaneQueryVariables>('sha256:87b28311af82794648a16165547a795da135aa1aaffaf2f2f5c41f1acaa03743');
export const IncubationOverview = /* @__PURE__ */ trusted<IncubationOverviewQuery, IncubationOverviewQueryVariables>('sha256:e3095e52075a15cbba25d4719ac0ae37ca5caa474a7c6293e3d891e7495f6bbd');
export const MoveIncubation = /* @__PURE__ */ trusted<MoveIncubationMutation, MoveIncubationMutationVariables>('sha256:a5fd908234f52de7cc49fd4eba5a8a294ffa3dc5ca373e9f02d6398552e42dfc');
export const OrganizationConcentration = /* @__PURE__ */ trusted<OrganizationConcentrationQuery, OrganizationConcentrationQueryVariables>('sha256:4def4d45ef0ad2ae1c085136d5db0c0e52bae24dca88ab1481966c7b9ac3fb0c');
export const OrganizationNames = /* @__PURE__ */ trusted<OrganizationNamesQuery, OrganizationNamesQueryVariables>('sha256:2adc5ae63c31d6449efe9c98c1b94a59975fd70504a7949c69d2c1f55138187b');
export const Overview = /* @__PURE__ */ trusted<OverviewQuery, OverviewQueryVariables>('sha256:55776d05cb56cf7991ef8c7917a8ff2b73996090d70d8645877ba324eb001370');
export const RegisterResource = /* @__PURE__ */ trusted<RegisterResourceMutation, RegisterResourceMutationVariables>('sha256:33c8cb355ec55f9608bb5a5252cd55b07bc6094f63b17b9a1207df3990537de2');
export const SingleSources = /* @__PURE__ */ trusted<SingleSourcesQuery, SingleSourcesQueryVariables>('sha256:4a65c24c0f27119c3f41ab2c7849042eb12903ccbc5a53d0c5aa784371a7fd54');
export const Viewer = /* @__PURE__ */ trusted<ViewerQuery, ViewerQueryVariables>('sha256:a823742006d21b87d49843065a13dddcf0fefa2e406498ca7e3e25deebd10283');
