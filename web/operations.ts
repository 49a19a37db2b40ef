// Written by `npm run schema` from web/operations: what each operation takes and answers, and the id that it is asked by.
import { trusted } from './kit/client.js';
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type CommitImportInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly jobId: string;
  readonly leaveOutRefused?: boolean | null | undefined;
};

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

export type MoveLinkInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly linkId: string;
  readonly to: ResourceLinkStatus;
  readonly version: number;
  readonly note?: string | null | undefined;
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

export type PartnerKind =
  | 'UNIVERSITY'
  | 'FOUNDATION'
  | 'CHARITY_PLATFORM'
  | 'CHARITY_ORGANIZATION'
  | 'ENTERPRISE'
  | 'GOVERNMENT_BODY'
  | 'PROCURATORATE';

export type PublishResourceInput = {
  readonly idempotencyKey?: string | null | undefined;
  readonly resourceId: string;
  readonly version: number;
};

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

export type UndoImportMutationVariables = Exact<{
  input: UndoImportInput;
}>;


export type UndoImportMutation = { readonly undoImport:
    | { readonly __typename: 'ImportJob', readonly id: string, readonly status: ImportStatus }
    | { readonly __typename: 'InvalidTransition', readonly from: string }
    | { readonly __typename: 'UndoTooLate', readonly code: string }
   };

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

export type CommitImportMutationVariables = Exact<{
  input: CommitImportInput;
}>;


export type CommitImportMutation = { readonly commitImport:
    | { readonly __typename: 'ImportJob', readonly id: string, readonly status: ImportStatus }
    | { readonly __typename: 'InvalidTransition', readonly from: string }
    | { readonly __typename: 'ImportHasRefusedRows', readonly refused: number }
    | { readonly __typename: 'FileAlreadyImported', readonly existing: { readonly id: string, readonly fileName: string, readonly writtenAt: string | null } }
   };

export type RegisterPartnerMutationVariables = Exact<{
  input: RegisterPartnerInput;
}>;


export type RegisterPartnerMutation = { readonly registerPartner:
    | { readonly __typename: 'Partner', readonly id: string, readonly name: string }
    | { readonly __typename: 'InvalidInput', readonly problems: ReadonlyArray<{ readonly field: string, readonly code: string, readonly message: string, readonly found: string | null, readonly allowed: string | null }> }
    | { readonly __typename: 'PartnerAlreadyRegistered', readonly existing: { readonly id: string, readonly name: string } }
   };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly subject: string | null, readonly roles: ReadonlyArray<string>, readonly partnerId: string | null, readonly organizationId: string | null } };

export type DonationsQueryVariables = Exact<{
  campaign?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DonationsQuery = { readonly donations: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly kind: DonationKind, readonly status: DonationStatus, readonly receivedOn: string, readonly anonymous: boolean, readonly donorName: string | null, readonly receiptNumber: string | null, readonly amount: { readonly amount: string, readonly currency: Currency }, readonly refunded: { readonly amount: string, readonly currency: Currency } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PartnerLinksQueryVariables = Exact<{
  id: string;
  filter?: ResourceLinkFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PartnerLinksQuery = { readonly partner: { readonly id: string, readonly name: string, readonly resourceLinks: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: ResourceLinkStatus, readonly proposedBy: LinkProposer, readonly quantity: string, readonly startsOn: string | null, readonly endsOn: string | null, readonly version: number, readonly allowedTransitions: ReadonlyArray<ResourceLinkStatus>, readonly resource: { readonly id: string, readonly title: string, readonly category: ResourceCategory, readonly unit: string, readonly remaining: string }, readonly partner: { readonly id: string, readonly name: string }, readonly organization: { readonly id: string, readonly name: string, readonly area: { readonly name: string } }, readonly project: { readonly id: string, readonly name: string } | null, readonly events: ReadonlyArray<{ readonly from: ResourceLinkStatus | null, readonly to: ResourceLinkStatus, readonly at: string, readonly note: string | null }> }> } } | null };

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

export type WithdrawMyResourceMutationVariables = Exact<{
  input: WithdrawResourceInput;
}>;


export type WithdrawMyResourceMutation = { readonly withdrawResource:
    | { readonly __typename: 'Resource', readonly id: string, readonly status: ResourceStatus }
    | { readonly __typename: 'InvalidTransition', readonly from: string }
    | { readonly __typename: 'StaleVersion', readonly current: number }
   };

export type PublishMyResourceMutationVariables = Exact<{
  input: PublishResourceInput;
}>;


export type PublishMyResourceMutation = { readonly publishResource:
    | { readonly __typename: 'Resource', readonly id: string, readonly status: ResourceStatus }
    | { readonly __typename: 'InvalidTransition', readonly from: string }
    | { readonly __typename: 'ResourceAlreadyRegistered', readonly existing: { readonly id: string, readonly title: string } }
    | { readonly __typename: 'StaleVersion', readonly current: number }
   };

export type ImportJobsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ImportJobsQuery = { readonly importJobs: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly noun: ImportNoun, readonly fileName: string, readonly bytes: number, readonly status: ImportStatus, readonly createdBy: string, readonly createdAt: string, readonly undoUntil: string | null, readonly progress: { readonly rowsTotal: number }, readonly summary: { readonly created: number, readonly updated: number, readonly skipped: number, readonly refused: number, readonly undone: number } }> } };

export type AreaChildrenQueryVariables = Exact<{
  code: string;
}>;


export type AreaChildrenQuery = { readonly area: { readonly code: string, readonly children: ReadonlyArray<{ readonly code: string, readonly name: string, readonly validTo: string | null }> } | null };

export type ImportColumnsQueryVariables = Exact<{
  id: string;
  headerRow?: number | null | undefined;
}>;


export type ImportColumnsQuery = { readonly importJob: { readonly id: string, readonly sheets: ReadonlyArray<{ readonly position: number, readonly preview: ReadonlyArray<ReadonlyArray<string>>, readonly columns: ReadonlyArray<{ readonly position: number, readonly title: string, readonly samples: ReadonlyArray<string>, readonly field: string | null, readonly confidence: ImportConfidence, readonly alternatives: ReadonlyArray<string> }> }> } | null };

export const AreaChildren = /* @__PURE__ */ trusted<AreaChildrenQuery, AreaChildrenQueryVariables>('sha256:f7885bf8a191a7aac03b0dfb6188f16b923507df21db12e23f82029d4f73a22d');
export const AreaTree = /* @__PURE__ */ trusted<AreaTreeQuery, AreaTreeQueryVariables>('sha256:6e89baa6e2c797c69583ff23bc6dccca617cf6c130414cf4eae57920b7da2fdd');
export const CityDashboard = /* @__PURE__ */ trusted<CityDashboardQuery, CityDashboardQueryVariables>('sha256:1ea375ee6a12f18ed2c33d350d0c6352bb89736e691a4fa2f5f96dbb1ca3d31e');
export const CommitImport = /* @__PURE__ */ trusted<CommitImportMutation, CommitImportMutationVariables>('sha256:93a747ce9113249dfe15c84973468bf90b6839ac0ba8cd9290c651bc78319e23');
export const Donations = /* @__PURE__ */ trusted<DonationsQuery, DonationsQueryVariables>('sha256:ad598ec176c328a643b7487f515c354d559b6e8764ecb2aad6436c6ae6ffa81b');
export const ImportColumns = /* @__PURE__ */ trusted<ImportColumnsQuery, ImportColumnsQueryVariables>('sha256:fb489045d0ebf4c32ce026932a88a2d8863da20963940be1d2e041eb417b5bf9');
export const ImportFields = /* @__PURE__ */ trusted<ImportFieldsQuery, ImportFieldsQueryVariables>('sha256:1283097819ac9e377a5a718998a7aa35e411a38959f18be467cdb1c6bc3b9bf9');
export const ImportFindings = /* @__PURE__ */ trusted<ImportFindingsQuery, ImportFindingsQueryVariables>('sha256:2af347a27460d728c8deab4198b7974e55a6518ad0bb7f14c82c4c6ca4e35492');
export const ImportJob = /* @__PURE__ */ trusted<ImportJobQuery, ImportJobQueryVariables>('sha256:168a33fcd3bc0d296f8cfbcea886e8772db587f8ac775d077eeaa98786ddddf2');
export const ImportJobs = /* @__PURE__ */ trusted<ImportJobsQuery, ImportJobsQueryVariables>('sha256:e3dab62bee192fa5d0d8f6a198f4529e9a370106b642d2619a568108448142db');
export const ImportProblems = /* @__PURE__ */ trusted<ImportProblemsQuery, ImportProblemsQueryVariables>('sha256:1ea242bac9b1bff02dbdb6a60d9b413b1624e993e34451f3722a77f19db7bfc1');
export const MoveResourceLink = /* @__PURE__ */ trusted<MoveResourceLinkMutation, MoveResourceLinkMutationVariables>('sha256:21bf9dfde84c2abb46ef3b8ece05ec6c1bdf7a856f51528b66eaaff4af5675e5');
export const MyResources = /* @__PURE__ */ trusted<MyResourcesQuery, MyResourcesQueryVariables>('sha256:73b1ebe5add4b3da077fc16cc52a94eddd4bed7c7e2f7cbd955d69da340d4c60');
export const OrganizationLinks = /* @__PURE__ */ trusted<OrganizationLinksQuery, OrganizationLinksQueryVariables>('sha256:67ed7ba02715ed67cf58035567f0b05ae1f81374c0ba38ded7d936be584a2fe2');
export const OrganizationSuggestions = /* @__PURE__ */ trusted<OrganizationSuggestionsQuery, OrganizationSuggestionsQueryVariables>('sha256:ce244a3be4de4bee09756f8db5d9be8578848c990fd2bdd69b44c89156e50a7f');
export const PartnerLinks = /* @__PURE__ */ trusted<PartnerLinksQuery, PartnerLinksQueryVariables>('sha256:bae6cafdec49693c936529c6ad34081bdfd09b1851fc9c47a5f9fd9a449b7c54');
export const PartnerProfile = /* @__PURE__ */ trusted<PartnerProfileQuery, PartnerProfileQueryVariables>('sha256:7ba9005dcb0d6704b8a129e4436762348d0b92c0e9ecf1032ebd6ce1330445bb');
export const PortalPartners = /* @__PURE__ */ trusted<PortalPartnersQuery, PortalPartnersQueryVariables>('sha256:76c0f38af21b39a87c4e9d70613425294267d3430a1035dac4217756d867da6a');
export const PublishMyResource = /* @__PURE__ */ trusted<PublishMyResourceMutation, PublishMyResourceMutationVariables>('sha256:da1b7d6b33375e87435b99e58c0dc732ce028112dfe9ec5b53454921a3274aea');
export const RegisterMyResource = /* @__PURE__ */ trusted<RegisterMyResourceMutation, RegisterMyResourceMutationVariables>('sha256:710b043081d5d586286ae90b69e1b47b356efe4798a477bb2b366c264d656715');
export const RegisterPartner = /* @__PURE__ */ trusted<RegisterPartnerMutation, RegisterPartnerMutationVariables>('sha256:a26c0ddae48bd46e40482a892f867db2a89c5316937359f4d081c6605ffed1db');
export const RegisterResource = /* @__PURE__ */ trusted<RegisterResourceMutation, RegisterResourceMutationVariables>('sha256:33c8cb355ec55f9608bb5a5252cd55b07bc6094f63b17b9a1207df3990537de2');
export const ResourceToEdit = /* @__PURE__ */ trusted<ResourceToEditQuery, ResourceToEditQueryVariables>('sha256:22536637bc7d6f0885367ba2940decf228c1c407219ace07121e4e02c4ff14a6');
export const StartImport = /* @__PURE__ */ trusted<StartImportMutation, StartImportMutationVariables>('sha256:c743a32e518320e5650a5748b055cf79d139f95cdc1afecf0ce4a203964a9193');
export const UndoImport = /* @__PURE__ */ trusted<UndoImportMutation, UndoImportMutationVariables>('sha256:5bb659aa2e5be7aa14053980a05cc7b96073c0e4a06fffa7b3ad40708459c5c0');
export const UpdateMyPartner = /* @__PURE__ */ trusted<UpdateMyPartnerMutation, UpdateMyPartnerMutationVariables>('sha256:ca4c6cf1641deeeb626fe6685f5e39e4dffe13cc7b2673db78256996be96cad7');
export const UpdateMyResource = /* @__PURE__ */ trusted<UpdateMyResourceMutation, UpdateMyResourceMutationVariables>('sha256:311d59d6feceb7298b11fdd71de6fe8f3ddbeaf7c21f95aebbac7ceb37b39bf7');
export const Viewer = /* @__PURE__ */ trusted<ViewerQuery, ViewerQueryVariables>('sha256:a823742006d21b87d49843065a13dddcf0fefa2e406498ca7e3e25deebd10283');
export const WithdrawMyResource = /* @__PURE__ */ trusted<WithdrawMyResourceMutation, WithdrawMyResourceMutationVariables>('sha256:d2777a2b1c3b3fbf27eedad297e4dbbe0a58bfd88392efdd3ab476f319f55d10');
