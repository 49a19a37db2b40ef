import { fields, ownOrganization, type Policy, type Rule, signedIn } from '#shared/policy.js';

export type Action =
  | 'registerOrganization'
  | 'updateOrganization'
  | 'applyForIncubation'
  | 'moveIncubation'
  | 'completeHandover'
  | 'registerArea'
  | 'registerProject'
  | 'recordAward'
  | 'recordRating'
  | 'recordCompliance'
  | 'closeCompliance';

/** What the authorities found is for staff and, by the database's row rules, for the organization that it is about. */
const complianceReaders: Rule = ['organization', 'admin'];

/** Who may read which field and run which mutation; rows that are for everybody are public. */
export const policy: Policy<Action> = {
  Query: fields(
    'area areaNames incubation incubations organization organizations organizationsWithoutLink linkCoverage project projects',
  ),
  Mutation: {
    registerOrganization: ['admin'],
    updateOrganization: [ownOrganization, 'admin'],
    applyForIncubation: [ownOrganization, 'admin'],
    // The base's own organization; the service lets the applicant out too.
    moveIncubation: [ownOrganization, 'admin'],
    completeHandover: [ownOrganization, 'admin'],
    registerArea: ['admin'],
    registerProject: [ownOrganization, 'admin'],
    recordAward: ['admin'],
    recordRating: ['admin'],
    recordCompliance: ['admin'],
    closeCompliance: ['admin'],
  },
  types: {
    OrganizationAlreadyRegistered: fields('code message existing'),
    AreaAlreadyRegistered: fields('code message existing'),
    ProjectAlreadyRegistered: fields('code message existing'),
    AwardAlreadyRecorded: fields('code message existing'),
    ComplianceRecord: fields('id kind year result startsOn endsOn note version', complianceReaders),
    AlreadyIncubating: fields('code message existing'),
    HandoverTask: fields('dueOn doneOn'),
    IncubationClock: fields('kind dueOn late'),
    RegistrationEvent: fields('from to uscc at'),
    RatingPeriod: fields('validFrom validTo grade'),
    Area: fields(
      'code name nameEn level validFrom validTo version replacedBy warnings parent children communities organizationCounts incubationFunnel',
    ),
    OrganizationCounts: fields('total byKind certifiedSocialWorkers volunteers servicePlatforms'),
    LinkCoverage: fields('organizations direct throughBase without'),
    KindCount: fields('kind count'),
    ServiceLevelCount: fields('level count'),
    FunnelStage: fields('stage reached current medianDays'),
    Incubation: {
      ...fields(
        'id stage appliedOn termStart termEnd extensions version organization base events allowedTransitions screeningDueOn overdue handoverTask warnings since clock',
      ),
      finalScore: signedIn,
    },
    Organization: {
      ...fields(
        'id uscc name nameEn kind registrationStatus registeredOn managedBy registrationEvents serviceLevel communityClass functionalZone jurisdictions foundedOn certifiedSocialWorkers volunteers incubationStatus provenance source createdAt updatedAt version warnings area rating ratings parent children fiscalHost incubations projects awards',
      ),
      compliance: complianceReaders,
    },
    Project: fields(
      'id name nameEn beneficiaries startedOn endedOn provenance source version organization awards',
    ),
    Award: fields('id title level subject year issuer count provenance source'),
    StageEvent: { ...fields('from to at'), note: signedIn },
  },
};
