// Written by `npm run schema` from web/operations: what each operation takes and answers, and the id that it is asked by.
import { trusted } from './kit/client.js';
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly subject: string | null, readonly roles: ReadonlyArray<string>, readonly partnerId: string | null, readonly organizationId: string | null } };

export type DonationsQueryVariables = Exact<{
  campaign?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DonationsQuery = { readonly donations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: DonationKind, readonly status: DonationStatus, readonly receivedOn: string, readonly anonymous: boolean, readonly donorName: string | null, readonly receiptNumber: string | null, readonly amount: { readonly amount: string, readonly currency: Currency }, readonly refunded: { readonly amount: string, readonly currency: Currency } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export const CityDashboard = /* @__PURE__ */ trusted<CityDashboardQuery, CityDashboardQueryVariables>('sha256:1ea375ee6a12f18ed2c33d350d0c6352bb89736e691a4fa2f5f96dbb1ca3d31e');
export const Donations = /* @__PURE__ */ trusted<DonationsQuery, DonationsQueryVariables>('sha256:ad598ec176c328a643b7487f515c354d559b6e8764ecb2aad6436c6ae6ffa81b');
export const RegisterResource = /* @__PURE__ */ trusted<RegisterResourceMutation, RegisterResourceMutationVariables>('sha256:33c8cb355ec55f9608bb5a5252cd55b07bc6094f63b17b9a1207df3990537de2');
export const Viewer = /* @__PURE__ */ trusted<ViewerQuery, ViewerQueryVariables>('sha256:a823742006d21b87d49843065a13dddcf0fefa2e406498ca7e3e25deebd10283');
