import { everyone, fields, ownOrganization, ownPartner, type Policy, signedIn } from '#shared/policy.js';

export type Action =
  | 'registerPartner'
  | 'updatePartner'
  | 'signAgreement'
  | 'recordQualification'
  | 'revokeQualification'
  | 'registerResource'
  | 'updateResource'
  | 'publishResource'
  | 'withdrawResource'
  | 'proposeLink'
  | 'moveLink';

/** Who asks who is tied with whom, and where links are missing. */
const analysts = ['analyst', 'admin'] as const;

/** Who may read which field and run which mutation; rows that are for everybody are public. */
export const policy: Policy<Action> = {
  Query: {
    ...fields('resourceLinks linkedOrganizationIds partner partners resource resources idleResources'),
    ...fields(
      'linkNetwork egoNetwork linkPath brokers linkNetworkChanges networkReach linkNetworkProgress linkCommunities linkRobustness',
      analysts,
    ),
    coverageMatrix: analysts,
  },
  Mutation: {
    registerPartner: ['admin'],
    updatePartner: [ownPartner, 'admin'],
    signAgreement: [ownPartner, 'admin'],
    recordQualification: ['admin'],
    revokeQualification: ['admin'],
    registerResource: [ownPartner, 'admin'],
    updateResource: [ownPartner, 'admin'],
    publishResource: [ownPartner, 'admin'],
    withdrawResource: [ownPartner, 'admin'],
    proposeLink: [ownPartner, 'admin'],
    moveLink: [ownPartner, ownOrganization, 'admin'],
  },
  types: {
    ResourceAlreadyRegistered: fields('code message existing'),
    PartnerAlreadyRegistered: fields('code message existing'),
    QualificationAlreadyRecorded: fields('code message existing'),
    CapacityExceeded: fields('code message remaining'),
    ResourceNotPublished: fields('code message status'),
    Organization: fields('id resourceLinks partners suggestedResources'),
    ResourceSuggestion: fields('resource score reasons'),
    ResourceLink: fields(
      'id status allowedTransitions proposedBy quantity startsOn endsOn provenance source version resource partner organization project events',
    ),
    Resource: fields(
      'id title description category capacity remaining unit areaCodes availableFrom availableTo status provenance source createdAt updatedAt version partner isIdle links',
    ),
    Partner: fields(
      'id uscc name nameEn kind areaCode provenance source createdAt updatedAt version warnings qualifications mayFundraise agreements resources resourceLinks linkedOrganizations',
    ),
    CooperationAgreement: fields('id title scope validFrom validTo provenance source partner organization'),
    FundraisingQualification: fields(
      'id partner registeredOn grantedOn validTo revokedOn certificateNumber provenance source version',
    ),
    LinkEvent: { ...fields('from to at'), note: signedIn },
    Area: fields('code linkSummary'),
    LinkSummary: fields('active fulfilled organizationsLinked partnersLinked byCategory byPartnerKind flows'),
    LinkFlow: fields('partnerKind category count'),
    CoverageMatrix: fields('area rows', analysts),
    CoverageRow: fields('area organizations communitiesWithoutLink cells', analysts),
    CoverageCell: fields('category need supply gap', analysts),
    CategoryCount: fields('category count'),
    PartnerKindCount: fields('kind count'),
    Project: fields('id resourceLinks'),
    // The network's questions are an analyst's; what they answer with is reached by nothing else.
    NetworkNode: { '*': everyone },
    NetworkEdge: { '*': everyone },
    LinkNetwork: { '*': everyone },
    LinkPath: { '*': everyone },
    NetworkChanges: { '*': everyone },
    NetworkReach: { '*': everyone },
    NetworkProgress: { '*': everyone },
    NetworkCommunities: { '*': everyone },
    NetworkCommunity: { '*': everyone },
    NetworkRobustness: { '*': everyone },
    CutPoint: { '*': everyone },
  },
};
