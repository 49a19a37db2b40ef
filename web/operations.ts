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

export type RegisterResourceMutationVariables = Exact<{
  input: RegisterResourceInput;
}>;


export type RegisterResourceMutation = { readonly registerResource:
    | { readonly __typename: 'Resource', readonly id: string, readonly title: string, readonly status: ResourceStatus, readonly remaining: string, readonly version: number }
    | { readonly __typename: 'InvalidInput', readonly problems: ReadonlyArray<{ readonly field: string, readonly code: string, readonly message: string }> }
    | { readonly __typename: 'ResourceAlreadyRegistered', readonly message: string }
    | { readonly __typename: 'UnknownReference', readonly field: string, readonly message: string }
   };

export type OverviewQueryVariables = Exact<{
  area: string;
  period?: Period | null | undefined;
  filter: OrganizationFilter;
  orderBy?: OrganizationOrder | null | undefined;
  after?: string | null | undefined;
}>;


export type OverviewQuery = { readonly area: { readonly communities: number, readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel, readonly parent: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel, readonly parent: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel, readonly parent: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel, readonly parent: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel, readonly parent: { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel } | null } | null } | null } | null } | null, readonly organizationCounts: { readonly total: number, readonly certifiedSocialWorkers: number, readonly volunteers: number, readonly byKind: ReadonlyArray<{ readonly kind: OrganizationKind, readonly count: number }>, readonly servicePlatforms: ReadonlyArray<{ readonly level: ServiceLevel, readonly count: number }> }, readonly incubationFunnel: ReadonlyArray<{ readonly stage: IncubationStage, readonly reached: number, readonly current: number, readonly medianDays: number | null }>, readonly linkSummary: { readonly active: number, readonly fulfilled: number, readonly organizationsLinked: number, readonly partnersLinked: number, readonly byCategory: ReadonlyArray<{ readonly category: ResourceCategory, readonly count: number }>, readonly flows: ReadonlyArray<{ readonly partnerKind: PartnerKind, readonly category: ResourceCategory, readonly count: number }> }, readonly funds: { readonly donationCount: number, readonly raised: { readonly amount: string }, readonly raisedCash: { readonly amount: string }, readonly raisedInKind: { readonly amount: string }, readonly pledged: { readonly amount: string }, readonly byMonth: ReadonlyArray<{ readonly month: string, readonly raisedCash: { readonly amount: string }, readonly raisedInKind: { readonly amount: string }, readonly refunded: { readonly amount: string } }>, readonly byYear: ReadonlyArray<{ readonly year: number, readonly raised: { readonly amount: string }, readonly raisedCash: { readonly amount: string }, readonly raisedInKind: { readonly amount: string }, readonly refunded: { readonly amount: string } }> }, readonly children: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel, readonly organizationCounts: { readonly total: number, readonly certifiedSocialWorkers: number, readonly volunteers: number }, readonly linkSummary: { readonly active: number, readonly organizationsLinked: number, readonly flows: ReadonlyArray<{ readonly partnerKind: PartnerKind, readonly category: ResourceCategory, readonly count: number }> }, readonly funds: { readonly raised: { readonly amount: string } } }> } | null, readonly organizations: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string | null, readonly kind: OrganizationKind, readonly incubationStatus: IncubationStage | null, readonly resourceLinks: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly resource: { readonly partner: { readonly name: string, readonly nameEn: string | null } } }> }, readonly funds: { readonly raised: { readonly amount: string } } }> } };

export type PlaceFragment = { readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly subject: string | null, readonly roles: ReadonlyArray<string>, readonly partnerId: string | null, readonly organizationId: string | null } };

export type DonationsQueryVariables = Exact<{
  campaign?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DonationsQuery = { readonly donations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: DonationKind, readonly status: DonationStatus, readonly receivedOn: string, readonly anonymous: boolean, readonly donorName: string | null, readonly receiptNumber: string | null, readonly amount: { readonly amount: string, readonly currency: Currency }, readonly refunded: { readonly amount: string, readonly currency: Currency } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type AreaChildrenQueryVariables = Exact<{
  area: string;
}>;


export type AreaChildrenQuery = { readonly area: { readonly code: string, readonly children: ReadonlyArray<{ readonly code: string, readonly name: string, readonly nameEn: string | null, readonly level: AreaLevel, readonly organizationCounts: { readonly total: number }, readonly linkSummary: { readonly active: number } }> } | null };

export const AreaChildren = /* @__PURE__ */ trusted<AreaChildrenQuery, AreaChildrenQueryVariables>('sha256:f6e9ea50b29281a50108ff5516905875b5cc53847bdf32d01fcd2401c369e858');
export const CityDashboard = /* @__PURE__ */ trusted<CityDashboardQuery, CityDashboardQueryVariables>('sha256:1ea375ee6a12f18ed2c33d350d0c6352bb89736e691a4fa2f5f96dbb1ca3d31e');
export const Donations = /* @__PURE__ */ trusted<DonationsQuery, DonationsQueryVariables>('sha256:ad598ec176c328a643b7487f515c354d559b6e8764ecb2aad6436c6ae6ffa81b');
export const Overview = /* @__PURE__ */ trusted<OverviewQuery, OverviewQueryVariables>('sha256:55776d05cb56cf7991ef8c7917a8ff2b73996090d70d8645877ba324eb001370');
export const RegisterResource = /* @__PURE__ */ trusted<RegisterResourceMutation, RegisterResourceMutationVariables>('sha256:33c8cb355ec55f9608bb5a5252cd55b07bc6094f63b17b9a1207df3990537de2');
export const Viewer = /* @__PURE__ */ trusted<ViewerQuery, ViewerQueryVariables>('sha256:a823742006d21b87d49843065a13dddcf0fefa2e406498ca7e3e25deebd10283');
